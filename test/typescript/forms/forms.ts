import { datesAndPlaces } from './dates-and-places.ts'
import { listsWithin } from './lists-within.ts'
import { months } from './months.ts'
import { narrowing } from './narrowing.ts'
import { optionalValues } from './optional-values.ts'
import { schedules } from './schedules.ts'
import type { Form } from './form.ts'

/** What random programs leave out. */
export const forms: readonly Form[] = [optionalValues, datesAndPlaces, months, listsWithin, schedules, narrowing]
