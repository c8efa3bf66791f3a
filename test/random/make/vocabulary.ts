import { between, chance, pick, type Draw } from '../draw.ts'
import type { ChoiceType, Kind, Known, Type, World } from './world.ts'
import { learn, typeOf } from './world.ts'
import type { Words } from './words.ts'

/** What goes in: the fields of the records, the yearly figures and the list, as the vocabulary declares them. */
export interface Inputs {
  readonly records: readonly Record[]
  readonly yearly: Record
  readonly list: Record | null
}
export interface Record {
  readonly label: string
  readonly id: string
  readonly fields: readonly Known[]
}

const places = [
  ['北京', 'beijing', '110000'],
  ['上海', 'shanghai', '310000'],
  ['宁波市', 'ningbo', '330200'],
  ['海曙区', 'haishu', '330203'],
  ['浙江省', 'zhejiang', '330000'],
] as const

export function makeRegions(draw: Draw): World['regions'] {
  const count = between(draw, 2, places.length)
  return places.slice(0, count).map(([label, id, code]) => ({ label, id, code }))
}

export function makeChoices(draw: Draw, freshName: World['freshName']): ChoiceType[] {
  return Array.from({ length: between(draw, 1, 3) }, () => {
    const { label, id } = freshName('choice')
    const members = Array.from({ length: between(draw, 2, 4) }, (_, index) => {
      const json = chance(draw, 15) ? `${index}-value "of" ${id}` : null
      return { ...freshName('member'), json }
    })
    return { label, id: `${id.charAt(0).toUpperCase()}${id.slice(1)}Type`, members }
  })
}

const scalarKinds: readonly Kind[] = [
  'money',
  'boolean',
  'choice',
  'date',
  'months',
  'number',
  'rate',
  'region',
  'text',
]
const listKinds: readonly Kind[] = ['choice', 'money', 'date', 'region', 'boolean', 'months', 'number', 'rate']

/** Declares the input; every field becomes a name that rules can speak of. */
export function makeInputs(world: World): Inputs {
  const { draw } = world
  const records = Array.from({ length: between(draw, 1, 2) }, (_, index) => {
    const { label, id } = world.freshName('record')
    const always: Kind[] = index === 0 ? ['money', 'money', 'choice', 'boolean', 'date'] : ['money', 'choice']
    const more = Array.from({ length: between(draw, 0, 5) }, () => pick(draw, scalarKinds))
    const own = [...always, ...more].map((kind) => field(world, kind, id))
    return { label, id, fields: index === 0 ? [world.selector, ...own] : own }
  })
  const year = world.freshName('record')
  const yearly = Array.from({ length: between(draw, 1, 3) }, () => field(world, 'money', year.id, { isYearly: true }))
  return { records, yearly: { ...year, fields: yearly }, list: world.list && makeList(world, world.list) }
}

function makeList(world: World, { label, id }: { readonly label: string; readonly id: string }): Record {
  const { draw } = world
  const more = Array.from({ length: between(draw, 1, 4) }, () => pick(draw, listKinds))
  const fields = [...(['choice', 'money', 'date'] as const), ...more].map((kind) =>
    field(world, kind, 'item', { over: true }),
  )
  return { label, id, fields }
}

function field(world: World, kind: Kind, record: string, more: Partial<Known> = {}): Known {
  const { draw } = world
  const { label, id } = world.freshName(more.isYearly ? 'yearly' : kind)
  const base = inputType(kind, kind === 'choice' ? pick(draw, world.choices) : null)
  const isMonth = kind === 'date' && chance(draw, 25)
  const type = { ...base, isMonth, isOptional: !more.isYearly && kind !== 'text' && chance(draw, 18) }
  return learn(world, { label, id: `${record}.${id}`, role: 'input', type, ...more })
}

export function inputType(kind: Kind, choices: ChoiceType | null): Type {
  const decimals = kind === 'money' ? 2 : kind === 'rate' || kind === 'number' ? 6 : 0
  return typeOf(kind, decimals, choices)
}

/** An output: a name of the policy, or an input passed through under another identifier. */
export interface Output {
  readonly label: string
  readonly id: string
  readonly type: Type
}

/** The vocabulary as text. */
export function writeVocabulary(
  words: Words,
  { choices, regions }: Pick<World, 'choices' | 'regions'>,
  inputs: Inputs,
  decision: { readonly label: string; readonly id: string },
  results: { readonly label: string; readonly id: string },
  outputs: readonly Output[],
): string {
  const row = (...cells: string[]): string => `  | ${cells.join(' | ')} |`
  const fieldRow = ({ label, id, type }: Output): string =>
    row(label, id, typeWord(words, type), words.keyword('Absent'))
  const all = [...inputs.records, inputs.yearly]
  const list = inputs.list
  const names = (records: readonly { readonly label: string }[]): string =>
    records.map(({ label }) => label).join(words.comma)
  return [
    `${words.keyword('Vocabulary')} ${words.text('random')}`,
    ...choices.flatMap(({ label, id, members }) => [
      `${words.keyword('Choices')} ${label} ${id}`,
      ...members.map(({ label: name, id: word, json }) =>
        row(name, word, ...(json === null ? [] : [words.text(json)])),
      ),
    ]),
    words.keyword('Regions'),
    ...regions.map((region) => row(region.label, region.id, words.text(region.code))),
    ...all.flatMap((record) => [
      `${words.keyword('Record')} ${record.label} ${record.id}`,
      ...record.fields.map(fieldRow),
    ]),
    ...(list ? [`${words.keyword('List')} ${list.label} ${list.id}`, ...list.fields.map(fieldRow)] : []),
    `${words.keyword('Record')} ${results.label} ${results.id}`,
    ...outputs.map(fieldRow),
    `${words.keyword('Decision')} ${decision.label} ${decision.id}`,
    row(words.word('输入', 'input'), names([...all, ...(list ? [list] : [])])),
    row(words.word('输出', 'output'), names([results, inputs.yearly])),
    '',
  ].join('\n')
}

const typeWords: Partial<{ [Each in Kind]: readonly [string, string] }> = {
  money: ['金额', 'money'],
  rate: ['比例', 'rate'],
  number: ['数值', 'number'],
  months: ['月数', 'monthCount'],
  date: ['日期', 'date'],
  boolean: ['是否', 'boolean'],
  region: ['行政区划', 'region'],
  text: ['编码', 'code'],
  texts: ['文字清单', 'texts'],
}

function typeWord(words: Words, type: Type): string {
  const word = type.isMonth ? (['年月', 'yearMonth'] as const) : (typeWords[type.kind] ?? (['编码', 'code'] as const))
  const plain = type.choices?.label ?? words.word(...word)
  return type.isOptional ? `${words.word('可空', 'optional')}${words.parens(plain)}` : plain
}

/** The kinds that an output can have. */
export function canBeOutput({ kind, decimals, isOpenEnded }: Type): boolean {
  if (kind === 'money') return decimals !== null && decimals <= 2
  if (kind === 'months') return decimals === 0
  return kind in typeWords || (kind === 'choice' && !isOpenEnded) ? !isOpenEnded : false
}
