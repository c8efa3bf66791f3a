/** A bill worked out by hand: what differs from the base bill, the calculation line by line, what must come out. */
import type { Bill, Costs, Filing, Person, Settlement, Visit, YearToDate } from '../bill.ts'

export interface HandBill {
  name: string
  /** The calculation, one step a line, in yuan. */
  why: readonly string[]
  /** The facts of the document that it rests on. */
  facts: readonly string[]
  given: Given
  expect: Expected
}

export interface Given {
  person?: Partial<Person>
  visit?: Partial<Visit>
  filings?: Filing[]
  costs?: Partial<Costs>
  yearToDate?: Partial<YearToDate>
}

export type Expected = Partial<Omit<Settlement, 'yearToDate'>> & { yearToDate?: Partial<YearToDate> }

/** An employed person of 42, one day in a tertiary hospital of Ningbo, nothing charged, nothing used up this year. */
export const baseBill: Bill = {
  person: { status: 'active', birthDate: '1980-05-01', specialDiseaseFiled: false },
  visit: {
    kind: 'inpatient',
    tier: 'tertiary',
    place: '330200',
    emergency: false,
    admittedOn: '2023-03-10',
    settledOn: '2023-03-10',
  },
  filings: [],
  costs: { total: '0.00', ownExpense: '0.00', overLimit: '0.00', firstPay: '0.00' },
  yearToDate: {
    inpatientEligible: '0.00',
    deductiblePaid: '0.00',
    outpatientSelfPaid: '0.00',
    criticalIllnessBase: '0.00',
    currentAccount: '0.00',
  },
}

export function completeBill(given: Given): Bill {
  return {
    person: { ...baseBill.person, ...given.person },
    visit: { ...baseBill.visit, ...given.visit },
    filings: given.filings ?? [],
    costs: { ...baseBill.costs, ...given.costs },
    yearToDate: { ...baseBill.yearToDate, ...given.yearToDate },
  }
}
