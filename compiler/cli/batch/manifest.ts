import { fraction, toDecimal } from '../../../runtime/rational.ts'
import { isMoney, type OutputColumn } from '../../batch/columns.ts'
import { carriedBy } from '../../batch/history.ts'
import { doubtfulSourcesOf } from '../../explain/leanings.ts'
import type { Program, SourceInfo } from '../../program/program.ts'
import { version } from '../../version.ts'
import { provenancesOf } from '../provenances.ts'
import type { Job } from './job.ts'
import type { SecondOpinion } from './second-opinion.ts'
import type { Reached } from './journal.ts'

/** What was settled, by what, and what came of it; stands beside the output. */
export interface Manifest {
  readonly decision: string
  readonly compiler: string
  readonly editions: readonly EditionUsed[]
  readonly input: FileFacts
  readonly output: FileFacts
  readonly rejected: FileFacts | null
  /** Where rows were settled person by person: by which column, and the figures that start every year at zero. */
  readonly carried: { readonly person: string; readonly figures: readonly string[] } | null
  /** How many rows DuckDB has settled to the same. */
  readonly secondOpinion: SecondOpinion
  readonly rows: { readonly in: number; readonly settled: number; readonly rejected: number }
  /** Exact, in fen. */
  readonly sums: Readonly<Record<string, string>>
  readonly pieces: readonly PieceFacts[]
}

interface EditionUsed {
  readonly edition: string
  /** The hash of the policy files, as receipts have it. */
  readonly policy: string | null
  readonly readings: Readonly<Record<string, string>>
  /** The press and unconfirmed sources from which rules come; where there is none, so is the field. */
  readonly unconfirmed?: readonly Pick<SourceInfo, 'title' | 'grade'>[]
}

interface FileFacts {
  readonly file: string
  readonly size: number
  readonly sha256: string
}

/** Up to the end of a piece: how many rows, and the hashes of all that was read and written up to there. */
interface PieceFacts {
  readonly rows: number
  readonly settled: number
  readonly input: { readonly size: number; readonly sha256: string }
  readonly output: { readonly size: number; readonly sha256: string }
}

export function manifestOf(
  { decision, programs, group, person }: Pick<Job, 'decision' | 'programs' | 'group' | 'person'>,
  files: Pick<Manifest, 'input' | 'output' | 'rejected' | 'secondOpinion'>,
  reached: readonly Reached[],
  outputs: readonly OutputColumn[],
): Manifest {
  const last = reached.at(-1)
  const [rows, settled] = [last?.rows ?? 0, last?.settled ?? 0]
  const amounts = outputs.filter(isMoney)
  return {
    decision,
    compiler: `daiyu ${version}`,
    editions: editionsUsed(programs, group),
    ...files,
    carried: person === null ? null : { person, figures: carriedBy(programs)?.figures.map(({ path }) => path) ?? [] },
    rows: { in: rows, settled, rejected: rows - settled },
    sums: Object.fromEntries(amounts.map(({ path }, index) => [path, last?.sums[index] ?? '0'])),
    pieces: reached.map(({ rows: until, settled: fine, input, output }) => ({
      rows: until,
      settled: fine,
      input,
      output,
    })),
  }
}

export function editionsUsed(programs: readonly Program[], group: Job['group']): readonly EditionUsed[] {
  const provenance = provenancesOf(group)
  return programs.map((program) => {
    const { edition, policy, readings } = provenance(program)
    const unconfirmed = doubtfulSourcesOf(program).map(({ title, grade }) => ({ title, grade }))
    return { edition, policy, readings, ...(unconfirmed.length > 0 ? { unconfirmed } : {}) }
  })
}

/** Fen as yuan. */
export function yuan(fen: string): string {
  return toDecimal(fraction(BigInt(fen), 100n), 2)
}
