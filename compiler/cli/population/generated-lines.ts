import { visible } from '../../problem/visible.ts'
import type { Call } from '../command.ts'
import type { Generated } from './over.ts'

/** How cases were generated and what that assumes; goes with every result. */
export function generatedLines(
  { seed, count, weights, hash, assumptions }: Generated,
  { words, language }: Call,
): readonly string[] {
  return [
    words.generated(count, seed, weights.join(' + '), hash),
    words.assumed,
    ...assumptions.map((each) => `  · ${visible(each[language])}`),
  ]
}
