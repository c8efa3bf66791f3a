import type { Cell, Entry, Expression, File, Name, Row, TopItem } from '../../grammar/tree.ts'
import type { Choices, FieldType, Member } from '../program/program.ts'
import { newReport, repeat, type Report } from '../problem/report.ts'
import type { BoundDecision, BoundField, BoundRecord, ParsedFile, Region, Vocabulary } from './bound.ts'
import { near } from './near.ts'

const builtInTypes: Readonly<Record<string, Exclude<FieldType['kind'], 'choice'>>> = {
  金额: 'money',
  money: 'money',
  比例: 'rate',
  rate: 'rate',
  数值: 'number',
  number: 'number',
  月数: 'months',
  monthCount: 'months',
  日期: 'date',
  date: 'date',
  年月: 'yearMonth',
  yearMonth: 'yearMonth',
  是否: 'boolean',
  boolean: 'boolean',
  行政区划: 'region',
  region: 'region',
  编码: 'text',
  code: 'text',
  文字清单: 'texts',
  texts: 'texts',
}
const optionalWords = new Set(['可空', 'optional'])
const inputWords = new Set(['输入', 'input'])
// One element of a list goes in, by itself: to the decision the list is a record.
const singleWords = new Set(['单项', 'single'])
const outputWords = new Set(['输出', 'output'])

interface Known {
  readonly trees: readonly File[]
  readonly vocabulary: Vocabulary
  readonly problems: Report['problems']
}
const known = new WeakMap<File, Known>()

/**
 * Reads the declarations of the vocabulary files, in order; a thing declared twice is a problem. Trees that have been
 * read before are not read again: a policy is edited more often than its vocabulary.
 */
export function bindVocabulary(files: readonly ParsedFile[], report: Report): Vocabulary {
  const trees = files.map(({ tree }) => tree)
  const [first] = trees
  const before = first && known.get(first)
  const isSame = before?.trees.length === trees.length && before.trees.every((tree, index) => tree === trees[index])
  const found = before && isSame ? before : { trees, ...readVocabulary(files) }
  if (first) known.set(first, found)
  repeat(found.problems, report)
  return found.vocabulary
}

function readVocabulary(files: readonly ParsedFile[]): Omit<Known, 'trees'> {
  const report = newReport()
  return { vocabulary: declaredIn(files, report), problems: report.problems }
}

