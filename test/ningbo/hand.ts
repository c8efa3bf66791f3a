/** Every bill worked out by hand from the document, by theme. */
import { age } from './hand/age.ts'
import { edges, hospitals } from './hand/bands.ts'
import { costs } from './hand/costs.ts'
import { criticalIllness } from './hand/critical-illness.ts'
import { homeBeds, specialDiseases } from './hand/exceptions.ts'
import { regions, validity } from './hand/filings.ts'
import type { HandBill } from './hand/hand-bill.ts'
import { headline } from './hand/headline.ts'
import { outpatientHospitals, outpatientSegments } from './hand/outpatient.ts'
import { rounding } from './hand/rounding.ts'
import { stays, visits } from './hand/settings.ts'
import { year } from './hand/year.ts'

export { completeBill } from './hand/hand-bill.ts'

export const handBills: readonly HandBill[] = [
  ...headline,
  ...outpatientSegments,
  ...outpatientHospitals,
  ...age,
  ...hospitals,
  ...edges,
  ...year,
  ...homeBeds,
  ...specialDiseases,
  ...criticalIllness,
  ...costs,
  ...rounding,
  ...stays,
  ...visits,
  ...regions,
  ...validity,
]
