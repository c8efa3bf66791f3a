import type { SourceFile } from '../compile.ts'
import { usedData, usedFiles, type FileHead } from './head.ts'
import { foldersAround, stemOf } from './paths.ts'
import { once } from '../once.ts'

/** Where files are found: a folder of a disk, or the texts of an editor. */
export interface Shelf<File extends SourceFile> {
  /** Of all policy files that may be used. */
  readonly heads: readonly FileHead[]
  /** The one way to write where a file is, with all its folders. */
  pathOf(file: File): string
  /** The policy file at such a path; null where there is none. */
  policyAt(path: string): File | null
  /** The data file that a file names; null where there is none. */
  dataOf(file: File, target: string): File | null
}

/**
 * The identifiers of the decisions that policy files are about, which may call them by their labels; null where one has
 * none.
 */
export function decisionIds(heads: readonly FileHead[]): (head: FileHead) => string | null {
  const declared = heads.flatMap(({ declares }) => declares)
  return ({ decision, isShared }) => {
    if (decision === null || isShared) return null
    return declared.find(({ label, id }) => label === decision || id === decision)?.id ?? decision
  }
}

/** The files that are about the same decision of the same policy, together. A file without a readable header stands for itself. */
export function groupByDecision(heads: readonly FileHead[]): readonly (readonly FileHead[])[] {
  const groups = new Map<string, FileHead[]>()
  const idOf = decisionIds(heads)
  for (const head of heads) {
    if (head.isShared) continue
    const key = decisionName(head, idOf) ?? `\n${head.path}`
    groups.set(key, [...(groups.get(key) ?? []), head])
  }
  return [...groups.values()]
}

/** `<policy>.<decision>`, what a file is about; null where its header does not say. */
export function decisionName(head: FileHead, idOf: (head: FileHead) => string | null): string | null {
  const id = idOf(head)
  return head.policy === null || id === null ? null : `${head.policy}.${id}`
}

/** Policy files, and behind them the vocabularies and modules that they use, and that these use, and the data files of all. */
export function withUses<File extends SourceFile>(files: readonly File[], shelf: Shelf<File>): readonly File[] {
  const all = [...files]
  const known = new Set(files.map((file) => shelf.pathOf(file)))
  // The list grows while it is walked.
  for (const file of all)
    for (const name of namedBy(file).files) {
      const used = findUsed(name, file, shelf)
      if (used === null || known.has(shelf.pathOf(used))) continue
      known.add(shelf.pathOf(used))
      all.push(used)
    }
  return withData(all, shelf)
}

/** Files, and behind them the data files that they name, as far as they are there; compiling says which are not. */
export function withData<File extends SourceFile>(files: readonly File[], shelf: Shelf<File>): readonly File[] {
  const data = files.flatMap((file) => namedBy(file).data.flatMap((target) => shelf.dataOf(file, target) ?? []))
  return [...files, ...new Map(data.map((file) => [file.name, file])).values()]
}

/**
 * A vocabulary or module is named by its file's name without the ending. The nearest is taken: beside the policy, then in the
 * folders around it, then anywhere among the policies.
 */
function findUsed<File extends SourceFile>(name: string, from: File, shelf: Shelf<File>): File | null {
  for (const folder of foldersAround(shelf.pathOf(from))) {
    const found = shelf.policyAt(`${folder}${name}.policy`)
    if (found !== null) return found
  }
  const head = shelf.heads.find(({ path, isShared }) => isShared && stemOf(path) === name)
  return head === undefined ? null : shelf.policyAt(head.path)
}

interface Named {
  readonly files: readonly string[]
  readonly data: readonly string[]
}
const known = new WeakMap<SourceFile, Named>()

/** What a file names; worked out once, since an editor asks again after each keystroke in any of them. */
function namedBy(file: SourceFile): Named {
  return once(known, file, () => ({ files: usedFiles(file.text), data: usedData(file.text) }))
}
