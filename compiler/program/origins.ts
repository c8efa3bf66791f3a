import type { Origin, Program } from './program.ts'

/** Where the parts of a program come from: its definitions, their branches, splits, invariants and outputs. */
export function originsIn({ definitions, splits, invariants, output }: Program): readonly Origin[] {
  const found: Origin[] = []
  const seen = new Set<object>()
  const look = (part: unknown): void => {
    if (typeof part !== 'object' || part === null || seen.has(part)) return
    seen.add(part)
    if (isOrigin(part)) found.push(part)
    else for (const each of Object.values(part)) look(each)
  }
  look([definitions, splits, invariants, output])
  return found
}

function isOrigin(part: object): part is Origin {
  return 'article' in part && 'quotes' in part && 'readings' in part
}
