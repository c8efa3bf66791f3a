/** Fragments of shared addresses, written here by other means than the page's own. */
import { deflateRawSync } from 'node:zlib'

export const packed = (bytes: Uint8Array | string): string => `#s=${deflateRawSync(bytes).toString('base64url')}`

/** As the page writes it, with some of it otherwise. */
export const fragment = (change: object = {}): string =>
  packed(
    JSON.stringify({
      version: 1,
      decision: 'ningbo.employee.settle',
      edition: '2022',
      otherEdition: null,
      file: 'ningbo/employee.settle.policy',
      input: null,
      files: {},
      ...change,
    }),
  )
