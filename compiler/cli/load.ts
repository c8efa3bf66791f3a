import { statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { near } from '../../grammar/near.ts'
import { Refusal, UsageError } from './command.ts'
import { packageRoot } from './package-root.ts'
import { policyPathsAt, policyPathsBeside, policyPathsIn, readPolicyFile, type PolicyFile } from './policy-files.ts'
import { hasOnlyExamples, readHead, type PolicyHead } from './policy-head.ts'
import { shownPath } from './shown-path.ts'
import { decisionIds, withData, withUses } from './uses.ts'

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
  const at = decision.lastIndexOf('.')
  const policy = decision.slice(0, Math.max(at, 0))
  const heads = policyPathsIn(folder).map(readHead)
  const ofPolicy = heads.filter((head) => head.policy === policy)
  // The other decisions of the policy need not be compiled.
  const idOf = decisionIds(heads)
  const wanted = ofPolicy.filter((head) => idOf(head) === decision.slice(at + 1))
  if (wanted.length === 0) throw unknownDecision(decision, heads, idOf, folder)
  const labels = new Set(wanted.map((head) => head.decision))
  const files = ofPolicy.filter((head) => labels.has(head.decision)).map(readAt)
  return withUses(
    files.filter(({ text }) => isWanted(text)),
    heads,
  )
}

/** Every group to which one of the paths belongs. Without paths: all in the folder. */
export function loadGroups(paths: readonly string[], folder: string): readonly Group[] {
  const asked = new Set((paths.length > 0 ? paths : [folder]).flatMap(policyPathsAt).map((path) => resolve(path)))
  const isOutside = [...asked].some((path) => !isInside(path, folder))
  const beside = isOutside ? [...new Set([...asked].map((path) => dirname(path)))].flatMap(policyPathsBeside) : []
  const all = new Set([...asked, ...policyPathsIn(resolve(folder)), ...beside])
  const heads = [...all].map(readHead)
  const policies = heads.filter((head) => !head.isShared)
  const groups = groupByDecision(policies, heads).filter((group) => group.some(({ path }) => asked.has(path)))
  const loaded = groups.map((group) => withUses(group.map(readAt), heads))
  const used = new Set(loaded.flatMap((group) => group.map(({ path }) => path)))
  const alone = heads.filter((head) => head.isShared && asked.has(head.path) && !used.has(head.path))
  return [...loaded, ...alone.map((head) => withData([readAt(head)]))]
}

/** A policy that stands in no folder, as a group. */
export function withItsUses(file: PolicyFile, folder: string): Group {
  return withUses([file], policyPathsIn(folder).map(readHead))
}

// A file without a readable header stands for itself.
function groupByDecision(
  policies: readonly PolicyHead[],
  heads: readonly PolicyHead[],
): readonly (readonly PolicyHead[])[] {
  const groups = new Map<string, PolicyHead[]>()
  const idOf = decisionIds(heads)
  for (const head of policies) {
    const decision = idOf(head)
    const key = head.policy === null || decision === null ? head.path : `${head.policy}\n${decision}`
    groups.set(key, [...(groups.get(key) ?? []), head])
  }
  return [...groups.values()]
}

function unknownDecision(
  decision: string,
  heads: readonly PolicyHead[],
  idOf: (head: PolicyHead) => string | null,
  folder: string,
): Refusal {
  const known = heads.flatMap((head) => {
    const id = idOf(head)
    return head.policy === null || id === null ? [] : `${head.policy}.${id}`
  })
  const all = [...new Set(known)].toSorted()
  // With an edition, as comparing and proving take it, or without.
  const meant = near(decision.replace(/@.*$/u, ''), all)
  return new Refusal((say) => {
    const offered = meant.length > 0 ? say.didYouMean(meant) : all.length > 0 ? say.thereAre(all) : ''
    return `${say.unknownDecision(decision)}${offered}\n${say.lookedIn(shownPath(folder))}`
  })
}

function readAt({ path }: PolicyHead): PolicyFile {
  return readPolicyFile(path)
}

/** Whether a file or folder is in a folder, or is it. */
export function isInside(path: string, folder: string): boolean {
  return !relative(folder, path).startsWith('..')
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}
