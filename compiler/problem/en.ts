import type { Problem } from '../../grammar/problem.ts'
import { isOf, type ProblemCode } from './code.ts'
import { readFacts, type Words } from './words.ts'
import { cases } from './en/cases.ts'
import { characters } from './en/characters.ts'
import { data } from './en/data.ts'
import { documents } from './en/documents.ts'
import { editions } from './en/editions.ts'
import { names } from './en/names.ts'
import { sentences } from './en/sentences.ts'
import { splits } from './en/splits.ts'
import { types } from './en/types.ts'

/** What to say about a problem, in English. */
export function sayInEnglish({ code, facts }: Pick<Problem<ProblemCode>, 'code' | 'facts'>): Words {
  const known = readFacts(facts)
  if (isOf(code, 'characters')) return characters(code, known)
  if (isOf(code, 'sentences')) return sentences(code, known)
  if (isOf(code, 'names')) return names(code, known)
  if (isOf(code, 'editions')) return editions(code, known)
  if (isOf(code, 'types')) return types(code, known)
  if (isOf(code, 'cases')) return cases(code, known)
  if (isOf(code, 'data')) return data(code, known)
  if (isOf(code, 'documents')) return documents(code, known)
  return splits(code, known)
}
