/** Up to where a query takes what a case may hold: rows beyond are refused with `limit`. */
export interface Limits {
  /** The most of an amount, in fen. */
  readonly fen: bigint
  /** The most of a bare number, in millionths, on both sides of zero. */
  readonly millionths: bigint
  /** The most elements of a list. */
  readonly elements: number
}

/** The widest are those of the door for amounts and lists; numbers stay within 64 bits. */
export const limitsToTry: readonly Limits[] = [
  { fen: 10n ** 15n - 1n, millionths: 10n ** 18n, elements: 10_000 },
  { fen: 10n ** 14n, millionths: 10n ** 15n, elements: 10_000 },
  { fen: 10n ** 13n, millionths: 10n ** 12n, elements: 10_000 },
  { fen: 10n ** 12n, millionths: 10n ** 12n, elements: 10_000 },
  { fen: 10n ** 11n, millionths: 10n ** 10n, elements: 1_000 },
  { fen: 10n ** 10n, millionths: 10n ** 9n, elements: 1_000 },
]
