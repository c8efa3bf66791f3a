/** ningbo.employee.retirementYears: N018 to N040, C16. */
import { ceiling, isLess, most, plus, ratio, times, toFen, written, yuan, type Rational } from './rational.ts'

export interface RetirementCase {
  readonly retiredOn: string
  readonly topUpOn: string
  readonly levyBaseAtRetirement: string
  readonly levyBaseAtTopUp: string
  readonly averageWage2007: string
  readonly newlyInsuredFrom202107: boolean
  readonly months: {
    readonly deemed: number
    readonly basicBefore202107: number
    readonly twoToOne: number
    readonly fourToOne: number
    readonly transferredBefore202107: number
    readonly basicFrom202107: number
    readonly transferredFrom202107: number
  }
}

interface Reckoned {
  readonly rule: '15-year' | '20-year'
  readonly requiredMonths: number
  readonly creditedMonths: number
  readonly shortfallMonths: number
  readonly topUp: Rational
}

/** 6.3 %, and what (11 % − 3.7 %) and (13 % − 4 %) make of it. */
const rate = ratio(63, 1000)
const coefficientFrom2016 = ratio(73, 63)
const coefficientBefore2016 = ratio(90, 63)

/** Two months of one kind, four of another, count as one. */
const converted = ({ twoToOne, fourToOne }: RetirementCase['months']): Rational =>
  plus(ratio(twoToOne, 2), ratio(fourToOne, 4))

function reckon(rule: Reckoned['rule'], requiredMonths: number, credited: Rational, perMonth: Rational): Reckoned {
  const creditedMonths = ceiling(credited)
  const shortfallMonths = Math.max(0, requiredMonths - creditedMonths)
  return {
    rule,
    requiredMonths,
    creditedMonths,
    shortfallMonths,
    topUp: toFen(times(ratio(shortfallMonths), rate, perMonth)),
  }
}

function old(given: RetirementCase): Reckoned {
  const { deemed, basicBefore202107, transferredBefore202107, basicFrom202107, transferredFrom202107 } = given.months
  const whole = deemed + basicBefore202107 + transferredBefore202107 + basicFrom202107 + transferredFrom202107
  const base = most(yuan(given.levyBaseAtRetirement), yuan(given.averageWage2007))
  const coefficient = given.retiredOn < '2016-02-01' ? coefficientBefore2016 : coefficientFrom2016
  return reckon('15-year', 180, plus(ratio(whole), converted(given.months)), times(base, coefficient))
}

function current(given: RetirementCase, coefficient: Rational): Reckoned {
  const { deemed, basicBefore202107, transferredBefore202107, basicFrom202107, transferredFrom202107 } = given.months
  const transferred = ratio(transferredBefore202107)
  const isAdjusted = !given.newlyInsuredFrom202107
  const adjusted = plus(
    ratio(deemed + basicBefore202107),
    converted(given.months),
    isAdjusted ? transferred : ratio(0),
  )
  const asTheyAre = plus(ratio(basicFrom202107 + transferredFrom202107), isAdjusted ? ratio(0) : transferred)
  const base = times(yuan(given.levyBaseAtTopUp), ratio(9, 10), coefficient)
  return reckon('20-year', 240, plus(times(adjusted, ratio(4, 3)), asTheyAre), base)
}

function govern(given: RetirementCase): Reckoned {
  if (given.retiredOn < '2021-07-01') return old(given)
  if (given.retiredOn >= '2022-01-01') return current(given, ratio(1))
  const before = old(given)
  const after = current(given, coefficientFrom2016)
  return isLess(before.topUp, after.topUp) ? before : after
}

export function retirementYears(given: RetirementCase): object {
  const reckoned = govern(given)
  return { ...reckoned, topUp: written(reckoned.topUp) }
}
