import type { BoundPolicy } from '../bind/bound.ts'
import { resultWithLeanings } from '../explain/leanings.ts'
import { toPlatform } from '../platform/to-platform.ts'
import type { Call } from './command.ts'
import { explainCase } from './explain-case.ts'
import { ledgerLines, ledgerOf } from './ledger.ts'
import type { Group } from './load.ts'
import { replay, replayLines } from './replay.ts'
import { errorOf, settleText, type Fault, type Settled, type Settling } from './settle.ts'
import type { Line } from './split-lines.ts'

/** What `daiyu run` is asked to do with each case. */
export interface Job {
  readonly settling: Settling
  readonly policy: BoundPolicy
  readonly group: Group
  readonly call: Call
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
    json: () => jsonOf(settled, job),
    text: async () => {
      const ledger = ledgerOf(settled.program, policy, settled.evaluation, call.language, call.words)
      return `${ledgerLines(ledger, boldIn(call)).join('\n')}\n${await explanationOf([settled], group, call)}`
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
          ...(settled.ok ? { result: await jsonOf(settled, job) } : errorOf(settled.faults)),
        })),
      ),
    text: async () => {
      const lines = replayLines(all, policy, call.language, call.words, boldIn(call))
      return `${lines.join('\n')}\n${await explanationOf(fine, group, call)}`
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

async function jsonOf(settled: Fine, { group, call }: Job): Promise<object> {
  if (!call.switches.has('explain')) return settled.result
  return { ...settled.result, explanation: (await explainCase(settled, group)).data }
}

async function explanationOf(all: readonly Fine[], group: Group, { switches, language }: Call): Promise<string> {
  if (!switches.has('explain')) return ''
  const texts = all.map(async (settled) => `\n${(await explainCase(settled, group)).text(language)}`)
  return (await Promise.all(texts)).join('')
}

function boldIn({ terminal }: Call) {
  return (text: string) => (terminal.hasColour.out ? `\u001B[1m${text}\u001B[0m` : text)
}
