import { statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { near } from '../../grammar/near.ts'
import { decisionIds, decisionName, groupByDecision, withData, withUses } from '../files/groups.ts'
import { hasOnlyExamples, type FileHead } from '../files/head.ts'
import { Refusal, UsageError } from './command.ts'
import { packageRoot } from './package-root.ts'
import {
  policyPathsAt,
  policyPathsBeside,
  policyPathsIn,
  readHead,
  readPolicyFile,
  shelfOf,
  type PolicyFile,
} from './policy-files.ts'
import { shownPath } from './shown-path.ts'

/** Files that are compiled together: all that is said of one decision of one policy, and the vocabularies and modules it uses. */
export type Group = readonly PolicyFile[]

/** Where policies are looked for: `--policies`, else ./policies, else what comes with the package. */
export function policiesFolder(asked: string | undefined): string {
  if (asked === undefined) return isFolder('policies') ? 'policies' : join(packageRoot(), 'policies')
  if (!isFolder(asked)) throw new UsageError((say) => say.noSuchFile(asked))
  return asked
}

/**
 * The folder for what looks at, or changes, policies of one's own: where no path is named, ./policies has to be there,
 * so that nobody is told that all is well of files that were not meant.
 */
export function ownFolder(asked: string | undefined, paths: readonly string[]): string {
  if (asked === undefined && paths.length === 0 && !isFolder('policies'))
    throw new UsageError((say) => say.noSuchFile('policies'))
  return policiesFolder(asked)
}

/** The files of one decision, `<policy>.<decision>`. Throws a Refusal that names the ones there are. */
export function loadDecision(folder: string, decision: string): Group {
  return decisionFiles(folder, decision, (text) => !hasOnlyExamples(text))
}

/** The same with the files that hold nothing but examples. */
export function loadWithExamples(folder: string, decision: string): Group {
  return decisionFiles(folder, decision, () => true)
}

function decisionFiles(folder: string, decision: string, isWanted: (text: string) => boolean): Group {
  const heads = policyPathsIn(folder).map(readHead)
  const idOf = decisionIds(heads)
  const files = heads.filter((head) => decisionName(head, idOf) === decision).map(readAt)
  if (files.length === 0) throw unknownDecision(decision, heads, folder)
  return withUses(
    files.filter(({ text }) => isWanted(text)),
    shelfOf(heads),
  )
}

/** Every group to which one of the paths belongs. Without paths: all in the folder. */
export function loadGroups(paths: readonly string[], folder: string): readonly Group[] {
  const asked = new Set((paths.length > 0 ? paths : [folder]).flatMap(policyPathsAt).map((path) => resolve(path)))
  const isOutside = [...asked].some((path) => !isInside(path, folder))
  const beside = isOutside ? [...new Set([...asked].map((path) => dirname(path)))].flatMap(policyPathsBeside) : []
  const all = new Set([...asked, ...policyPathsIn(resolve(folder)), ...beside])
  const heads = [...all].map(readHead)
  const shelf = shelfOf(heads)
  const groups = groupByDecision(heads).filter((group) => group.some(({ path }) => asked.has(path)))
  const loaded = groups.map((group) => withUses(group.map(readAt), shelf))
  const used = new Set(loaded.flatMap((group) => group.map((file) => shelf.pathOf(file))))
  const alone = heads.filter((head) => head.isShared && asked.has(head.path) && !used.has(head.path))
  return [...loaded, ...alone.map((head) => withData([readAt(head)], shelf))]
}

/** A policy that stands in no folder, as a group. */
export function withItsUses(file: PolicyFile, folder: string): Group {
  return withUses([file], shelfOf(policyPathsIn(folder).map(readHead)))
}

function unknownDecision(decision: string, heads: readonly FileHead[], folder: string): Refusal {
  const idOf = decisionIds(heads)
  const known = heads.flatMap((head) => decisionName(head, idOf) ?? [])
  const all = [...new Set(known)].toSorted()
  // With an edition, as comparing and proving take it, or without.
  const meant = near(decision.replace(/@.*$/u, ''), all)
  return new Refusal((say) => {
    const offered = meant.length > 0 ? say.didYouMean(meant) : all.length > 0 ? say.thereAre(all) : ''
    return `${say.unknownDecision(decision)}${offered}\n${say.lookedIn(shownPath(folder))}`
  })
}

function readAt({ path }: FileHead): PolicyFile {
  return readPolicyFile(path)
}

/** Whether a file or folder is in a folder, or is it. */
export function isInside(path: string, folder: string): boolean {
  return !relative(folder, path).startsWith('..')
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}
