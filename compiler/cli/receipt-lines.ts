import type { Receipt } from '../../runtime/receipt.ts'
import { visible } from '../problem/visible.ts'
import { padEnd, textWidth } from './text-width.ts'
import type { Words } from './words.ts'

/** A receipt as a short block for people. */
export function receiptLines(
  { decision, edition, policy, readings, compiler, input, output }: Receipt,
  { receipt }: Words,
  bold: (text: string) => string,
): readonly string[] {
  const chosen = Object.entries(readings).map(([name, other]) => `${name}=${other}`)
  const rows = [
    [receipt.decision, `${decision}@${edition}`],
    [receipt.policy, policy ?? ''],
    [receipt.readings, chosen.join(', ') || receipt.ownReadings],
    [receipt.compiler, compiler],
    [receipt.input, input],
    [receipt.output, output],
  ] as const
  const width = Math.max(...rows.map(([name]) => textWidth(name)))
  return [bold(receipt.title), ...rows.map(([name, value]) => `  ${padEnd(name, width)}  ${visible(value)}`)]
}
