import { hashOf, type Provenance, type Receipt } from '../../runtime/receipt.ts'
import type { OutputRecord, OutputValue } from '../interpret/evaluation.ts'
import { isRecord } from '../interpret/evaluation.ts'
import { interpret } from '../interpret/interpret.ts'
import type { Program } from '../program/program.ts'

/**
 * What is found when a result is worked out again. `changedResult`: the result is not the one that the receipt was
 * made for. `otherPolicy`, `otherCompiler`: the files, or the compiler, are not those of then; the result may be the same all the same.
 */
export type Finding =
  | { readonly kind: 'otherCase' | 'changedResult' | 'otherPolicy' }
  | { readonly kind: 'otherCompiler'; readonly before: string; readonly now: string }
  | { readonly kind: 'refused'; readonly issues: Extract<ReturnType<typeof interpret>, { ok: false }>['issues'] }
  | { readonly kind: 'otherResult'; readonly path: string; readonly stated: OutputValue; readonly now: OutputValue }

/** The receipt in a result; null where there is none. */
export function receiptIn(result: unknown): Receipt | null {
  if (!isObject(result) || !isObject(result['receipt'])) return null
  const { receipt } = result
  const texts = ['decision', 'edition', 'compiler', 'input', 'output'].every((key) => typeof receipt[key] === 'string')
  const { readings, policy } = receipt
  const isWhole = texts && isObject(readings) && Object.values(readings).every((each) => typeof each === 'string')
  return isWhole && (policy === null || typeof policy === 'string') ? (receipt as unknown as Receipt) : null
}

/**
 * Works a result out again from its case, under the edition of its receipt, and compares. `program` is that edition,
 * compiled by the readings of the receipt; `now` is what receipts say of it. Nothing found: all is as it was.
 */
export function checkReceipt(
  program: Program,
  now: Provenance,
  result: object,
  receipt: Receipt,
  input: unknown,
): readonly Finding[] {
  const surroundings: Finding[] = [
    ...(now.policy === receipt.policy ? [] : [{ kind: 'otherPolicy' } as const]),
    ...(now.compiler === receipt.compiler
      ? []
      : [{ kind: 'otherCompiler', before: receipt.compiler, now: now.compiler } as const]),
  ]
  if (hashOf(input) !== receipt.input) return [{ kind: 'otherCase' }, ...surroundings]
  const again = interpret(program, input, { isReplay: true })
  if (!again.ok) return [{ kind: 'refused', issues: again.issues }, ...surroundings]
  const { output } = again.evaluation
  const stated = Object.fromEntries(Object.entries(result).filter(([key]) => Object.hasOwn(output, key)))
  const isChanged = hashOf(stated) !== receipt.output
  const isSame = hashOf(output) === receipt.output
  return [
    ...(isChanged ? [{ kind: 'changedResult' } as const] : []),
    ...(isSame && !isChanged ? [] : differences(stated as OutputRecord, output, '')),
    ...surroundings,
  ]
}

/** Is the result the one that the receipt was made for, and does it come out again? */
export function isReproduced(findings: readonly Finding[]): boolean {
  return findings.every(({ kind }) => kind === 'otherPolicy' || kind === 'otherCompiler')
}

function differences(stated: OutputRecord, now: OutputRecord, at: string): readonly Finding[] {
  const keys = [...new Set([...Object.keys(stated), ...Object.keys(now)])]
  return keys.flatMap((key): readonly Finding[] => {
    const path = at + key
    const [before = null, after = null] = [stated[key], now[key]]
    if (isRecord(before) && isRecord(after)) return differences(before, after, `${path}.`)
    return hashOf(before) === hashOf(after) ? [] : [{ kind: 'otherResult', path, stated: before, now: after }]
  })
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
