import { statSync } from 'node:fs'
import { generate } from '../../diff/population/generate.ts'
import type { GivenCase } from '../../diff/population/compare-over.ts'
import type { Both } from '../../diff/population/weights.ts'
import type { Program } from '../../program/program.ts'
import { Refusal, UsageError, type Call, type Option } from '../command.ts'
import type { Group } from '../load.ts'
import { formatOf } from '../batch/job.ts'
import { openCases } from '../read-cases.ts'
import { readCase } from '../settle.ts'
import type { Line } from '../split-lines.ts'
import { loadWeights } from './weights-file.ts'

export const overOption: Option = {
  name: 'over',
  value: 'FILE|generated:SEED:COUNT',
  says: {
    zh: '每件案例（每行一件，NDJSON、CSV、Parquet；或一件，JSON）按两边各结算一次，比较增减；或用种子生成这么多件',
    en: 'settle each case (one to a row, NDJSON, CSV, Parquet; or one, JSON) under both and compare; or so many generated from a seed',
  },
}

export const weightsOption: Option = {
  name: 'weights',
  value: 'FILE',
  says: {
    zh: '生成案例所用的权重（JSON），替换政策旁边 *.population.json 里的同名各项',
    en: 'weights for generated cases (JSON), in place of those in *.population.json beside the policy',
  },
}

/** How generated cases were drawn, so that anybody can draw them again. */
export interface Generated {
  readonly seed: string
  readonly count: number
  readonly weights: readonly string[]
  readonly hash: string
  readonly assumptions: readonly Both[]
}

/** Cases, how far one has come with them (of 1), and how they were generated, if they were. */
export interface Over {
  readonly cases: AsyncIterable<GivenCase> | Iterable<GivenCase>
  readonly part: (number: number) => number
  readonly generated: Generated | null
}

/** Opens what `--over` names. Throws a UsageError or a Refusal for what can't be opened. */
export async function openOver(
  over: string,
  [program, after]: readonly [Program, Program],
  group: Group,
  call: Call,
): Promise<Over> {
  const [isGenerated, seed = '', count = ''] = /^generated:([^:]*):([^:]*)$/.exec(over) ?? []
  if (isGenerated !== undefined)
    return generated(numberOf('SEED', seed), numberOf('COUNT', count), program, group, call)
  if (over.startsWith('generated')) throw new UsageError((say) => say.notGenerated(over))
  const format = formatOf(over)
  if (format === 'csv' || format === 'parquet') {
    const { casesOfTable } = await import('./over-table.ts')
    return casesOfTable({ path: over, format }, [program, after])
  }
  const size = statSync(over, { throwIfNoEntry: false })?.size ?? 0
  const opened = await openCases(over)
  if (opened.kind === 'one') return { cases: [onlyCase(opened.line, over, call)], part: () => 1, generated: null }
  const lines = opened.lines[Symbol.asyncIterator]()
  let next = await lines.next()
  if (next.done) throw new Refusal((say) => say.noCasesIn(over))
  let read = 0
  async function* cases(): AsyncGenerator<GivenCase> {
    for (; !next.done; next = await lines.next()) {
      read += Buffer.byteLength(next.value.text ?? '') + 1
      const given = readCase(next.value, call.language, call.words)
      yield given.ok ? { ok: true, input: given.value } : { ok: false, code: given.faults[0]?.code ?? '' }
    }
  }
  return { cases: cases(), part: () => (size > 0 ? read / size : 0), generated: null }
}

/** Of many cases those that can't be read are counted; one alone is refused. */
function onlyCase(line: Line, path: string, { language, words }: Call): GivenCase {
  const given = readCase(line, language, words)
  if (given.ok) return { ok: true, input: given.value }
  const messages = given.faults.map(({ message }) => message)
  throw new Refusal((say) => (line.text?.trim() === '' ? say.noCasesIn(path) : say.overRefused(path, messages)))
}

export function generated(seed: number, count: number, program: Program, group: Group, call: Call): Over {
  const { weights, files, hash } = loadWeights(program, group, call)
  function* cases(): Generator<GivenCase> {
    for (const input of generate(weights, String(seed), count)) yield { ok: true, input }
  }
  const { assumptions } = weights
  return {
    cases: cases(),
    part: (number) => number / Math.max(count, 1),
    generated: { seed: String(seed), count, weights: files, hash, assumptions },
  }
}

/** A whole number as the command line has it. Throws a UsageError. */
export function numberOf(name: string, written: string): number {
  const number = Number(written)
  if (!/^\d{1,15}$/.test(written)) throw new UsageError((say) => say.notAWholeNumber(name, written))
  return number
}
