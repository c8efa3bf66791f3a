import { multiply, ofInteger, parse, toText } from '../../runtime/rational.ts'
import type { BoundField, BoundPolicy, Vocabulary } from '../bind/bound.ts'
import { isRecord, outputAt, type OutputRecord, type OutputValue } from '../interpret/evaluation.ts'

/**
 * A case and what came out of it as an example of a policy file, in Chinese keywords and labels, not yet laid out:
 * `readExamples` reads the same case. `input` is as `interpret` reads it. A title holds no 」.
 */
export function writeExample(policy: BoundPolicy, title: string, input: OutputRecord, output: OutputRecord): string {
  const { inputs, outputs } = policy.decision
  const rows = (fields: readonly BoundField[], of: OutputRecord): readonly string[] =>
    fields.flatMap((field) => {
      const cell = isSaid(of, field.id) ? cellOf(outputAt(of, field.id), field, policy.vocabulary) : null
      return cell === null ? [] : [`| ${field.label} | ${cell} |`]
    })
  const given = inputs.filter(({ isList }) => !isList).flatMap(({ fields }) => rows(fields, input))
  const lists = inputs.flatMap(({ isList, id, label, fields }) => {
    const elements = isList ? outputAt(input, id) : null
    if (!Array.isArray(elements) || elements.length === 0) return []
    const cells = (element: OutputValue): readonly string[] =>
      fields.map((field) => cellOf(outputAt(element, keyOf(field)), field, policy.vocabulary) ?? '未填')
    const lines = [fields.map((field) => field.label), ...(elements as readonly OutputValue[]).map(cells)]
    return [`每项 ${label}：`, ...lines.map((line) => `| ${line.join(' | ')} |`)]
  })
  const expected = outputs.flatMap(({ fields }) => rows(fields, output))
  return [`示例「${title}」`, '已知', ...given, ...lists, '应得', ...expected].join('\n')
}

/** In the elements of a list the part before the first dot is left out. */
function keyOf({ id }: BoundField): string {
  return id.slice(id.indexOf('.') + 1)
}

function isSaid(value: OutputRecord, path: string): boolean {
  const [key = '', ...rest] = path.split('.')
  if (!Object.hasOwn(value, key)) return false
  const inner = value[key]
  return rest.length === 0 || (inner !== undefined && isRecord(inner) && isSaid(inner, rest.join('.')))
}

/** A value in the form in which examples say it; null of one that they can't: a fraction without an end, less than nothing. */
function cellOf(value: OutputValue, { type }: BoundField, { choices, regions }: Vocabulary): string | null {
  if (value === null) return '未填'
  if (typeof value === 'object') {
    if (!Array.isArray(value)) return null
    return value.length === 0 ? '未填' : (value as readonly string[]).map(quoted).join('、')
  }
  const text = String(value)
  switch (type.kind) {
    case 'money':
      return numeral(text, '元')
    case 'rate': {
      const percent = toText(multiply(parse(text), ofInteger(100)))
      return percent.includes('/') ? null : numeral(percent, '%')
    }
    case 'number':
      return numeral(text, '')
    case 'months':
      return numeral(text, '个月')
    case 'date': {
      const [year, month, day] = text.split('-').map(Number)
      return `${year}年${month}月${day}日`
    }
    case 'boolean':
      return value === true ? '是' : '否'
    case 'region':
      return regions.find(({ code }) => code === text)?.label ?? quoted(text)
    case 'choice':
      return choices.find(({ id }) => id === type.choices)?.members.find(({ id }) => id === text)?.label ?? null
    case 'yearMonth':
    case 'text':
    case 'texts':
      return quoted(text)
  }
}

function numeral(digits: string, unit: string): string | null {
  return /^\d+(?:\.\d+)?$/.test(digits) ? `${digits}${unit}` : null
}

function quoted(text: string): string {
  return `「${text}」`
}
