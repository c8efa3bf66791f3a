import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Mutant } from './mutants.ts'

/** A mutant that no test can tell from the code, and why. */
export interface Explained extends Pick<Mutant, 'file' | 'mutator' | 'original' | 'replacement' | 'text'> {
  readonly why: string
}

export const explained = JSON.parse(
  readFileSync(join(import.meta.dirname, 'explained.json'), 'utf8'),
) as readonly Explained[]

/** Known by what is written, not by its line, so that it stays known when code moves. */
export const isThat = (mutant: Mutant, each: Explained): boolean =>
  (['file', 'mutator', 'original', 'replacement', 'text'] as const).every((key) => mutant[key] === each[key])
