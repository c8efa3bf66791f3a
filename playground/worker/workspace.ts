import { compile, type SourceFile } from '../../compiler/compile.ts'

export interface Decision {
  readonly id: string
  readonly label: string
  readonly editions: readonly string[]
  readonly files: readonly string[]
}

/** The files there are, and what is known of them. */
export interface Workspace {
  set(name: string, text: string): void
  remove(name: string): void
  files(): readonly SourceFile[]
  decisions(): readonly Decision[]
}

export function newWorkspace(): Workspace {
  const all = new Map<string, string>()
  const files = (): readonly SourceFile[] => [...all].map(([name, text]) => ({ name, text }))
  return {
    set: (name, text) => void all.set(name, text),
    remove: (name) => void all.delete(name),
    files,
    decisions: () =>
      compile(files().filter(({ name }) => /\.(policy|csv)$/.test(name))).policies.map((policy) => ({
        id: `${policy.id}.${policy.decision.id}`,
        label: policy.label,
        editions: policy.editions.map(({ edition }) => edition.name.value),
        files: policy.files.map(({ name }) => name),
      })),
  }
}
