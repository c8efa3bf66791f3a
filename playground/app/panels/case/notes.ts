import { describeIssue } from '../../../../runtime/describe-issue.ts'
import type { Explanation } from '../../../../compiler/explain/explanation.ts'
import { isInForce } from '../../../../compiler/explain/in-force.ts'
import type { Words } from '../../../../compiler/explain/words.ts'
import type { Place } from '../../../../compiler/program/program.ts'
import type { Language } from '../../../../grammar/tree.ts'
import type { Outcome, Refusal } from '../../../worker/settling.ts'
import { element } from '../../element.ts'
import type { CaseWords } from './words-zh.ts'

interface Notes {
  readonly say: CaseWords
  readonly words: Words
  readonly language: Language
  readonly goTo: (place: Place) => void
}

/** Which edition settled the bill, and why; and what of the result is not certain. */
export function editionNote(
  { edition, unconfirmed, otherReadings }: Explanation,
  label: string,
  isAsked: boolean,
  { say, words }: Notes,
): readonly HTMLElement[] {
  const { name, from, until, on } = edition
  const named = say.edition(name, from, until)
  const isOutside = !isInForce(edition)
  const told = isAsked ? (isOutside ? say.replayedOutside : say.replayed) : say.selectedOn
  return [
    element('p', { class: isOutside ? 'warning' : 'edition' }, told(named, label, on)),
    ...unconfirmed.map((leaning) => element('p', { class: 'warning' }, words.unconfirmed(leaning))),
    ...otherReadings.map((other) => element('p', { class: 'warning' }, words.otherReading(other))),
  ]
}

/** Why the bill is refused, a sentence each, with the places of the policy that say so. */
export function refusalNotes(
  issues: readonly Refusal[],
  title: string,
  { say, language, goTo }: Notes,
): readonly HTMLElement[] {
  const shown = issues.slice(0, MOST)
  return [
    element('p', { class: 'refused' }, title),
    element(
      'ul',
      { class: 'refused' },
      ...shown.map(({ issue, places }) =>
        element(
          'li',
          {},
          describeIssue(issue, language),
          ...places.map((place) =>
            element('button', { type: 'button', class: 'place', onclick: () => goTo(place) }, say.goThere),
          ),
        ),
      ),
      issues.length > MOST ? element('li', {}, '…') : null,
    ),
  ]
}

const MOST = 20

export function brokenNote({ errors, first }: Extract<Outcome, { kind: 'broken' }>, { say, goTo }: Notes): HTMLElement {
  return element(
    'p',
    { class: 'refused' },
    say.broken(errors),
    first ? element('button', { type: 'button', class: 'place', onclick: () => goTo(first) }, say.goThere) : null,
  )
}
