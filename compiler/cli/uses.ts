import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { dataFilesOf, readPolicyFile, stemOf, type PolicyFile } from './policy-files.ts'
import { declaredDecisions, usedFiles, type PolicyHead } from './policy-head.ts'

/** Policy files, and behind them the vocabularies and modules that they use, and that these use, and the data files of all. */
export function withUses(files: readonly PolicyFile[], heads: readonly PolicyHead[]): readonly PolicyFile[] {
  const all = [...files]
  const known = new Set(files.map(({ path }) => resolve(path)))
  // The list grows while it is walked.
  for (const file of all)
    for (const path of usedFiles(file.text).flatMap((name) => findUsed(name, file.path, heads) ?? [])) {
      if (known.has(resolve(path))) continue
      known.add(resolve(path))
      all.push(readPolicyFile(path))
    }
  return withData(all)
}

/** Files, and behind them the data files that they name. */
export function withData(files: readonly PolicyFile[]): readonly PolicyFile[] {
  return [...files, ...dataFilesOf(files)]
}

/**
 * The identifiers of the decisions that policy files are about, which may call them by their labels; null where one has
 * none. The vocabularies are read once, whatever is asked.
 */
export function decisionIds(heads: readonly PolicyHead[]): (head: PolicyHead) => string | null {
  const declared = heads.flatMap((each) => (each.isShared ? declaredDecisions(readPolicyFile(each.path).text) : []))
  return ({ decision, isShared }) => {
    if (decision === null || isShared) return null
    return declared.find(({ label, id }) => label === decision || id === decision)?.id ?? decision
  }
}

/**
 * A vocabulary or module is named by its file's name without the ending. The nearest is taken: beside the policy, then in the
 * folders around it, then anywhere among the policies.
 */
function findUsed(name: string, from: string, heads: readonly PolicyHead[]): string | null {
  for (let folder = dirname(resolve(from)), last = ''; folder !== last; [folder, last] = [dirname(folder), folder]) {
    const path = join(folder, `${name}.policy`)
    if (existsSync(path)) return path
  }
  return heads.find((head) => head.isShared && stemOf(head.path) === name)?.path ?? null
}
