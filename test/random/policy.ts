import type { SourceFile } from '../../compiler/compile.ts'
import type { Language } from '../../grammar/tree.ts'
import { Author } from './make/author.ts'
import { chance, pick, type Draw } from './draw.ts'
import { writeVocabulary } from './make/vocabulary.ts'
import { wordsOf } from './make/words.ts'

export interface RandomPolicy {
  readonly files: readonly SourceFile[]
  /** Labels of the invariants that hold of every case, whatever the rules say. */
  readonly identities: readonly string[]
}

/**
 * A random vocabulary and a random policy over it. A careful one is right by construction: every name is used where
 * it has a value, every table is complete, every amount is rounded. A reckless one now and then is not; the compiler
 * has to find out.
 */
export function randomPolicy(draw: Draw, isReckless = false): RandomPolicy {
  const language: Language = pick(draw, ['zh', 'zh', 'en'])
  const author = new Author(draw, wordsOf(language), isReckless)
  const text = author.write()
  const vocabulary = chance(draw, 20) ? wordsOf(language === 'zh' ? 'en' : 'zh') : wordsOf(language)
  const { world, inputs, decision, results, outputs } = author
  return {
    files: [
      { name: 'random.policy', text: writeVocabulary(vocabulary, world, inputs, decision, results, outputs) },
      { name: 'made.policy', text },
    ],
    identities: author.identities,
  }
}