function declaredIn(files: readonly ParsedFile[], report: Report): Vocabulary {
  const taken = new Map<string, { file: string; span: Name['span'] }>()
  const declare: Declare = (space, name, file) => {
    const first = taken.get(`${space} ${name.text}`)
    if (first) report.error('defined-twice', { file, span: name.span }, { name: name.text }, { related: first })
    else taken.set(`${space} ${name.text}`, { file, span: name.span })
  }
  const each = (read: (item: TopItem, file: string) => void): void => {
    for (const file of files) for (const item of file.tree.items) read(item, file.name)
  }

  const choices: Choices[] = []
  const regions: Region[] = []
  each((item, file) => {
    if (item.kind === 'choices') {
      declare('type', item.label, file)
      choices.push({
        id: item.id.text,
        label: item.label.text,
        members: membersOf(item, file, declare, report),
      })
    } else if (item.kind === 'regions') {
      for (const { row, names } of rowsOf(item.rows, 2, '名称 | 程序用名 | 「六位区划代码」', file, report)) {
        const code = textOf(row.cells[2])
        declare('value', names[0]!, file)
        declare('value', names[1]!, file)
        if (code === null || !/^[1-8]\d{5}$/.test(code))
          report.error('wrong-region-code', { file, span: row.span }, { text: code ?? '' })
        else regions.push({ label: names[0]!.text, id: names[1]!.text, code })
      }
    }
  })

  const records: BoundRecord[] = []
  each((item, file) => {
    if (item.kind !== 'record' && item.kind !== 'list') return
    declare('record', item.label, file)
    declare('record', item.id, file)
    const fields = rowsOf(item.rows, 2, '名称 | 程序用名 | 类型 | 平台字段', file, report, 3).map(
      ({ row, names }): BoundField => {
        declare(`field of ${item.id.text}`, names[0]!, file)
        declare(`field of ${item.id.text}`, names[1]!, file)
        const platform = expressionOf(row.cells[3])
        return {
          label: names[0]!.text,
          id: names[1]!.text,
          type: typeOfCell(row.cells[2], file, choices, report),
          platform: platform?.kind === 'name' ? platform.text : null,
        }
      },
    )
    records.push({ label: item.label.text, id: item.id.text, isList: item.kind === 'list', fields })
  })

  const recordOf = (name: Name, file: string): { record: BoundRecord; name: Name } | null => {
    const record = records.find((each) => each.label === name.text || each.id === name.text)
    if (record) return { record, name }
    const known = records.flatMap((each) => [each.label, each.id])
    report.error('unknown-record', { file, span: name.span }, { name: name.text, near: near(name.text, known) })
    return null
  }
  const decisions: BoundDecision[] = []
  each((item, file) => {
    if (item.kind !== 'decisionDeclaration') return
    declare('decision', item.label, file)
    declare('decision', item.id, file)
    const sides: Record<'inputs' | 'outputs', BoundRecord[]> = { inputs: [], outputs: [] }
    const eitherOf: [BoundRecord, BoundRecord][] = []
    for (const row of item.rows) {
      const side = namesIn(row.cells[0])[0]?.text ?? ''
      const isSingle = singleWords.has(side)
      const target = isSingle || inputWords.has(side) ? sides.inputs : outputWords.has(side) ? sides.outputs : null
      if (!target) report.error('wrong-declaration-row', { file, span: row.span }, { expected: '输入 | … / 输出 | …' })
      for (const entry of entriesOf(row.cells[1])) {
        const found = namesOf(entry.value).flatMap((name) => recordOf(name, file) ?? [])
        for (const { record, name } of found) {
          // A rule names a field by its label alone, so that two inputs of one label could not be told apart.
          const twice = target === sides.inputs ? sharedLabel(record, sides.inputs) : null
          if (twice !== null) report.error('defined-twice', { file, span: name.span }, { name: twice })
          const texts = record.fields.find(({ type }) => type.kind === 'texts')
          if (texts && target === sides.inputs)
            report.error('texts-as-input', { file, span: name.span }, { name: texts.label })
          if (isSingle && !record.isList)
            report.error('wrong-declaration-row', { file, span: name.span }, { expected: '单项 | 清单' })
          target?.push(isSingle ? { ...record, isList: false } : record)
        }
        if (entry.value.kind === 'name') continue
        const [first, second, more] = found
        if (target !== sides.inputs || !first || !second || more)
          report.error('wrong-declaration-row', { file, span: entry.span }, { expected: '输入 | 账单 或者 明细' })
        else eitherOf.push([first.record, second.record])
      }
    }
    for (const pair of eitherOf)
      for (const record of pair)
        if (!standsApart(record, sides.inputs))
          report.error('either-not-apart', { file, span: item.label.span }, { name: record.label })
    decisions.push({ label: item.label.text, id: item.id.text, ...sides, eitherOf })
  })
  return { choices, regions, records, decisions }
}

/** The type that a cell of a declaration names. */
export function typeOfCell(
  cell: Cell | undefined,
  file: string,
  choices: readonly Choices[],
  report: Report,
): FieldType {
  const expression = expressionOf(cell)
  const optional = expression?.kind === 'call' && optionalWords.has(expression.callee.text)
  const name = optional ? expression.arguments[0] : expression
  if (name?.kind === 'name') {
    const builtIn = Object.hasOwn(builtInTypes, name.text) ? builtInTypes[name.text] : undefined
    if (builtIn && !(builtIn === 'texts' && optional)) return { kind: builtIn, optional }
    const found = choices.find((each) => each.label === name.text || each.id === name.text)
    if (found) return { kind: 'choice', choices: found.id, optional }
    const known = [...Object.keys(builtInTypes), ...choices.flatMap((each) => [each.label, each.id])]
    report.error('unknown-type', { file, span: name.span }, { name: name.text, near: near(name.text, known) })
  }
  return { kind: 'text', optional }
}

