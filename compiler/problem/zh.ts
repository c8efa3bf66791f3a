import type { Problem } from '../../grammar/problem.ts'
import { isOf, type ProblemCode } from './code.ts'
import { readFacts, type Words } from './words.ts'
import { cases } from './zh/cases.ts'
import { characters } from './zh/characters.ts'
import { data } from './zh/data.ts'
import { documents } from './zh/documents.ts'
import { editions } from './zh/editions.ts'
import { names } from './zh/names.ts'
import { sentences } from './zh/sentences.ts'
import { splits } from './zh/splits.ts'
import { types } from './zh/types.ts'

/** What to say about a problem, in Chinese. */
export function sayInChinese({ code, facts }: Pick<Problem<ProblemCode>, 'code' | 'facts'>): Words {
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
