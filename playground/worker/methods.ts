import { comparing } from './comparing.ts'
import { curve } from './curve.ts'
import { files } from './files.ts'
import { population } from './population.ts'

/** Every method of a worker: `(state, params, progress) => answer`, plain data in and out. One object for each topic. */
export const methods = { ...files, ...comparing, ...curve, ...population }

export type Methods = typeof methods