type Declare = (space: string, name: Pick<Name, 'text' | 'span'>, file: string) => void

/** What a choice may be: a name, its identifier, and in the third cell the value in JSON where that is another. */
function membersOf(
  { id: choices, rows }: Extract<TopItem, { kind: 'choices' }>,
  file: string,
  declare: Declare,
  report: Report,
): Member[] {
  const taken = new Set<string>()
  return rowsOf(rows, 2, '名称 | 程序用名', file, report).flatMap(({ row, names }): Member[] => {
    const [label, name] = [names[0]!, names[1]!]
    declare(`member of ${choices.text}`, label, file)
    declare(`member of ${choices.text}`, name, file)
    const cell = row.cells[2]
    const text = textOf(cell)
    if (cell && (!text || row.cells.length > 3)) {
      report.error('wrong-declaration-row', { file, span: row.span }, { expected: '名称 | 程序用名 | 「JSON 里的值」' })
      return []
    }
    // Two identifiers that are alike have been told already.
    if (text !== null || !taken.has(name.text))
      declare(
        `value of ${choices.text}`,
        { text: text ?? name.text, span: text === null ? name.span : cell!.span },
        file,
      )
    taken.add(name.text)
    return text === null || text === name.text
      ? [{ label: label.text, id: name.text }]
      : [{ label: label.text, id: text, name: name.text }]
  })
}

function sharedLabel(record: BoundRecord, others: readonly BoundRecord[]): string | null {
  const taken = new Set(others.flatMap(({ fields }) => fields.flatMap(({ label, id }) => [label, id])))
  return record.fields.flatMap(({ label, id }) => [label, id]).find((text) => taken.has(text)) ?? null
}

/** The rows of at least `least` cells whose first `count` are names; the others are problems. */
export function rowsOf(
  rows: readonly Row[],
  count: number,
  expected: string,
  file: string,
  report: Report,
  least = count,
): { row: Row; names: Name[] }[] {
  return rows.flatMap((row) => {
    const names = row.cells.slice(0, count).flatMap((cell) => namesIn(cell).slice(0, 1))
    if (names.length === count && row.cells.length >= least) return [{ row, names }]
    report.error('wrong-declaration-row', { file, span: row.span }, { expected })
    return []
  })
}

function expressionOf(cell: Cell | undefined): Expression | null {
  if (cell?.kind !== 'entries') return null
  const [entry] = cell.entries
  return cell.entries.length === 1 && entry && !entry.to ? entry.value : null
}

function namesIn(cell: Cell | undefined): Name[] {
  return entriesOf(cell).flatMap(({ value }) => (value.kind === 'name' ? [value] : []))
}

function entriesOf(cell: Cell | undefined): readonly Entry[] {
  return cell?.kind === 'entries' ? cell.entries : []
}

/** One name, or those between which 或者 stands. */
function namesOf(value: Expression): readonly Name[] {
  if (value.kind === 'name') return [value]
  return value.kind === 'logic' && value.operator === 'or' ? value.operands.flatMap(namesOf) : []
}

/** The key under which a record or a list stands in the input. */
export function inputKey(record: BoundRecord): string {
  return (record.isList ? record.id : (record.fields[0]?.id ?? '')).replace(/\..*/, '')
}

/** Does all of a record, and nothing else, stand under one key, so that it can be left out? */
function standsApart(record: BoundRecord, inputs: readonly BoundRecord[]): boolean {
  const own = inputKey(record)
  const isUnder = ({ id }: BoundField): boolean => id.startsWith(`${own}.`)
  return inputs.every((each) =>
    each === record ? each.isList || each.fields.every(isUnder) : inputKey(each) !== own && !each.fields.some(isUnder),
  )
}

function textOf(cell: Cell | undefined): string | null {
  const expression = expressionOf(cell)
  return expression?.kind === 'text' ? expression.value : null
}
