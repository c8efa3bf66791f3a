import type { Language } from '../../grammar/tree.ts'
import type { Line } from './format.ts'

/**
 * A small policy in few words. Rows are `label identifier type` (fields), `label identifier` (members) and
 * `label identifier code` (regions), one in a line; the date `settledOn` is always among the inputs.
 */
export interface Sketch {
  readonly words?: Language
  /** By label and identifier: `等级 Level`. */
  readonly choices?: Readonly<Record<string, string>>
  readonly regions?: string
  readonly input?: string
  /** Lists that go in, by label and identifier. */
  readonly lists?: Readonly<Record<string, string>>
  /** Further records that go in, by label and identifier. */
  readonly records?: Readonly<Record<string, string>>
  /** What goes in, where it is not simply all of this. */
  readonly takes?: string
  /** Lists of which one element goes in, by itself. */
  readonly single?: string
  /** Fields that go in and come out. */
  readonly yearly?: string
  readonly output: string
  /** A module that the policy uses beside its vocabulary. */
  readonly uses?: string
  /** The lines of `edition`; else the year 2024. */
  readonly editions?: string
  /** Alternatives of readings by which it is compiled. */
  readonly readings?: Readonly<Record<string, string>> | undefined
  /** What stands below the first quote; further articles, invariants and names may follow. */
  readonly rules: string
}

export const decision = 'sample.calculate'

/** The vocabulary and the policy. */
export function filesOf(sketch: Sketch): Readonly<Record<string, readonly Line[]>> {
  const words = sketch.words ?? 'en'
  return {
    'sample.vocabulary.policy': lines(vocabularyOf(sketch, wordsOf[words])),
    'sample.policy': lines(policyOf(sketch, wordsOf[words])),
  }
}

export const lines = (text: string): readonly string[] => text.replace(/^\n|\n\s*$/g, '').split('\n')

type Words = Readonly<Record<keyof (typeof wordsOf)['en'], string>>

const wordsOf = {
  en: {
    vocabulary: 'vocabulary "sample"',
    choices: 'choices',
    regions: 'regions',
    record: 'record',
    list: 'list',
    absent: 'absent',
    date: 'date',
    decision: 'decision',
    input: 'input',
    single: 'single',
    output: 'output',
    comma: ', ',
    head: 'policy sample "sample"\nuses "sample.vocabulary"\ndecision calculate\nsource measure "Sample measure" official',
    edition: 'edition "2024" from 2024-01-01 until 2024-12-31 selected by settledOn',
    article: 'article measure "Article 1"\n  quote "the rules of the sample"',
    open: '"',
    close: '"',
  },
  zh: {
    vocabulary: '词汇「示例」',
    choices: '选项',
    regions: '地区',
    record: '记录',
    list: '清单',
    absent: '未填',
    date: '日期',
    decision: '事项',
    input: '输入',
    single: '单项',
    output: '输出',
    comma: '、',
    head: '政策 sample「示例」\n引用「sample.vocabulary」\n事项 计算\n来源 办法「示例办法」官方',
    edition: '版本「2024」始于 2024年1月1日 止于 2024年12月31日 选用依据 结算日期',
    article: '条文 办法「第一条」\n  原文「示例的规则」',
    open: '「',
    close: '」',
  },
} as const

function vocabularyOf(sketch: Sketch, words: Words): string {
  const row = (cells: readonly string[]): string => `  | ${cells.join(' | ')} |`
  const cellsOf = (text: string): string[][] =>
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .map((line) => line.split(/\s+/))
  const fields = (text: string): string[] => cellsOf(text).map((cells) => row([...cells, words.absent]))
  const choices = Object.entries(sketch.choices ?? {}).flatMap(([name, members]) => [
    `${words.choices} ${name}`,
    ...cellsOf(members).map(row),
  ])
  const regions = cellsOf(sketch.regions ?? '').map(([label = '', id = '', code = '']) =>
    row([label, id, `${words.open}${code}${words.close}`]),
  )
  const more = Object.entries(sketch.records ?? {})
  const lists = Object.entries(sketch.lists ?? {})
  const records = [
    `${words.record} 申请 request`,
    ...fields(`结算日期 settledOn ${words.date}\n${sketch.input ?? ''}`),
    ...more.flatMap(([name, text]) => [`${words.record} ${name}`, ...fields(text)]),
    ...lists.flatMap(([name, text]) => [`${words.list} ${name}`, ...fields(text)]),
    ...(sketch.yearly === undefined ? [] : [`${words.record} 年度 yearToDate`, ...fields(sketch.yearly)]),
    `${words.record} 结果 result`,
    ...fields(sketch.output),
  ]
  const yearly = sketch.yearly === undefined ? [] : ['年度']
  const inputs = ['申请', ...[...more, ...lists].map(([name]) => name.split(' ')[0] ?? ''), ...yearly]
  return [
    words.vocabulary,
    '',
    ...choices,
    ...(regions.length > 0 ? [words.regions, ...regions] : []),
    ...records,
    `${words.decision} 计算 calculate`,
    row([words.input, sketch.takes ?? inputs.join(words.comma)]),
    ...(sketch.single === undefined ? [] : [row([words.single, sketch.single])]),
    row([words.output, ['结果', ...yearly].join(words.comma)]),
  ].join('\n')
}

function policyOf({ uses, editions, rules }: Sketch, words: Words): string {
  const head = uses === undefined ? words.head : words.head.replace('"\n', `"\nuses "${uses}"\n`)
  return [head, lines(editions ?? words.edition).join('\n'), '', words.article, lines(rules).join('\n')].join('\n')
}
