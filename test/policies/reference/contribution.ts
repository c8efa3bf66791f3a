/** ningbo.employee.contribution: N010 to N016, C10; floors and caps of other years from editions.md E. */
import { least, most, ratio, times, written, yuan, type Rational } from './rational.ts'

export interface ContributionCase {
  readonly month: string
  readonly category: 'employee' | 'flexible' | 'unemployed' | 'retiredContinuing'
  readonly wage: string
}

/** From the month on, until the next row's: the least and the most that a base may be. */
const limits = [
  { from: '2020-01', floor: 3957, cap: 19783 },
  { from: '2022-01', floor: 3957, cap: 22311 },
  { from: '2023-12', floor: 4462, cap: 24060 },
  { from: '2024-01', floor: 4812, cap: 24930 },
  { from: '2025-01', floor: 5013, cap: 25065 },
]

function shares(category: ContributionCase['category']): { readonly person: Rational; readonly employer: Rational } {
  switch (category) {
    case 'employee':
      return { person: ratio(2, 100), employer: ratio(85, 1000) }
    case 'flexible':
      return { person: ratio(105, 1000), employer: ratio(0) }
    case 'unemployed':
    case 'retiredContinuing':
      return { person: ratio(10, 100), employer: ratio(0) }
  }
}

/** Null where the month has to be refused. */
export function contribution({ month, category, wage }: ContributionCase): object | null {
  const limit = limits.findLast(({ from }) => from <= month)
  if (!limit || month > '2025-12') return null
  const floor = ratio(limit.floor)
  const base = category === 'employee' ? most(floor, least(ratio(limit.cap), yuan(wage))) : floor
  const { person, employer } = shares(category)
  return { base: written(base), person: written(times(base, person)), employer: written(times(base, employer)) }
}
