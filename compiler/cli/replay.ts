import type { Language } from '../../grammar/tree.ts'
import { byBegin } from '../../runtime/select-edition.ts'
import type { BoundPolicy } from '../bind/bound.ts'
import type { Program } from '../program/program.ts'
import { columnsBeside } from './columns.ts'
import { ledgerOf } from './ledger.ts'
import type { Settling } from '../interpret/settle-case.ts'
import { readCase, settleUnder, type Settled } from './settle.ts'
import type { Line } from './split-lines.ts'
import type { Words } from './words.ts'

/** The value of `--edition` that stands for all of them. */
export const everyEdition = 'all'

/** What comes of a case under one edition, whatever its date. */
export interface Replay {
  readonly program: Program
  readonly settled: Settled
}

/** One case under every edition of the decision, the oldest first; or why the case can't be read at all. */
export function replay(
  line: Line,
  { programs }: Settling,
  language: Language,
  say: Words,
): readonly Replay[] | Extract<Settled, { ok: false }> {
  const read = readCase(line, language, say)
  if (!read.ok) return read
  const oldestFirst = programs.toSorted((a, b) => byBegin(a.edition, b.edition))
  return oldestFirst.map((program) => ({ program, settled: settleUnder(program, read.value, true, language) }))
}

/** The editions that settle the case beside each other, what differs marked; then why the others do not. */
export function replayLines(
  replays: readonly Replay[],
  policy: BoundPolicy,
  language: Language,
  say: Words,
  bold: (text: string) => string,
): readonly string[] {
  const columns = replays.flatMap(({ program, settled }) =>
    settled.ok
      ? [{ head: program.edition.name, ledger: ledgerOf(program, policy, settled.evaluation, language, say) }]
      : [],
  )
  const refusals = replays.flatMap(({ program, settled }) =>
    settled.ok ? [] : settled.faults.map(({ message }) => say.refusedUnder(program.edition.name, message)),
  )
  const table = columnsBeside(columns, bold, say.differs)
  return table.length > 0 && refusals.length > 0 ? [...table, '', ...refusals] : [...table, ...refusals]
}
