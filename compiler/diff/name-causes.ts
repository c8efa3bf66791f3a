import { keywordOf } from '../../grammar/keyword-tokens.ts'
import { translate } from '../../grammar/translate.ts'
import type { Language, Span } from '../../grammar/tree.ts'
import { namesFor } from '../bind/names-for.ts'
import { languageOf } from '../check/spelling.ts'
import { positionOf } from '../problem/position.ts'
import type { Place } from '../program/program.ts'
import type { Cause } from './exact/comparison.ts'
import type { ComparedEdition } from './text/statements.ts'
import type { CellChange, TextChange, WrittenRule } from './text/text-change.ts'
import { once } from '../once.ts'

/** A cause in words. `name`: rule and cell, as JSON has it, in identifiers; `before` and `after`: what is written there. */
export interface NamedCause {
  readonly name: string
  readonly told: Readonly<Record<Language, string>>
  /** The index of the change of the text that it is a part of; null where there is none. */
  readonly change: number | null
}

/** Says which rule, and which cell or line of it, each cause is: `table reduction, row referral × otherwise`. */
export function causeNamer(
  changes: readonly TextChange[],
  before: ComparedEdition,
  after: ComparedEdition,
): (cause: Cause) => NamedCause {
  const known = new Map<string, NamedCause>()
  return (cause) => once(known, JSON.stringify(cause), () => nameOf(cause, changes, before, after))
}

function nameOf(
  cause: Cause,
  changes: readonly TextChange[],
  before: ComparedEdition,
  after: ComparedEdition,
): NamedCause {
  const change = changes.findIndex(
    (each) => stands(cause.before, each.before, before) || stands(cause.after, each.after, after),
  )
  const { cells = [] } = changes[change] ?? {}
  const cell = cells.find(({ spans }) =>
    spans.some(([was, is]) => within(cause.before, was) && within(cause.after, is)),
  )
  const side = cause.after ? after : before
  const place = cause.after ?? cause.before
  const from = place ? languageOf({ policy: side.policy, file: place.file }) : 'zh'
  const into = (language: Language): ((text: string) => string) => {
    const names = new Map([before, after].flatMap(({ policy }) => [...namesFor(policy, language)]))
    return (text) => (from === language ? text : translate(text, from, language, names))
  }
  const [zh, en] = [into('zh'), into('en')]
  const word = wordOf(changes[change])
  const written = [textAt(before, cause.before), textAt(after, cause.after)]
  const opening = (language: (text: string) => string): string => (word === '' ? '' : `${language(word)} `)
  const name = `${opening(en)}${cause.id}${cell ? `, row ${cellName(cell, en)}` : ''}`
  return {
    name,
    told: {
      zh: `${opening(zh)}${cause.label}${cell ? `，${cellName(cell, zh)}` : ''}${turn(written, cell, zh, '：')}`,
      en: `${name}${turn(written, cell, en, ': ')}`,
    },
    change: change < 0 ? null : change,
  }
}

/** What a rule is opened with: 表格, 分段; nothing where it is opened with its name. */
function wordOf(change: TextChange | undefined): string {
  if (change?.what !== 'rule') return ''
  const [first = ''] = ((change.after ?? change.before)?.text ?? '').split(/\s/u)
  return keywordOf(first) === null ? '' : first
}

function cellName({ row, column }: CellChange, into: (text: string) => string): string {
  const parts = [row, column].flatMap((each) => (each ? each.split(' · ').map(into).join(' · ') : []))
  return parts.join(' × ')
}

/** `20个百分点 → 10个百分点`, if both are short enough to stand in a line. */
function turn(
  [before, after]: readonly (string | null)[],
  cell: CellChange | undefined,
  into: (text: string) => string,
  colon: string,
): string {
  const [was, is] = [cell?.before ?? before ?? null, cell?.after ?? after ?? null].map((each) => each && into(each))
  if (was == null || is == null || was === is || was.includes('\n') || is.includes('\n')) return ''
  return `${colon}${was} → ${is}`
}

/** Does a place lie among the lines of a statement? */
function stands(place: Place | null, written: WrittenRule | null, { files }: ComparedEdition): boolean {
  if (!place || !written) return false
  const [, file, first] = /^(.*):(\d+)$/u.exec(written.place) ?? []
  const text = files.find(({ name }) => name === place.file)?.text
  if (file !== place.file || text === undefined) return false
  const { line } = positionOf(text, place)
  return line >= Number(first) && line < Number(first) + written.text.split('\n').length
}

/** Does a place lie in a cell? Where there is none, it lies nowhere. */
function within(place: Place | null, span: Span | null): boolean {
  if (!place || !span) return !place && !span
  return span.start <= place.start && place.end <= span.end
}

/** What is written at a place; nothing at the name of the policy, where an output stands that no rule says anything of. */
function textAt({ files, policy }: ComparedEdition, place: Place | null): string | null {
  const text = place && files.find(({ name }) => name === place.file)?.text
  const written = text && place ? text.slice(place.start, place.end) : null
  return written === policy.id ? null : written
}
