import { translate } from '../../../grammar/translate.ts'
import type { Language } from '../../../grammar/tree.ts'
import type { Program } from '../../program/program.ts'
import { inSentence } from '../../show/numbers.ts'

/** What a report calls names, members and amounts, in one language. */
export interface Names {
  readonly language: Language
  readonly nameOf: (path: string) => string
  /** The type of an output: `money`, `months`, …; null where there is no such output. */
  readonly kindOf: (output: string) => string | null
  /** Whether it is a key that a case may be without, having another in its place. */
  readonly isKey: (path: string) => boolean
  /** A text in which names stand: a formula, a cause. */
  readonly inText: (text: string) => string
  /** A difference: a sum of names, or what becomes what. */
  readonly difference: (text: string) => string
  /** What a policy says, in the language: in its keywords and identifiers where it is written in Chinese and read in English. */
  readonly inWords: (written: string) => string
  /** A value of an input, an output or a condition. */
  readonly value: (value: unknown) => string
}

/** The labels of both programs in Chinese; identifiers in English. */
export function namesOf(programs: readonly Program[], language: Language): Names {
  const labels = new Map<string, string>([['floor', '取整']])
  const members = new Map<string, string>()
  for (const { input, output, definitions, choices } of programs) {
    for (const { id, label } of definitions) labels.set(id, label)
    for (const { path, label } of [...input.fields, ...input.lists, ...output]) labels.set(path, label)
    for (const { path, fields } of input.lists)
      for (const field of fields) labels.set(`${path}[].${field.path}`, field.label)
    for (const member of choices.flatMap((each) => each.members)) members.set(member.id, member.label)
  }
  const nameOf = (path: string): string => (language === 'zh' ? (labels.get(path) ?? path) : path)
  const inText = (text: string): string =>
    text.replaceAll(/[\p{L}_][\p{L}\p{N}_.]*/gu, (word) => {
      const [, change = '', name = ''] = /^(Δ?)(.*)$/u.exec(word) ?? []
      return `${change}${nameOf(name)}`
    })
  const value = (each: unknown): string => {
    if (typeof each === 'boolean')
      return (language === 'zh' ? { true: '是', false: '否' } : { true: 'yes', false: 'no' })[`${each}`]
    if (each === null) return '—'
    if (typeof each === 'number') return inSentence(String(each)).replace('-', '−')
    if (typeof each !== 'string') return JSON.stringify(each)
    if (/^-?\d+(?:\.\d+)?$/u.test(each) && !/^\d{6}$/u.test(each)) return inSentence(each).replace('-', '−')
    return language === 'zh' ? (members.get(each) ?? each) : each
  }
  const difference = (text: string): string =>
    text.includes(' → ') ? text.split(' → ').map(value).join(' → ') : inText(text)
  const ids = new Map<string, string>()
  const several = new Set<string>()
  const written = programs.flatMap(({ choices }) =>
    choices.flatMap((each) => each.members.map(({ id, name, label }) => [name ?? id, label] as const)),
  )
  for (const [id, label] of [...labels, ...written]) {
    if (ids.has(label) && ids.get(label) !== id) several.add(label)
    ids.set(label, id)
  }
  several.forEach((label) => ids.delete(label))
  const inWords = (written: string): string =>
    language === 'en' && /\p{Script=Han}/u.test(written) ? translate(written, 'zh', 'en', ids) : written
  const kinds = new Map(programs.flatMap(({ output }) => output.map(({ path, type }) => [path, type.kind] as const)))
  const keys = new Set(programs.flatMap(({ input }) => input.eitherOf.flat()))
  const isKey = (path: string): boolean => keys.has(path)
  return { language, nameOf, isKey, kindOf: (output) => kinds.get(output) ?? null, inText, difference, inWords, value }
}

/** Whether an output of a type is a number, of which one may be more than another. */
export const isNumber = (kind: string | null): boolean =>
  kind !== null && ['money', 'rate', 'points', 'number', 'months', 'days', 'age'].includes(kind)
