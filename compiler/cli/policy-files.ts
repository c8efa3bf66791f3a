import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync, type Dirent, type Stats } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { limits } from '../../grammar/limits.ts'
import type { Problem } from '../../grammar/problem.ts'
import type { SourceFile } from '../compile.ts'
import type { Shelf } from '../files/groups.ts'
import { declaredDecisions, headOf, type FileHead } from '../files/head.ts'
import { once } from '../once.ts'
import { pathFrom } from '../files/paths.ts'
import { Refusal, UsageError } from './command.ts'
import { shownPath } from './shown-path.ts'

/** A policy file as it stands on the disk. One that is too large is not read: `problem` says so. */
export interface PolicyFile extends SourceFile {
  readonly path: string
  readonly problem: Problem<'text-too-large'> | null
}

/** Reads a policy file. Throws a Refusal where it is no text in UTF-8. */
export function readPolicyFile(path: string): PolicyFile {
  return readFile(path, shownPath(path), limits.bytes)
}

// The headers stand first; above them there are comments at most.
const HEAD_BYTES = 8 * 1024

/** The head of a policy file, from its first bytes; a vocabulary is read whole, for the decisions that it declares. */
export function readHead(path: string): FileHead {
  const head = headOf(path, firstBytes(path, HEAD_BYTES))
  return head.isShared ? { ...head, declares: declaredDecisions(readPolicyFile(path).text) } : head
}

/** Files of the disk, and what else those of the heads may use; what several use is read once. */
export function shelfOf(heads: readonly FileHead[]): Shelf<PolicyFile> {
  const known = new Map<string, PolicyFile | null>()
  return {
    heads,
    pathOf: ({ path }) => resolve(path),
    policyAt: (path) => once(known, path, () => (isFile(path) ? readPolicyFile(path) : null)),
    dataOf: (file, target) => {
      const path = join(dirname(file.path), target)
      return isFile(path) ? readFile(path, pathFrom(file.name, target), limits.dataBytes) : null
    },
  }
}

function firstBytes(path: string, most: number): string {
  const file = openSync(path, 'r')
  try {
    const bytes = Buffer.alloc(most)
    return bytes.toString('utf8', 0, readSync(file, bytes, 0, most, 0))
  } finally {
    closeSync(file)
  }
}

function readFile(path: string, name: string, most: number): PolicyFile {
  const { size } = statOf(path)
  if (size > most) {
    const facts = { limit: most, found: size }
    const problem = {
      code: 'text-too-large',
      severity: 'error',
      file: name,
      span: { start: 0, end: 0 },
      facts,
    } as const
    return { path, name, text: '', problem }
  }
  return { path, name, text: decodePolicy(readFileSync(path), name), problem: null }
}

/** UTF-8 without its mark. */
export function decodePolicy(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Refusal((say) => say.notUtf8(name))
  }
}

/** The policy files that a path stands for: itself, or all below it, in order. Throws a UsageError if there is none. */
export function policyPathsAt(path: string): readonly string[] {
  const stats = statOf(path)
  if (!stats.isDirectory()) {
    if (stats.isFile()) return [path]
    throw new UsageError((say) => say.notAFile(path))
  }
  const found = policyPathsIn(path)
  if (found.length === 0) throw new UsageError((say) => say.noPoliciesIn(path))
  return found
}

/** All files *.policy below a folder, in order; folders of packages and hidden ones are left alone. */
export function policyPathsIn(folder: string): readonly string[] {
  return entriesOf(folder).flatMap((entry) => {
    if (!entry.isDirectory()) return isPolicy(entry, folder) ? [join(folder, entry.name)] : []
    return entry.name.startsWith('.') || entry.name === 'node_modules' ? [] : policyPathsIn(join(folder, entry.name))
  })
}

/** The files *.policy in a folder, without what is below it. */
export function policyPathsBeside(folder: string): readonly string[] {
  return entriesOf(folder).flatMap((entry) => (isPolicy(entry, folder) ? [join(folder, entry.name)] : []))
}

/** The files *.txt in a folder, in order. Throws a UsageError where there is no such folder. */
export function textPathsIn(folder: string): readonly { readonly name: string; readonly path: string }[] {
  if (!statOf(folder).isDirectory()) throw new UsageError((say) => say.notAFolder(folder))
  return entriesOf(folder).flatMap((entry) =>
    entry.name.endsWith('.txt') && isFile(join(folder, entry.name))
      ? [{ name: entry.name, path: join(folder, entry.name) }]
      : [],
  )
}

function entriesOf(folder: string): readonly Dirent[] {
  return readdirSync(folder, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

function isPolicy(entry: Dirent, folder: string): boolean {
  if (!entry.name.endsWith('.policy') || entry.name.startsWith('.')) return false
  return entry.isFile() || (entry.isSymbolicLink() && isFile(join(folder, entry.name)))
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
}

function statOf(path: string): Stats {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (stats === undefined) throw new UsageError((say) => say.noSuchFile(path))
  return stats
}
