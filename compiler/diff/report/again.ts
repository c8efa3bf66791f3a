import { provenanceOf } from '../../program/provenance.ts'
import { element, fragment, type Html } from '../../show/html.ts'
import type { Report, Reported } from './to-html.ts'
import { textsOf } from '../../files/texts.ts'

/** By what both were settled, so that the comparison can be worked out again. */
export function againSection({ compared, before, after, words }: Report): Html {
  const { columns } = words
  const row = (head: string, ...content: (Html | string)[]): Html =>
    element('tr', {}, element('th', { scope: 'row' }, head), element('td', {}, ...content))
  const side = (name: string, reported: Reported): readonly Html[] => {
    const { policy } = provenance(reported)
    return [
      row(columns.edition, element('code', {}, name)),
      row(columns.hash, policy === null ? '—' : element('code', {}, policy.replace(/^sha256:/u, ''))),
      row(columns.files, element('code', {}, reported.program.files.join(' '))),
    ]
  }
  const { flips } = compared
  const axes = flips?.grid ? ` --along ${flips.grid.across},${flips.grid.up}` : ''
  const months = flips && flips.case.label === null ? ` --case case.json${axes}` : ''
  const command = `npx daiyu diff ${compared.before} ${compared.after}${months} --format html`
  return fragment(
    element('p', { class: 'note' }, words.againSays, areTwoTexts(before, after) ? ` ${words.againTexts}` : ''),
    element(
      'table',
      { class: 'plain again' },
      element(
        'tbody',
        {},
        ...side(compared.before, before),
        ...side(compared.after, after),
        row(columns.compiler, element('code', {}, provenance(after).compiler)),
        areTwoTexts(before, after) ? '' : row(columns.command, element('code', {}, command)),
      ),
    ),
  )
}

/** Is there a file of which each side has another text? The command line reads every file once. */
const areTwoTexts = (before: Reported, after: Reported): boolean =>
  before.files.some(({ name, text }) => after.files.some((other) => other.name === name && other.text !== text))

const provenance = ({ program, files }: Reported) => provenanceOf(program, textsOf(files))
