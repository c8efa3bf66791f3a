import type { Program } from './program.ts'

/** The decision that a program is about, as cases and commands name it: `<policy>.<decision>`. */
export function decisionName({ policy, decision }: Pick<Program, 'policy' | 'decision'>): string {
  return `${policy.id}.${decision.id}`
}
