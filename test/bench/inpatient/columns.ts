import { settings, statuses, tiers, type Bill, type Settlement } from './bill.ts'

/** The input as columns: fen as doubles, days as whole numbers, choices by their place in the vocabulary. */
export interface BillColumns {
  readonly 'person.status': Uint8Array
  readonly 'visit.tier': Uint8Array
  readonly 'visit.setting': Uint8Array
  readonly 'visit.settledOn': Int32Array
  readonly 'visit.eligible': Float64Array
  readonly 'yearToDate.inpatientEligible': Float64Array
  readonly 'yearToDate.deductiblePaid': Float64Array
  readonly 'yearToDate.criticalIllnessBase': Float64Array
}

/** The output as columns, in fen. */
export const settlementColumns = [
  'deductible',
  'coPay',
  'fund',
  'criticalIllness',
  'person',
  'yearToDate.inpatientEligible',
  'yearToDate.deductiblePaid',
  'yearToDate.criticalIllnessBase',
] as const

export type SettlementColumns = Readonly<Record<(typeof settlementColumns)[number], Float64Array>>

export function billColumns(bills: readonly Bill[]): BillColumns {
  const fen = (of: (bill: Bill) => number): Float64Array => Float64Array.from(bills, of)
  return {
    'person.status': Uint8Array.from(bills, ({ person }) => statuses.indexOf(person.status)),
    'visit.tier': Uint8Array.from(bills, ({ visit }) => tiers.indexOf(visit.tier)),
    'visit.setting': Uint8Array.from(bills, ({ visit }) => settings.indexOf(visit.setting)),
    'visit.settledOn': Int32Array.from(bills, ({ visit }) => visit.settledOn),
    'visit.eligible': fen(({ visit }) => visit.eligible),
    'yearToDate.inpatientEligible': fen(({ yearToDate }) => yearToDate.inpatientEligible),
    'yearToDate.deductiblePaid': fen(({ yearToDate }) => yearToDate.deductiblePaid),
    'yearToDate.criticalIllnessBase': fen(({ yearToDate }) => yearToDate.criticalIllnessBase),
  }
}

export function settlementAt(columns: SettlementColumns, row: number): Settlement {
  const at = (name: keyof SettlementColumns): number => columns[name][row] ?? Number.NaN
  return {
    deductible: at('deductible'),
    coPay: at('coPay'),
    fund: at('fund'),
    criticalIllness: at('criticalIllness'),
    person: at('person'),
    yearToDate: {
      inpatientEligible: at('yearToDate.inpatientEligible'),
      deductiblePaid: at('yearToDate.deductiblePaid'),
      criticalIllnessBase: at('yearToDate.criticalIllnessBase'),
    },
  }
}
