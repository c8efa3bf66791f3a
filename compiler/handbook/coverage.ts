import type { Span } from '../../grammar/tree.ts'
import { nameIn } from '../check/spelling.ts'
import type { Choices, Expr } from '../program/program.ts'
import type { HandbookSource } from './book.ts'

/** By place: the members of a choice that a condition there asks for. Of 其他, they are what it covers. */
export type Coverage = ReadonlyMap<string, readonly string[]>

type Membership = Extract<Expr, { kind: 'isOneOf' }>

export const placeKey = (file: string, { start, end }: Span): string => `${file}:${start}:${end}`

export function findCoverage({ programs, language }: Pick<HandbookSource, 'programs' | 'language'>): Coverage {
  const found = new Map<string, readonly string[]>()
  for (const { definitions, choices } of programs)
    for (const condition of membershipsIn(definitions)) {
      const members = membersOf(condition, choices).filter(({ id }) => condition.members.includes(id))
      const names = members.map((member) => nameIn(member, language))
      found.set(placeKey(condition.at.file, condition.at), names)
    }
  return found
}

function membersOf({ value }: Membership, choices: readonly Choices[]): Choices['members'] {
  const { type } = value
  return choices.find(({ id }) => type.kind === 'choice' && type.choices === id)?.members ?? []
}

function membershipsIn(part: unknown): readonly Membership[] {
  if (typeof part !== 'object' || part === null) return []
  const inner = Object.values(part).flatMap(membershipsIn)
  return isMembership(part) ? [part, ...inner] : inner
}

function isMembership(part: object): part is Membership {
  return 'kind' in part && part.kind === 'isOneOf'
}
