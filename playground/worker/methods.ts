import { checking } from './checking.ts'
import { comparing } from './comparing.ts'
import { curve } from './curve.ts'
import { editing } from './editing.ts'
import { editionText } from './edition-text.ts'
import { files } from './files.ts'
import { generating } from './generating.ts'
import { pairs } from './pairs.ts'
import { population } from './population.ts'
import { settling } from './settling.ts'

/** Every method of a worker: `(state, params, progress) => answer`, plain data in and out. One object for each topic. */
export const methods = {
  ...checking,
  ...comparing,
  ...curve,
  ...editing,
  ...editionText,
  ...files,
  ...generating,
  ...pairs,
  ...population,
  ...settling,
}

export type Methods = typeof methods
