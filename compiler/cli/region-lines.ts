import type { Compared, ComparedRegion } from '../diff/report/compared.ts'
import { conditionText } from '../diff/exact/write.ts'
import { visible } from '../problem/visible.ts'
import type { Call } from './command.ts'
import { boldOn } from './terminal.ts'

/** What two programs settle differently, output by output; then what they agree on, and what was not decided. */
export function regionLines(
  { verdict, regions, limits }: Pick<Compared, 'verdict' | 'regions' | 'limits'>,
  call: Call,
): readonly string[] {
  const { words, terminal } = call
  const bold = boldOn(terminal)
  const changed = Object.entries(verdict).filter(([, each]) => each !== 'same')
  const same = Object.entries(verdict).flatMap(([output, each]) => (each === 'same' ? [output] : []))
  return [
    ...changed.flatMap(([output, each]) => [
      bold(`${output}: ${words.verdict[each]}`),
      ...regions.filter((region) => region.output === output).flatMap((region) => linesOf(region, call)),
      '',
    ]),
    ...(same.length > 0 ? [words.sameOutputs(same)] : []),
    limits.length === 0 ? words.comparedAll : words.notDecided,
    ...limits.map(({ expression, place, why }) => `  ${visible(expression)}${place === '' ? '' : ` ${place}`}: ${why}`),
  ]
}

function linesOf(
  { kind, difference, least, most, where, witness }: ComparedRegion,
  { words }: Call,
): readonly string[] {
  const bounds = least === null && most === null ? '' : ` (${least ?? '…'} … ${most ?? '…'})`
  return [
    `  ${visible(difference)}${bounds}${kind === 'throughRounding' ? ` ${words.throughRounding}` : ''}`,
    ...where.map((each) => `    ${visible(conditionText(each))}`),
    ...(witness ? [`    ${words.forExample(witness.before, witness.after)} ${JSON.stringify(witness.input)}`] : []),
  ]
}
