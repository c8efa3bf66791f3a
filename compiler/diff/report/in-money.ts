import { parse, multiply, ofInteger, subtract, toDecimal, toText } from '../../../runtime/rational.ts'
import { interpret } from '../../interpret/interpret.ts'
import { outputAt } from '../../interpret/evaluation.ts'
import { payerOf } from '../../platform/payer.ts'
import { inColumn, inSentence } from '../../show/numbers.ts'
import { amountText } from './amount.ts'
import { billsOf, leavesOf } from './bills.ts'
import type { ComparedRegion } from './compared.ts'
import { inCommon } from './condition.ts'
import { withValue } from '../with-value.ts'
import type { Report } from './to-html.ts'

/** Where all of an output's difference is so much of one amount: by how many yuan it differs for every hundred of it. */
export function perHundred({ compared: { regions }, names, words }: Report): readonly string[] {
  const found = new Map<string, (readonly [string, string])[]>()
  const all = regions.filter(({ output }) => output !== 'refused')
  const isEverywhere = (own: readonly ComparedRegion[]): boolean => categories(own) === categories(all)
  for (const output of new Set(regions.map((each) => each.output))) {
    const own = regions.filter((each) => each.output === output)
    const formulas = new Set(own.map(({ difference }) => difference))
    const [formula = ''] = formulas
    const [, sign, factor, name] = /^(−?)(?:([\d./]+) × )?([\p{L}_][\p{L}\p{N}_.]*)$/u.exec(formula) ?? []
    if (
      !isEverywhere(own) ||
      formulas.size > 1 ||
      name === undefined ||
      name.startsWith('Δ') ||
      names.kindOf(output) !== 'money'
    )
      continue
    const hundred = toText(multiply(parse(factor ?? '1'), ofInteger(100)))
    found.set(name, [
      ...(found.get(name) ?? []),
      [names.nameOf(output), `${sign === '−' ? '−' : '+'}${inSentence(hundred)}`],
    ])
  }
  return [...found].map(([name, outputs]) => words.perHundred(names.nameOf(name), outputs))
}

/** The categories that regions have in common. */
function categories(regions: readonly ComparedRegion[]): string {
  const common = inCommon(regions).filter((condition) => !('from' in condition))
  return common
    .map((each) => JSON.stringify(each))
    .toSorted()
    .join()
}

const ROUND = '100000.00'

/** A bill of a round amount, in a case that differs, as the two settle it: the one in which most changes. */
export function exampleText({ compared: { regions }, before, after, names, words }: Report): readonly string[] {
  const { fields } = after.program.input
  const [first, ...others] = fields.filter(({ type }) => type.kind === 'money' && !type.optional)
  const shown = after.program.output.filter(
    ({ path, platform }) => payerOf(platform) !== null && regions.some(({ output }) => output === path),
  )
  if (!first || shown.length === 0) return []
  const examples = billsOf(regions).flatMap(({ input }) => {
    const plain = others.reduce((made, { path }) => withValue(made, path.split('.'), '0.00'), input)
    const bill = withValue(plain, first.path.split('.'), ROUND)
    const [was, is] = [before, after].map(({ program }) => interpret(program, bill, { isReplay: true }))
    if (!was?.ok || !is?.ok) return []
    const changes = shown.flatMap(({ path }) => {
      const [old, next] = [outputAt(was.evaluation.output, path), outputAt(is.evaluation.output, path)]
      if (typeof old !== 'string' || typeof next !== 'string' || old === next) return []
      const change = subtract(parse(next), parse(old))
      return [{ size: Math.abs(Number(change.n) / Number(change.d)), path, old, next, change: toDecimal(change, 2) }]
    })
    return changes.length > 0 ? [{ bill, changes, size: Math.max(...changes.map(({ size }) => size)) }] : []
  })
  const [example] = examples.toSorted((a, b) => b.size - a.size)
  if (!example) return []
  const kinds = new Map(fields.map(({ path, type }) => [path, type.kind]))
  const facts = [...leavesOf(example.bill)].flatMap(([path, value]) => {
    const kind = kinds.get(path)
    if (kind === 'boolean') return value === true ? [names.nameOf(path)] : []
    return kind === 'choice' || kind === 'region' ? [names.value(value)] : []
  })
  const changes = example.changes.map(
    ({ path, old, next, change }) =>
      `${names.nameOf(path)} ${inColumn(old)} → ${inColumn(next)} (${amountText(change)})`,
  )
  return [words.example(facts, names.nameOf(first.path), inSentence(ROUND), changes)]
}

/** What becomes of what each party pays: the insured, each fund, and all of them. */
export function partiesText({ compared: { verdict }, after, names, words }: Report): readonly string[] {
  const lines = (['person', 'fund'] as const).flatMap((party) => {
    const own = after.program.output.filter(({ path, platform }) => {
      const isTotal = party === 'fund' || platform === 'psn_part_amt'
      return payerOf(platform) === party && isTotal && verdict[path] !== undefined
    })
    const said = own.map(({ path }) => `${names.nameOf(path)} ${words.becomes[verdict[path]!]}`)
    return said.length > 0 ? [words.party(party, said)] : []
  })
  return lines.length > 0 ? [lines.join(' ')] : []
}
