import { existsSync, realpathSync, statSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { basename, dirname, extname, join } from 'node:path'
import type { Program } from '../../program/program.ts'
import { outputColumns } from '../../batch/columns.ts'
import { compileSound } from '../compile-group.ts'
import { inputOf, UsageError, type Call } from '../command.ts'
import { loadDecision, policiesFolder, type Group } from '../load.ts'
import { pathsOf } from './work-folder.ts'

export type Format = 'csv' | 'ndjson' | 'parquet'

/** A file of rows, in the format that its name says. */
export interface RowFile {
  readonly path: string
  readonly format: Format
}

/** What `daiyu batch` is asked to do. */
export interface Job {
  readonly decision: string
  /** The editions from which the date of a row selects; one alone, whatever the date, where `isReplay`. */
  readonly programs: readonly Program[]
  readonly isReplay: boolean
  readonly group: Group
  readonly input: RowFile
  readonly output: RowFile
  /** Columns of the input, by their dotted names: those that come out again, and those that nothing is made of. */
  readonly keep: readonly string[]
  readonly ignore: readonly string[]
  /** The column that says whose bill it is, where the figures of the year are to be carried. */
  readonly person: string | null
  readonly workers: number
}

/** Of a job what its input is read by. */
export interface RowsRead extends Pick<Job, 'programs' | 'input' | 'keep' | 'ignore' | 'person' | 'workers'> {
  readonly ignoresOthers?: boolean
}

/**
 * Reads the command line, and compiles the decision; where its policies are not sound, says why and gives the exit
 * status. Throws a UsageError for what is not there or can't be meant.
 */
export async function readJob(call: Call): Promise<Job | number> {
  const { values } = call
  const input = rowFile(inputOf(call))
  const written = values.get('output')
  if (written === undefined) throw new UsageError((say) => say.optionMissing('--output FILE'))
  const output = rowFile(written)
  checkFiles(input.path, output.path)
  const [keep, ignore] = [namesIn(values.get('keep')), namesIn(values.get('ignore'))]
  const person = values.get('person') ?? null
  checkNames([...new Set([...keep, ...(person === null ? [] : [person])]), ...ignore])
  const workers = workersOf(values.get('workers'))
  const [decision = ''] = call.operands
  const group = loadDecision(policiesFolder(values.get('policies')), decision)
  const compilation = await compileSound(group, call)
  if (typeof compilation === 'number') return compilation
  const edition = values.get('edition')
  const programs = editionsOf(compilation.programs, edition)
  checkKept(keep, programs)
  return {
    decision,
    programs,
    isReplay: edition !== undefined,
    group,
    input,
    output: { ...output, path: placeOf(output.path) },
    keep,
    ignore,
    person,
    workers,
  }
}

/** The file that a path names, by its ending. Throws a UsageError for any other. */
function rowFile(path: string): RowFile {
  const format = formatOf(path)
  if (format === null) throw new UsageError((say) => say.batch.noFormat(path))
  return { path, format }
}

/** null for what ends otherwise. */
export function formatOf(path: string): Format | null {
  switch (extname(path).toLowerCase()) {
    case '.csv':
      return 'csv'
    case '.ndjson':
    case '.jsonl':
      return 'ndjson'
    case '.parquet':
      return 'parquet'
  }
  return null
}

function checkFiles(input: string, output: string): void {
  const given = statSync(input, { throwIfNoEntry: false })
  if (!given) throw new UsageError((say) => say.noSuchFile(input))
  // A pipe has no size, and can't be read again after an interruption.
  if (!given.isFile()) throw new UsageError((say) => say.notAFile(input))
  if (!existsSync(dirname(output))) throw new UsageError((say) => say.noSuchFile(dirname(output)))
  // All that is written at the end.
  const { final } = pathsOf({ output: { path: placeOf(output), format: 'csv' }, person: null })
  for (const path of [final.output, final.rejected, final.manifest]) {
    const made = statSync(path, { throwIfNoEntry: false })
    if (made && !made.isFile()) throw new UsageError((say) => say.notAFile(path))
    if (made && made.ino === given.ino && made.dev === given.dev)
      throw new UsageError((say) => say.batch.sameFile(path))
  }
}

/** Where a file lies that may be reached by a link: what is written replaces the file, and not the link. */
function placeOf(path: string): string {
  return existsSync(path) ? realpathSync(path) : join(realpathSync(dirname(path)), basename(path))
}

function namesIn(written: string | undefined): readonly string[] {
  const names = (written ?? '').split(',').map((name) => name.trim())
  return names.filter((name) => name !== '')
}

function checkNames(names: readonly string[]): void {
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) throw new UsageError((say) => say.batch.keptTwice(twice))
}

/** A column that is kept must not be taken for one of the results. */
function checkKept(keep: readonly string[], programs: readonly Program[]): void {
  const written = outputColumns(programs).map(({ path }) => path)
  const clash = keep.find((name) => written.some((path) => path === name || path.startsWith(`${name}.`)))
  if (clash !== undefined) throw new UsageError((say) => say.batch.keptIsResult(clash))
}

function workersOf(written: string | undefined): number {
  if (written === undefined) return availableParallelism()
  const number = Number(written)
  if (!/^\d{1,3}$/.test(written) || number < 1 || number > 256)
    throw new UsageError((say) => say.batch.notWorkers(written))
  return number
}

function editionsOf(programs: readonly Program[], edition: string | undefined): readonly Program[] {
  if (edition === undefined) return programs
  const asked = programs.filter((program) => program.edition.name === edition)
  const names = programs.map((program) => program.edition.name)
  if (asked.length === 0) throw new UsageError((say) => `${say.noSuchEdition(edition)}${say.thereAre(names)}`)
  return asked.map((program) => ({ ...program, edition: { ...program.edition, from: null, until: null } }))
}
