import type { Problem } from '../../grammar/problem.ts'

/** What is said about a problem, in one human language. */
export interface Words {
  /** What is wrong, in one sentence with the names as they stand in the policy. */
  readonly title: string
  /** Why it can't stay so. */
  readonly explanation?: string
  /** What to do about it. */
  readonly advice: string
}

/** Reads facts by name; what a problem does not carry is empty. */
export interface Facts {
  readonly text: (name: string) => string
  readonly list: (name: string) => readonly string[]
}

export function readFacts(facts: Problem['facts']): Facts {
  const fact = (name: string) => (Object.hasOwn(facts, name) ? facts[name] : undefined)
  return {
    text: (name) => {
      const value = fact(name)
      return value === undefined ? '' : typeof value === 'object' ? value.join(' ') : String(value)
    },
    list: (name) => {
      const value = fact(name)
      return value === undefined ? [] : typeof value === 'object' ? value : [String(value)]
    },
  }
}
