import type { Place } from '../../compiler/index.ts'
import type { ComparedVersion } from '../../compiler/diff/compare-versions.ts'
import type { NamedCause } from '../../compiler/diff/name-causes.ts'
import type { Compared } from '../../compiler/diff/report/compared.ts'
import { findings } from '../../compiler/diff/report/headlines.ts'
import { partiesText } from '../../compiler/diff/report/in-money.ts'
import { namesOf } from '../../compiler/diff/report/names.ts'
import { toldBlocks } from '../../compiler/diff/report/told-regions.ts'
import type { Report } from '../../compiler/diff/report/to-html.ts'
import { verdictRows, type VerdictRow } from '../../compiler/diff/report/verdict.ts'
import { wordsIn } from '../../compiler/diff/report/words.ts'
import type { TextChange, WrittenRule } from '../../compiler/diff/text/text-change.ts'
import type { Language } from '../../grammar/tree.ts'

/** A comparison in words. Places are null where the editor does not hold the text that was compared. */
export interface ToldComparison {
  readonly before: string
  readonly after: string
  readonly isComplete: boolean
  /** What becomes of what each party pays. */
  readonly parties: readonly string[]
  readonly findings: readonly string[]
  /** Whether that is all, and whether it is proved. */
  readonly proof: string
  readonly verdicts: readonly VerdictRow[]
  readonly same: readonly string[]
  readonly changes: readonly ToldChange[]
  /** Was something changed, but only what is quoted, which settles nothing? */
  readonly isOnlyQuoted: boolean
  readonly blocks: readonly {
    readonly path: string
    readonly name: string
    readonly notes: readonly string[]
    readonly causes: readonly ToldCause[]
    readonly rows: readonly ToldFormula[]
  }[]
  readonly limits: readonly { readonly expression: string; readonly place: Place | null; readonly why: string }[]
}

export interface ToldChange {
  readonly kind: TextChange['kind']
  readonly title: string
  readonly before: ToldText | null
  readonly after: ToldText | null
  readonly cells: readonly {
    readonly name: string
    readonly before: string | null
    readonly after: string | null
    readonly place: Place | null
  }[]
  /** Source and article, then the sentences that it rests on. */
  readonly article: string
  readonly quotes: readonly string[]
}
interface ToldText {
  readonly text: string
  readonly place: Place | null
}
interface ToldCause {
  readonly said: string
  readonly place: Place | null
}
export interface ToldFormula {
  readonly formula: string
  readonly where: readonly string[]
  readonly causes: readonly ToldCause[]
  readonly lines: readonly {
    readonly conditions: readonly string[]
    readonly kind: string | null
    readonly bounds: string
    readonly outcome: string | null
    /** The witness; null where none was looked for or found. */
    readonly input: unknown
  }[]
}

/** `isShown`: does the editor hold this text of the file? */
export function tellComparison(
  compared: Compared,
  before: ComparedVersion,
  after: ComparedVersion,
  language: Language,
  isShown: (file: string, text: string) => boolean,
): ToldComparison {
  const words = wordsIn(language)
  const names = namesOf([before.program, after.program], language)
  const [was, is] = [before, after].map(({ program, compared: { files } }) => ({ program, files }))
  const report: Report = { compared, before: was!, after: is!, names, words }
  const placeIn =
    ({ files }: { readonly files: ComparedVersion['compared']['files'] }) =>
    (place: string, lines: number) => {
      const [, file = '', line = ''] = /^(.*):(\d+)$/u.exec(place) ?? []
      const text = files.find(({ name }) => name === file)?.text
      if (text === undefined || !isShown(file, text)) return null
      return {
        file,
        span: { start: offsetOfLine(text, Number(line)), end: offsetOfLine(text, Number(line) + lines) - 1 },
      }
    }
  const textOf = (side: typeof was, written: WrittenRule | null): ToldText | null => {
    if (!written || !side) return null
    return { text: names.inWords(written.text), place: placeIn(side)(written.place, written.text.split('\n').length) }
  }
  const changes = compared.text.map((change): ToldChange => {
    const old = textOf(was, change.before)
    const next = textOf(is, change.after)
    const basis = change.basis.after ?? change.basis.before
    const saysWhat = ['invariant', 'reading', 'quote', 'notFormalised'].includes(change.what)
    return {
      kind: change.kind,
      title: [saysWhat ? [] : words.changeOf[change.what], change.name.split(' → ').map(names.inWords).join(' → ')]
        .flat()
        .join(' '),
      before: old,
      after: next,
      cells: change.cells.map((cell) => {
        const span = cell.spans[0]?.[1]
        const file = next?.place?.file
        return {
          name: [cell.row, cell.column]
            .flatMap((each) => (each ? each.split(' · ').map(names.inWords).join(' · ') : []))
            .join(' × '),
          before: cell.before && names.inWords(cell.before),
          after: cell.after && names.inWords(cell.after),
          place: span && file !== undefined ? { file, span } : (next?.place ?? null),
        }
      }),
      article: basis ? `${basis.source} ${basis.article}` : '',
      quotes:
        change.what === 'quote' || !basis ? [] : basis.quotes.map((each) => words.quote(each.text, each.isVerbatim)),
    }
  })
  const parties = partiesText(report)
  const toldCause = ({ told, change }: NamedCause): ToldCause => {
    const found = change === null ? undefined : changes[change]
    const [cell, ...others] = found?.cells ?? []
    const place = cell && others.length === 0 ? cell.place : (found?.after?.place ?? found?.before?.place ?? null)
    return { said: told[language], place }
  }
  return {
    before: compared.before,
    after: compared.after,
    isComplete: compared.complete,
    parties,
    findings: findings(report).filter((each) => !parties.includes(each)),
    proof: words.complete(compared.complete, compared.regions.length, compared.limits.length),
    verdicts: verdictRows(report),
    same: Object.entries(compared.verdict).flatMap(([path, each]) =>
      each === 'same' && path !== 'refused' ? [names.nameOf(path)] : [],
    ),
    changes,
    isOnlyQuoted:
      compared.text.length > 0 && compared.text.every(({ what }) => what === 'quote' || what === 'notFormalised'),
    blocks: toldBlocks(report).map(({ path, name, notes, causes, rows }) => ({
      path,
      name,
      notes,
      causes: causes.map(toldCause),
      rows: rows.map((row) => ({
        formula: row.formula,
        where: row.where,
        causes: row.causes.map(toldCause),
        lines: row.lines.map(({ regions, conditions, kind, bounds, outcome }) => ({
          conditions,
          kind,
          bounds,
          outcome,
          input: regions.find(({ witness }) => witness)?.witness?.input ?? null,
        })),
      })),
    })),
    limits: compared.limits.map(({ expression, place, why }) => ({
      expression: names.inText(expression),
      place: place === '' ? null : placeIn(is!)(place, 1),
      why: words.why(why),
    })),
  }
}

/** Where a line (from 1) begins in a text: its offset in UTF-16 code units; past the last line, the end and one. */
function offsetOfLine(text: string, line: number): number {
  let offset = 0
  for (let count = 1; count < line; count++) {
    const end = text.indexOf('\n', offset)
    if (end < 0) return text.length + 1
    offset = end + 1
  }
  return offset
}
