import type { Basis, TextChange } from '../diff/text/text-change.ts'
import { visible } from '../problem/visible.ts'
import type { Call } from './command.ts'
import { colourOn } from './terminal.ts'

/** What one edition says otherwise than another, for people: cell by cell where there are cells, else both texts. */
export function textChangeLines(
  changes: readonly TextChange[],
  { words, terminal }: Pick<Call, 'words' | 'terminal'>,
  inWords: (written: string) => string = (written) => written,
): readonly string[] {
  const told = (written: string): string => {
    const read = inWords(written)
    return read === written ? written : `${read} (${written})`
  }
  const inNames = (name: string): string => name.split(' → ').map(inWords).join(' → ')
  const colour = colourOn(terminal)
  const before = (text: string): string => colour('31', `− ${visible(text)}`)
  const after = (text: string): string => colour('32', `+ ${visible(text)}`)
  return changes.flatMap((change) => {
    const { kind, what, name } = change
    const isOfRules = what === 'rule' || what === 'invariant'
    const isNamed = what === 'article' || what === 'source' || what === 'dataset' || what === 'name'
    const title = `${words.changeKind[kind]} ${isNamed ? `${words.changeOf[what]} ` : ''}${isNamed ? name : isOfRules ? told(name) : inNames(name)}`
    const sides = [
      { side: change.before, mark: before },
      { side: change.after, mark: after },
    ]
    const places = sides.flatMap(({ side, mark }) => (side ? [`  ${mark(side.place)}`] : []))
    const cells = change.cells.flatMap((cell) => [
      `    ${visible([cell.row, cell.column].flatMap((each) => (each === null ? [] : each.split(' · ').map(told).join(' · '))).join(' × '))}${words.colon}`,
      ...(cell.before === null ? [] : [`      ${before(told(cell.before))}`]),
      ...(cell.after === null ? [] : [`      ${after(told(cell.after))}`]),
    ])
    const texts = sides.flatMap(({ side, mark }) =>
      side
        ? [
            `  ${mark(side.place)}`,
            ...side.text.split('\n').map((line) => `    ${mark(line)}`),
            ...(isOfRules && inWords(side.text) !== side.text
              ? inWords(side.text)
                  .split('\n')
                  .map((line) => `      = ${visible(line)}`)
              : []),
          ]
        : [],
    )
    const whole = kind === 'moved' || what === 'article' ? [...places, ...moveLines(change, before, after)] : texts
    return [visible(title), ...(cells.length > 0 ? [...places, ...cells] : whole)]
  })
}

/** Under which article and heading it stood, and stands. */
function moveLines(
  { basis }: TextChange,
  before: (text: string) => string,
  after: (text: string) => string,
): readonly string[] {
  const place = (of: Basis | null): string => (of ? [of.source, of.article, of.heading ?? ''].join(' ').trim() : '')
  return [`    ${before(place(basis.before))}`, `    ${after(place(basis.after))}`]
}
