import type { BoundPolicy } from '../bind/bound.ts'
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
export function answerOnce(line: Line, { settling, policy, group, call }: Job): Answer {
  const settled = settleText(line, settling, call.language, call.words)
  if (!settled.ok) return answerNothing(settled.faults)
  return {
    isFine: true,
    faults: [],
    json: () => resultOf(settled, group, call),
    text: async () => {
      const ledger = ledgerOf(settled.program, policy, settled.evaluation.output, call.language, call.words)
      return `${ledgerLines(ledger, boldIn(call)).join('\n')}\n${await explanationOf([settled], group, call)}`
    },
  }
}

/** Under every edition, whatever its date. */
export function answerForAll(line: Line, { settling, policy, group, call }: Job): Answer {
  const replays = replay(line, settling, call.language, call.words)
  if ('ok' in replays) return answerNothing(replays.faults)
  const settled = replays.flatMap((each) => (each.settled.ok ? each.settled : []))
  return {
    isFine: settled.length === replays.length,
    faults: [],
    json: () =>
      Promise.all(
        replays.map(async ({ program, settled: each }) => ({
          edition: program.edition.name,
          ...(each.ok ? { result: await resultOf(each, group, call) } : errorOf(each.faults)),
        })),
      ),
    text: async () => {
      const lines = replayLines(replays, policy, call.language, call.words, boldIn(call))
      return `${lines.join('\n')}\n${await explanationOf(settled, group, call)}`
    },
  }
}

function answerNothing(faults: readonly Fault[]): Answer {
  return { isFine: false, faults, json: async () => errorOf(faults), text: async () => '' }
}

type Fine = Extract<Settled, { ok: true }>

async function resultOf(settled: Fine, group: Group, { switches }: Call): Promise<object> {
  const { output } = settled.evaluation
  return switches.has('explain') ? { ...output, explanation: (await explainCase(settled, group)).data } : output
}

async function explanationOf(all: readonly Fine[], group: Group, { switches, language }: Call): Promise<string> {
  if (!switches.has('explain')) return ''
  const texts = all.map(async (settled) => `\n${(await explainCase(settled, group)).text(language)}`)
  return (await Promise.all(texts)).join('')
}

function boldIn({ terminal }: Call) {
  return (text: string) => (terminal.hasColour.out ? `\u001B[1m${text}\u001B[0m` : text)
}
