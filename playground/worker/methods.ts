import { checking } from './checking.ts'
import { comparing } from './comparing.ts'
import { curve } from './curve.ts'
import { editionText } from './edition-text.ts'
import { files } from './files.ts'
import { generating } from './generating.ts'
import { population } from './population.ts'
import { settling } from './settling.ts'
import { writing } from './writing.ts'

/** Every method of a worker: `(state, params, progress) => answer`, plain data in and out. One object for each topic. */
export const methods = {
  ...files,
  ...checking,
  ...comparing,
  ...curve,
  ...editionText,
  ...generating,
  ...population,
  ...settling,
  ...writing,
}

export type Methods = typeof methods
