import { files } from './files.ts'

/** Every method of a worker: `(state, params, progress) => answer`, plain data in and out. One object for each topic. */
export const methods = { ...files }

export type Methods = typeof methods
