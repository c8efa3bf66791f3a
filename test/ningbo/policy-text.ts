import { readFileSync } from 'node:fs'
import { format } from '../../grammar/format.ts'

const folder = new URL('../../policies/', import.meta.url)
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8')
export const settleModules = [
  'shared/classification',
  'shared/settlement',
  'shared/offsite',
  'ningbo/benefits',
  'national/principles',
]

/** The vocabularies of the settlement, and the data that they name. */
export const settleWords: readonly { readonly name: string; readonly text: string }[] = [
  'vocabulary.policy',
  'vocabulary.catalogue.policy',
  'catalogue/zhejiang.sample.csv',
  'catalogue/jiangsu.sample.csv',
  'catalogue/shanghai.sample.csv',
].map((name) => ({ name, text: read(name) }))

/** What other readings would say is said a second time in other words. */
const withoutAlternatives = (text: string): string => text.replaceAll(/^( +)另解 .*\n(?:\1 +.*\n)*/gmu, '')

/** What a file says below its head: articles, invariants, names. */
const bodyOf = (text: string): string => text.slice(text.search(/^条文/mu))
const sourcesOf = (text: string): string[] => text.match(/^来源 .*$/gmu) ?? []

/**
 * The settlement of Ningbo as one text: the policy with the articles of its modules below its edition, for tests that
 * change a line of it.
 */
export function settlePolicy(): string {
  const policy = read('ningbo/employee.settle.policy')
  const texts = settleModules.map((name) => read(`${name}.policy`))
  const edition = /^版本 ?「2023」.*$/mu.exec(policy)?.[0] ?? ''
  const head = policy
    .slice(0, policy.search(/^来源/mu))
    .replaceAll(/^引用「(?!vocabulary」).*\n/gmu, '')
    .replace('引用「vocabulary」', '引用「vocabulary」\n引用「vocabulary.catalogue」')
  const sources = [...new Set([policy, ...texts].flatMap(sourcesOf))]
  const bodies = [...texts.map(bodyOf), bodyOf(policy).replace(edition, '')]
  const names = bodies.flatMap(
    (body) =>
      /^名称对照\n([^]*)/mu
        .exec(body)?.[1]
        ?.split('\n')
        .map((row) => row.replaceAll(/ +/g, ' ')) ?? [],
  )
  const rules = bodies.map((body) => body.replace(/^名称对照$[^]*/mu, '').trimEnd())
  const text = `${[`${head}${sources.join('\n')}\n${edition}`, ...rules, `名称对照\n${[...new Set(names)].join('\n')}`].join('\n\n')}\n`
  return format(withoutAlternatives(text), 'employee.settle.policy').text ?? ''
}
