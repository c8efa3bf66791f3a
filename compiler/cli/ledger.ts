import type { Language } from '../../grammar/tree.ts'
import type { BoundPolicy } from '../bind/bound.ts'
import { leaningsOf } from '../explain/leanings.ts'
import { outputAt, type Evaluation, type OutputValue } from '../interpret/evaluation.ts'
import { visible } from '../problem/visible.ts'
import { otherReadings } from '../program/other-readings.ts'
import type { OutputField, Program } from '../program/program.ts'
import { padEnd, padStart, textWidth } from './text-width.ts'
import type { Words } from './words.ts'

/** A result for people: what came out, by name, in the sections of the vocabulary. */
export interface Ledger {
  readonly title: string
  readonly sections: readonly LedgerSection[]
  /** What has to be known of how it came out; stands below. */
  readonly remarks: readonly string[]
}
export interface LedgerSection {
  readonly title: string
  readonly rows: readonly LedgerRow[]
}
export interface LedgerRow {
  readonly path: string
  readonly name: string
  readonly value: string
}

/** In Chinese by labels, in English by identifiers. */
export function ledgerOf(
  program: Program,
  policy: BoundPolicy,
  evaluation: Evaluation,
  language: Language,
  say: Words,
): Ledger {
  const { from, until, name } = program.edition
  const edition = `${say.edition} ${name} (${from ?? '…'} — ${until ?? '…'})`
  const nameOf = ({ id, label }: { readonly id: string; readonly label: string }) =>
    visible(language === 'zh' ? label : id)
  return {
    title: `${nameOf(program.policy)} · ${nameOf(program.decision)} · ${visible(edition)}`,
    sections: policy.decision.outputs.map((record) => ({
      title: nameOf(record),
      rows: record.fields.flatMap(({ id, label }) => {
        const field = program.output.find(({ path }) => path === id)
        const value = field ? showValue(field, outputAt(evaluation.output, id), program, language, say) : ''
        return field ? [{ path: id, name: nameOf({ id, label }), value }] : []
      }),
    })),
    remarks: [
      ...otherReadings(program).map((each) => say.otherReading(each.name, each.alternative, each.statement)),
      ...leaningsOf(program, evaluation).map(({ source, rules }) =>
        say.leaning(source.grade, source.title, rules.map(nameOf)),
      ),
    ].map(visible),
  }
}

/** The ledger as lines, the values in one column on the right. */
export function ledgerLines({ title, sections, remarks }: Ledger, bold: (text: string) => string): readonly string[] {
  const rows = sections.flatMap((section) => section.rows)
  const nameWidth = Math.max(...rows.map(({ name }) => textWidth(name)), 0)
  const valueWidth = Math.max(...rows.map(({ value }) => textWidth(value)), 0)
  return [
    bold(title),
    ...sections.flatMap((section) => [
      '',
      bold(section.title),
      ...section.rows.map(({ name, value }) => `  ${padEnd(name, nameWidth)}  ${padStart(value, valueWidth)}`),
    ]),
    ...(remarks.length > 0 ? ['', ...remarks] : []),
  ]
}

/** A value of the result as a person reads it. */
export function showValue(
  { type }: OutputField,
  value: OutputValue,
  { choices }: Program,
  language: Language,
  say: Words,
): string {
  if (Array.isArray(value) && value.length > 0) return value.map(visible).join(language === 'zh' ? '；' : '; ')
  if (value === null || typeof value === 'object') return say.absent
  if (typeof value === 'boolean') return value ? say.yes : say.no
  const kind = type.kind === 'optional' ? type.of : type
  if (kind.kind === 'money') return String(value).replace(/\B(?=(?:\d{3})+\.)/g, ' ')
  const members = kind.kind === 'choice' ? (choices.find(({ id }) => id === kind.choices)?.members ?? []) : []
  const label = members.find(({ id }) => id === value)?.label
  return visible(language === 'zh' && label !== undefined ? label : String(value))
}
