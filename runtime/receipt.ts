import { sha256 } from './sha256.ts'

/** What settles cases: a decision under one edition, by its readings, from these files, compiled by this compiler. */
export interface Provenance {
  readonly decision: string
  readonly edition: string
  /** The hash of the files that the edition was made from; null where they were not at hand when it was compiled. */
  readonly policy: string | null
  /** The other readings that hold, by name: `{ "C06": "excluded" }`; empty where the policy's own do. */
  readonly readings: Readonly<Record<string, string>>
  readonly compiler: string
}

/** What was settled, and by what. Hashes are `sha256:` and 64 digits. */
export interface Receipt extends Provenance {
  readonly input: string
  readonly output: string
}

/**
 * The receipt of a case that was settled: with it the case can be settled again years later, and compared.
 * `provenances` are those of the editions that it may have been settled under. Throws a RangeError where the edition
 * of the result is none of them.
 */
export function receiptFor(
  provenances: readonly Provenance[],
  input: unknown,
  output: { readonly edition: string },
): Receipt {
  const provenance = provenances.find(({ edition }) => edition === output.edition)
  if (!provenance) throw new RangeError(`the result is of edition ${output.edition}, which is none of these`)
  return { ...provenance, input: hashOf(input), output: hashOf(output) }
}

/** The hash of a JSON value: neither the order of keys nor blanks count. */
export function hashOf(value: unknown): string {
  return `sha256:${sha256(canonical(value))}`
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const members = Object.entries(value).filter(([, member]) => member !== undefined)
  const inOrder = members.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${inOrder.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join(',')}}`
}
