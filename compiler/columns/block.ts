import { variablesIn } from '../typescript/code.ts'

/** Statements in their order; a loop over elements has statements of its own. */
export type Line = string | Loop
export interface Loop {
  readonly head: string
  readonly body: Line[]
}

/** The statements without those that compute what nothing uses. */
export function withoutUnused(lines: readonly Line[], used = new Set<string>()): readonly Line[] {
  const kept: Line[] = []
  for (const line of lines.toReversed()) {
    if (typeof line === 'string') {
      const declared =
        /^(?:const|let) ([\p{L}\p{N}_$]+)/u.exec(line)?.[1] ?? /^([\p{L}\p{N}_$]+)\[.*?\] = /u.exec(line)?.[1]
      if (declared !== undefined && !used.has(declared) && !line.includes('refusal ||=')) continue
      kept.unshift(line)
      for (const variable of variablesIn(line)) used.add(variable)
    } else {
      const body = withoutUnused(line.body, used)
      if (body.length === 0) continue
      kept.unshift({ head: line.head, body: [...body] })
      for (const variable of variablesIn(line.head)) used.add(variable)
    }
  }
  return kept
}

export function textOfBlock(lines: readonly Line[]): string {
  return lines
    .map((line) => (typeof line === 'string' ? line : `${line.head} {\n${textOfBlock(line.body)}}\n`))
    .join('')
}
