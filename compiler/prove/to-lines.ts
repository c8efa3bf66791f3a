import { parse, subtract, toDecimal, toText } from '../../runtime/rational.ts'
import { visible } from '../problem/visible.ts'
import type { Place, Program } from '../program/program.ts'
import type { Finding, Proof, PropertyKind, Witness } from './proof.ts'
import type { Words } from './words.ts'
import { sizeOf } from '../diff/exact/linear/numbers.ts'

/** How it is said; `bold` makes a text stand out, `placeText` says where something stands, `nameOf` what a label is called. */
export interface Style {
  readonly words: Words
  readonly placeText: (place: Place) => string
  readonly bold: (text: string) => string
  readonly nameOf: (label: string) => string
}

const kinds: readonly PropertyKind[] = ['promise', 'monotone', 'conservation', 'notNegative', 'rate']

/** A proof for people: what holds in a line or so, what does not with a case. */
export function proofLines({ properties }: Proof, program: Program, style: Style): readonly string[] {
  const { words } = style
  const heading = (text: string): string => style.bold(visible(text))
  const { policy, decision, edition } = program
  const count = (status: Finding['status']): number => properties.filter((each) => each.status === status).length
  return [
    heading(words.title(policy.label, decision.label, edition)),
    '',
    ...kinds.flatMap((kind) => {
      const own = properties.filter((each) => each.kind === kind)
      return own.length === 0 ? [] : [heading(words.kind[kind]), ...kindLines(own, program, style).map(visible), '']
    }),
    words.summary(count('proved'), count('refuted'), count('limit')),
  ]
}

function kindLines(own: readonly Finding[], program: Program, style: Style): readonly string[] {
  const { words, nameOf } = style
  const [first] = own
  // Where the name says nothing that the kind does not, those that hold are listed.
  const isListed = first?.kind === 'notNegative' || first?.kind === 'rate'
  const listed = isListed ? own.filter(({ status, outside }) => status === 'proved' && !outside) : []
  return [
    ...(listed.length > 0 ? [`  ${words.status.proved}  ${words.all(listed.map(({ name }) => nameOf(name)))}`] : []),
    ...own.filter((each) => !listed.includes(each)).flatMap((each) => findingLines(each, program, style)),
  ]
}

function findingLines(finding: Finding, { edition }: Program, style: Style): readonly string[] {
  const { words, placeText, nameOf } = style
  const { kind, status, name, place, witness, outside, limits } = finding
  // What a policy promises has a title, which is quoted.
  const isTitle = kind === 'promise' || kind === 'monotone'
  const told = isTitle
    ? name
    : name
        .split(/( [=+≥] )/u)
        .map(nameOf)
        .join('')
  return [
    `  ${words.status[status]}  ${told}${status === 'proved' ? '' : `  ${words.statedAt(placeText(place))}`}`,
    ...(witness ? witnessLines(witness, style) : []),
    ...(outside ? [`      ${words.outside(edition)}`, ...witnessLines(outside, style)] : []),
    ...limits.map(
      ({ expression, place: at, why }) => `      ${words.notDecided(expression, placeText(at), words.why(why))}`,
    ),
  ]
}

function witnessLines(witness: Witness, { words, nameOf }: Style): readonly string[] {
  const { input, output, refusedBy, found, dearer } = witness
  const refused = (labels: readonly string[]): readonly string[] => (labels.length > 0 ? [words.refusedBy(labels)] : [])
  const settled = `${words.settled}${JSON.stringify(output)}`
  if (!dearer) {
    const values = found.length > 0 ? [words.found(found.map(({ name, value }) => [nameOf(name), value]))] : []
    return indented([...values, `${words.case}${JSON.stringify(input)}`, settled, ...refused(refusedBy)])
  }
  const [before, after] = found
  const rise = subtract(parse(after?.value ?? '0'), parse(before?.value ?? '0'))
  const size = sizeOf(rise)
  const by = before?.value.includes('.') ? toDecimal(size, 2) : toText(size)
  const say = rise.n < 0n ? words.falls : words.rises
  return indented([
    `${words.dearer(nameOf(dearer.name), dearer.from, dearer.to)}${say(nameOf(before?.name ?? ''), before?.value ?? '', after?.value ?? '', by)}`,
    `${words.first}${JSON.stringify(input)}`,
    settled,
    ...refused(refusedBy),
    `${words.second}${JSON.stringify(dearer.input)}`,
    `${words.settled}${JSON.stringify(dearer.output)}`,
    ...refused(dearer.refusedBy),
  ])
}

function indented(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `      ${line}`)
}
