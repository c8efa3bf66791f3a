import { OPEN_ENDED } from '../../runtime/date.ts'
import type { Lanes } from './lanes.ts'
import type { Mask, Numbers } from './nodes.ts'

/** A day of the calendar in the lanes; months from 1. `afterMarch` counts them from March, which is 0. */
interface CivilDate {
  readonly year: Numbers
  readonly afterMarch: Numbers
  readonly month: Numbers
  readonly day: Numbers
}

/** From 1 March of the year 0 to 1 January 1970. */
const SHIFT = 719_468

/** Dates in the lanes, as runtime/date.ts computes them: day numbers, not before the year 0. */
export class LaneDates {
  readonly #lanes: Lanes

  constructor(lanes: Lanes) {
    this.#lanes = lanes
  }

  isOpenEnded(date: Numbers): Mask {
    return this.#lanes.compare('equal', date, this.#constant(OPEN_ENDED))
  }

  /** Is every one of them a day that can be computed with? */
  isInReach(date: Numbers): boolean {
    return date.least >= -SHIFT
  }

  addDays(date: Numbers, days: Numbers): Numbers {
    return this.#unlessOpenEnded(date, this.#lanes.add(date, days))
  }

  addMonths(date: Numbers, months: Numbers): Numbers {
    const lanes = this.#lanes
    const from = this.#civil(date)
    const count = this.#sum(lanes.multiply(from.year, this.#constant(12)), from.month, months, this.#constant(-1))
    const year = lanes.divide(count, 12)
    const month = lanes.within(
      lanes.add(lanes.subtract(count, lanes.multiply(year, this.#constant(12))), this.#constant(1)),
      1,
      12,
    )
    const afterMarch = this.#select(
      lanes.compare('less', this.#constant(2), month),
      lanes.subtract(month, this.#constant(3)),
      lanes.add(month, this.#constant(9)),
    )
    const day = lanes.lesser(from.day, this.#daysIn(year, lanes.within(afterMarch, 0, 11)))
    const moved = this.#day(year, lanes.within(afterMarch, 0, 11), day)
    const [least, most] = [Math.min(0, months.least), Math.max(0, months.most)]
    return this.#unlessOpenEnded(date, lanes.within(moved, date.least + 31 * least - 31, date.most + 31 * most + 31))
  }

  boundary(date: Numbers, side: 'first' | 'last', of: 'month' | 'year'): Numbers {
    const lanes = this.#lanes
    const { year, afterMarch, day } = this.#civil(date)
    const isFirst = side === 'first'
    if (of === 'month') {
      const first = lanes.subtract(date, lanes.subtract(day, this.#constant(1)))
      const last = lanes.subtract(lanes.add(date, this.#daysIn(year, afterMarch)), day)
      return this.#unlessOpenEnded(date, lanes.within(isFirst ? first : last, date.least - 31, date.most + 31))
    }
    // January is the tenth month after March, December the ninth.
    const end = this.#day(year, this.#constant(isFirst ? 10 : 9), this.#constant(isFirst ? 1 : 31))
    return this.#unlessOpenEnded(date, lanes.within(end, date.least - 366, date.most + 366))
  }

  monthOf(date: Numbers): Numbers {
    return this.#civil(date).month
  }

  /** The day on which a year is full is the same day of a later year; of 29 February 28, where there is none. */
  fullYears(from: Numbers, to: Numbers): Numbers {
    const lanes = this.#lanes
    const [start, end] = [this.#civil(from), this.#civil(to)]
    const place = ({ month, day }: CivilDate): Numbers => lanes.add(lanes.multiply(month, this.#constant(32)), day)
    const leapDay = this.#constant(2 * 32 + 29)
    const isMissing = lanes.and(lanes.compare('equal', place(start), leapDay), lanes.not(this.#isLeap(end.year)))
    const reached = lanes.subtract(place(start), this.#select(isMissing, this.#constant(1), this.#constant(0)))
    const isFull = lanes.compare('lessOrEqual', reached, place(end))
    const years = lanes.subtract(end.year, start.year)
    return lanes.subtract(years, this.#select(isFull, this.#constant(0), this.#constant(1)))
  }

  #civil(date: Numbers): CivilDate {
    const lanes = this.#lanes
    const most = Math.min(date.most, MOST_DAY)
    const shifted = lanes.within(lanes.add(date, this.#constant(SHIFT)), date.least + SHIFT, most + SHIFT)
    const era = lanes.divide(shifted, 146_097)
    const ofEra = this.#rest(shifted, era, 146_097)
    const skipped = lanes.add(
      lanes.subtract(lanes.subtract(ofEra, lanes.divide(ofEra, 1460)), lanes.divide(ofEra, 146_096)),
      lanes.divide(ofEra, 36_524),
    )
    const yearOfEra = lanes.divide(lanes.within(skipped, 0, 146_096), 365)
    const ofYear = lanes.within(lanes.subtract(ofEra, this.#daysBefore(yearOfEra)), 0, 365)
    const afterMarch = lanes.divide(lanes.add(lanes.multiply(ofYear, this.#constant(5)), this.#constant(2)), 153)
    const isLate = lanes.compare('less', this.#constant(9), afterMarch)
    const month = lanes.add(afterMarch, this.#select(isLate, this.#constant(-9), this.#constant(3)))
    const year = this.#sum(
      yearOfEra,
      lanes.multiply(era, this.#constant(400)),
      this.#select(isLate, this.#constant(1), this.#constant(0)),
    )
    const day = lanes.add(lanes.subtract(ofYear, this.#monthStart(afterMarch)), this.#constant(1))
    return {
      year,
      afterMarch: lanes.within(afterMarch, 0, 11),
      month: lanes.within(month, 1, 12),
      day: lanes.within(day, 1, 31),
    }
  }

  #day(year: Numbers, afterMarch: Numbers, day: Numbers): Numbers {
    const lanes = this.#lanes
    const isLate = lanes.compare('less', this.#constant(9), afterMarch)
    const marchYear = lanes.subtract(year, this.#select(isLate, this.#constant(1), this.#constant(0)))
    const era = lanes.divide(marchYear, 400)
    const yearOfEra = this.#rest(marchYear, era, 400)
    const days = this.#sum(
      lanes.multiply(era, this.#constant(146_097)),
      this.#daysBefore(yearOfEra),
      this.#monthStart(afterMarch),
      day,
    )
    return lanes.subtract(days, this.#constant(SHIFT + 1))
  }

  /** The days of an era before a year of it that begins in March. */
  #daysBefore(yearOfEra: Numbers): Numbers {
    const lanes = this.#lanes
    const leapDays = lanes.subtract(lanes.divide(yearOfEra, 4), lanes.divide(yearOfEra, 100))
    return lanes.add(lanes.multiply(yearOfEra, this.#constant(365)), leapDays)
  }
  /** The days of a year before a month of it, from March on. */
  #monthStart(afterMarch: Numbers): Numbers {
    const lanes = this.#lanes
    return lanes.divide(lanes.add(lanes.multiply(afterMarch, this.#constant(153)), this.#constant(2)), 5)
  }

  #daysIn(year: Numbers, afterMarch: Numbers): Numbers {
    const lanes = this.#lanes
    const next = this.#monthStart(lanes.add(afterMarch, this.#constant(1)))
    const isFebruary = lanes.compare('equal', afterMarch, this.#constant(11))
    const inFebruary = this.#select(this.#isLeap(year), this.#constant(29), this.#constant(28))
    const days = this.#select(isFebruary, inFebruary, lanes.subtract(next, this.#monthStart(afterMarch)))
    return lanes.within(days, 28, 31)
  }

  #isLeap(year: Numbers): Mask {
    const lanes = this.#lanes
    const isMultiple = (of: number): Mask =>
      lanes.compare('equal', this.#rest(year, lanes.divide(year, of), of), this.#constant(0))
    return lanes.or(lanes.and(isMultiple(4), lanes.not(isMultiple(100))), isMultiple(400))
  }

  #rest(value: Numbers, quotient: Numbers, divisor: number): Numbers {
    const whole = this.#lanes.multiply(quotient, this.#constant(divisor))
    return this.#lanes.within(this.#lanes.subtract(value, whole), 0, divisor - 1)
  }

  #unlessOpenEnded(date: Numbers, moved: Numbers): Numbers {
    return this.#lanes.select(this.isOpenEnded(date), this.#constant(OPEN_ENDED), moved)
  }
  #select(when: Mask, chosen: Numbers, otherwise: Numbers): Numbers {
    return this.#lanes.select(when, chosen, otherwise)
  }
  #sum(first: Numbers, ...others: readonly Numbers[]): Numbers {
    return others.reduce((sum, each) => this.#lanes.add(sum, each), first)
  }
  #constant(value: number): Numbers {
    return this.#lanes.constant(value)
  }
}

/** What an open end comes to is not looked at, but it is computed: it must not be larger than a day can be. */
const MOST_DAY = OPEN_ENDED - 1
