import type { Provenance, Receipt } from '../../runtime/receipt.ts'
import { hashOf } from '../../runtime/receipt.ts'
import type { BoundPolicy } from '../bind/bound.ts'
import { resultWithLeanings } from '../explain/leanings.ts'
import { toPlatform } from '../platform/to-platform.ts'
import type { Program } from '../program/program.ts'
import type { Call } from './command.ts'
import { explainCase } from './explain-case.ts'
import { ledgerLines, ledgerOf } from './ledger.ts'
import type { Group } from './load.ts'
import { receiptLines } from './receipt-lines.ts'
import { replay, replayLines } from './replay.ts'
import { errorOf, readCase, settleText, type Fault, type Settled } from './settle.ts'
import type { Settling } from '../interpret/settle-case.ts'
import type { Line } from './split-lines.ts'
import { boldOn } from './terminal.ts'

/** What `daiyu run` is asked to do with each case. */
export interface Job {
  readonly settling: Settling
  readonly policy: BoundPolicy
  readonly group: Group
  readonly call: Call
  /** What receipts say of a program. */
  readonly provenance: (program: Program) => Provenance
}

/** What comes of a case: for programs, and for people. Only what is asked for is made. */
export interface Answer {
  readonly isFine: boolean
  /** Why nothing could be settled at all; then `json` is the error line. */
  readonly faults: readonly Fault[]
  readonly json: () => Promise<object>
  readonly text: () => Promise<string>
}

/** Under the edition that is in force on its date, or the one that is asked for. */
export function answerOnce(line: Line, job: Job): Answer {
  const { settling, policy, group, call } = job
  const settled = inFormat(settleText(line, settling, call.language, call.words), call)
  if (!settled.ok) return answerNothing(settled.faults)
  return {
    isFine: true,
    faults: [],
    json: () => jsonOf(settled, line, job),
    text: async () => {
      const ledger = ledgerOf(settled.program, policy, settled.evaluation, call.language, call.words)
      const lines = [...ledgerLines(ledger, boldOn(call.terminal)), ...receiptsOf([settled], line, job)]
      return `${lines.join('\n')}\n${await explanationOf([settled], group, call)}`
    },
  }
}

/** Under every edition, whatever its date. */
export function answerForAll(line: Line, job: Job): Answer {
  const { settling, policy, group, call } = job
  const replays = replay(line, settling, call.language, call.words)
  if ('ok' in replays) return answerNothing(replays.faults)
  const all = replays.map(({ program, settled }) => ({ program, settled: inFormat(settled, call) }))
  const fine = all.flatMap(({ settled }) => (settled.ok ? settled : []))
  return {
    isFine: fine.length === all.length,
    faults: [],
    json: () =>
      Promise.all(
        all.map(async ({ program, settled }) => ({
          edition: program.edition.name,
          ...(settled.ok ? { result: await jsonOf(settled, line, job) } : errorOf(settled.faults)),
        })),
      ),
    text: async () => {
      const lines = replayLines(all, policy, call.language, call.words, boldOn(call.terminal))
      const receipts = receiptsOf(fine, line, job)
      return `${[...lines, ...receipts].join('\n')}\n${await explanationOf(fine, group, call)}`
    },
  }
}

function answerNothing(faults: readonly Fault[]): Answer {
  return { isFine: false, faults, json: async () => errorOf(faults), text: async () => '' }
}

type Fine = Extract<Settled, { ok: true }> & { readonly result: object }

/** With the result as programs are to get it; what has no such form is a fault. */
function inFormat(settled: Settled, { values, words }: Call): Fine | Extract<Settled, { ok: false }> {
  if (!settled.ok) return settled
  if (values.get('format') !== 'platform')
    return { ...settled, result: resultWithLeanings(settled.program, settled.evaluation) }
  const platform = toPlatform(settled.program, settled.evaluation)
  if (platform.ok) return { ...settled, result: platform.settlement }
  const faults = platform.broken.map((broken) => ({
    code: 'accounting-identity',
    path: broken.field,
    message: words.brokenIdentity(broken),
  }))
  return { ok: false, faults }
}

async function jsonOf(settled: Fine, line: Line, job: Job): Promise<object> {
  const { switches } = job.call
  return {
    ...settled.result,
    ...(switches.has('receipt') ? { receipt: receiptOf(settled, line, job) } : {}),
    ...(switches.has('explain') ? { explanation: (await explainCase(settled, job.group)).data } : {}),
  }
}

function receiptOf({ program, evaluation }: Fine, line: Line, { provenance, call }: Job): Receipt {
  const read = readCase(line, call.language, call.words)
  if (!read.ok) throw new Error('a case that was settled can no longer be read')
  return { ...provenance(program), input: hashOf(read.value), output: hashOf(evaluation.output) }
}

function receiptsOf(all: readonly Fine[], line: Line, job: Job): readonly string[] {
  if (!job.call.switches.has('receipt')) return []
  return all.flatMap((settled) => [
    '',
    ...receiptLines(receiptOf(settled, line, job), job.call.words, boldOn(job.call.terminal)),
  ])
}

async function explanationOf(all: readonly Fine[], group: Group, { switches, language }: Call): Promise<string> {
  if (!switches.has('explain')) return ''
  const texts = all.map(async (settled) => `\n${(await explainCase(settled, group)).text(language)}`)
  return (await Promise.all(texts)).join('')
}
