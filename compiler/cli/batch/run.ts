import { fstatSync } from 'node:fs'
import { createHash, type Hash } from 'node:crypto'
import { Refusal } from '../command.ts'
import { Appended, nothing, readBlocks } from './append.ts'
import { Journal, type Purpose, type Reached } from './journal.ts'
import type { Source } from './source.ts'
import type { Paths } from './work-folder.ts'

/** A run while it goes on: what is written, and how far it has come. */
export interface Run {
  readonly purpose: Purpose
  readonly source: Source
  readonly size: number
  /** Of the input up to where it is handed out. */
  readonly input: Hash
  readonly settled: Appended
  readonly refused: Appended
  readonly samples: Appended
  readonly journal: Journal
  /** After each piece that is done. */
  readonly reached: Reached[]
}

/**
 * Begins a run, or goes on with one that was interrupted. Throws a Refusal where that was for something else, or where
 * what it has written is not there any more.
 */
export function openRun(paths: Paths, source: Source, purpose: Purpose): Run {
  const { file, start } = source
  const journal = new Journal(paths.journal)
  const { before } = journal
  const differing = before ? Object.keys(purpose).filter((key) => !isSame(before.purpose[key], purpose[key])) : []
  // What is compiled follows from all else.
  const told = differing.filter((key) => key !== 'code' || differing.length === 1)
  if (told.length > 0) throw new Refusal((say) => say.batch.otherRun(paths.folder, told))
  const { size } = fstatSync(file)
  const reached = [...(before?.reached ?? [])]
  const last = reached.at(-1)
  const [settled, refused, samples] = [paths.settled, paths.refused, paths.samples].map(
    (path) => new Appended(path),
  ) as [Appended, Appended, Appended]
  const input = createHash('sha256')
  readBlocks(file, 0, last?.input.size ?? start, (block) => input.update(block))
  if (last) {
    const isThere =
      settled.goOnAfter(last.output) && refused.goOnAfter(last.rejected) && samples.goOnAfter(last.samples)
    if (!isThere) throw new Refusal((say) => say.batch.otherRun(paths.folder, ['output']))
    if (input.copy().digest('hex') !== last.input.sha256)
      throw new Refusal((say) => say.batch.otherRun(paths.folder, ['input']))
    journal.goOn(purpose, reached)
  } else {
    settled.goOnAfter(nothing)
    refused.goOnAfter(nothing)
    samples.goOnAfter(nothing)
    journal.begin(purpose)
  }
  return { purpose, source, size, input, settled, refused, samples, journal, reached }
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
