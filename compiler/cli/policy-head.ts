import { closeSync, openSync, readSync } from 'node:fs'
import { withPlainDigits } from '../../grammar/characters.ts'

/** What the first lines of a policy file say about it: enough to know which files a decision needs. */
export interface PolicyHead {
  readonly path: string
  readonly policy: string | null
  /** As the file calls it: a label or an identifier. */
  readonly decision: string | null
  /** A vocabulary or a module. */
  readonly isShared: boolean
}

// The headers stand first; above them there are comments at most.
const HEAD_BYTES = 8 * 1024

const name = String.raw`([\p{ID_Start}_][\p{ID_Continue}.]*)`
const policyHeader = new RegExp(String.raw`^[\t\p{Zs}]*(?:政策|policy)[\t\p{Zs}]+${name}`, 'mu')
const decisionHeader = new RegExp(String.raw`^[\t\p{Zs}]*(?:事项|decision)[\t\p{Zs}]+${name}`, 'mu')
const decisionDeclaration = new RegExp(`${decisionHeader.source}[\\t\\p{Zs}]+${name}`, 'gmu')
const sharedHeader = /^[\t\p{Zs}]*(?:词汇|模块|vocabulary|module)[\t\p{Zs}]*[「"]/mu
const use = /^[\t\p{Zs}]*(?:引用|uses)[\t\p{Zs}]*[「"]([^」"\n]*)[」"]/gmu
const dataset = /^[\t\p{Zs}]*(?:资料|dataset)(?=[\t\p{Zs}])[^|]*/gmu
const example = /^[\t\p{Zs}]*(?:示例|example)[\t\p{Zs}]*[「"]/mu
const article = /^[\t\p{Zs}]*(?:条文|article)[\t\p{Zs}]/mu
const rules =
  /^[\t\p{Zs}]*(?:引用|来源|版本|条文|保证|名称对照|资料|uses|source|edition|article|always|names|dataset)(?=[\t\p{Zs}「"\n\r])/mu

export function readHead(path: string): PolicyHead {
  const text = firstBytes(path, HEAD_BYTES)
  return {
    path,
    policy: nameIn(text, policyHeader),
    decision: nameIn(text, decisionHeader),
    isShared: sharedHeader.test(text),
  }
}

/** The vocabularies and modules that a file names, as it names them. */
export function usedFiles(text: string): readonly string[] {
  return [...text.matchAll(use)].flatMap(([, target = '']) => (/^[^/\\]+$/.test(target) ? target : []))
}

/** The data files (*.csv) that a file names in its datasets, as it names them. */
export function usedData(text: string): readonly string[] {
  return [...text.matchAll(dataset)].flatMap(([declaration]) =>
    [...declaration.matchAll(/[「"]([^」"\n]*\.csv)[」"]/gu)].map(([, target = '']) => target),
  )
}

export function hasExamples(text: string): boolean {
  return example.test(text)
}

/** Does the file hold nothing but examples? Then a case can be settled without it. */
export function hasOnlyExamples(text: string): boolean {
  return hasExamples(text) && !rules.test(text)
}

export function hasArticles(text: string): boolean {
  return article.test(text)
}

/** The decisions that a vocabulary declares. */
export function declaredDecisions(text: string): readonly { readonly label: string; readonly id: string }[] {
  return [...text.matchAll(decisionDeclaration)].map(([, label = '', id = '']) => ({
    label: plain(label),
    id: plain(id),
  }))
}

function nameIn(text: string, header: RegExp): string | null {
  const [, found] = header.exec(text) ?? []
  return found === undefined ? null : plain(found)
}

function plain(written: string): string {
  return withPlainDigits(written).normalize('NFC')
}

function firstBytes(path: string, most: number): string {
  const file = openSync(path, 'r')
  try {
    const bytes = Buffer.alloc(most)
    return bytes.toString('utf8', 0, readSync(file, bytes, 0, most, 0))
  } finally {
    closeSync(file)
  }
}
