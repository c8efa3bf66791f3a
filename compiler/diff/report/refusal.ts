import type { Words } from './words.ts'

/** A case that only one of the two settles, as a sentence: which does, and what the other is kept from; else null. */
export function refusalText(difference: string, { onlyAfter, onlyBefore, refusedOtherwise }: Words): string | null {
  const [before = '', after = ''] = difference.split(' → ')
  const [was, is] = [before, after].map((each) =>
    each.startsWith('refused: ') ? each.slice('refused: '.length) : null,
  )
  if (was != null && is != null) return refusedOtherwise(was, is)
  if (was != null) return onlyAfter(was)
  return is == null ? null : onlyBefore(is)
}
