import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { readPolicyFile, stemOf, type PolicyFile } from './policy-files.ts'
import { declaredDecisions, usedVocabularies, type PolicyHead } from './policy-head.ts'

/** Policy files, and behind them the vocabularies that they use. */
export function withVocabularies(files: readonly PolicyFile[], heads: readonly PolicyHead[]): readonly PolicyFile[] {
  const paths = files.flatMap((file) =>
    usedVocabularies(file.text).flatMap((name) => findVocabulary(name, file.path, heads) ?? []),
  )
  return [...files, ...[...new Set(paths)].map(readPolicyFile)]
}

/** The identifier of the decision that a policy file is about, which may call it by its label; null if it has none. */
export function idOfDecision(head: PolicyHead, heads: readonly PolicyHead[]): string | null {
  const { decision } = head
  if (decision === null || head.isVocabulary) return null
  const vocabularies = heads.filter((each) => each.isVocabulary)
  const declared = vocabularies.flatMap(({ path }) => declaredDecisions(readPolicyFile(path).text))
  return declared.find(({ label, id }) => label === decision || id === decision)?.id ?? decision
}

/**
 * A vocabulary is named by its file's name without the ending. The nearest is taken: beside the policy, then in the
 * folders around it, then anywhere among the policies.
 */
function findVocabulary(name: string, from: string, heads: readonly PolicyHead[]): string | null {
  for (let folder = dirname(resolve(from)), last = ''; folder !== last; [folder, last] = [dirname(folder), folder]) {
    const path = join(folder, `${name}.policy`)
    if (existsSync(path)) return path
  }
  return heads.find((head) => head.isVocabulary && stemOf(head.path) === name)?.path ?? null
}
