import { withPlainDigits } from '../../grammar/characters.ts'

/** What a policy file says of itself: enough to know which files a decision needs. */
export interface FileHead {
  /** Where the file is found; the only file of that path. */
  readonly path: string
  readonly policy: string | null
  /** As the file calls it: a label or an identifier. */
  readonly decision: string | null
  /** A vocabulary or a module. */
  readonly isShared: boolean
  /** The decisions that it declares, if it is shared. */
  readonly declares: readonly DeclaredDecision[]
}
interface DeclaredDecision {
  readonly label: string
  readonly id: string
}

const name = String.raw`([\p{ID_Start}_][\p{ID_Continue}.]*)`
const policyHeader = new RegExp(String.raw`^[\t\p{Zs}]*(?:政策|policy)[\t\p{Zs}]+${name}`, 'mu')
const title = new RegExp(String.raw`${policyHeader.source}[\t\p{Zs}]*[「"]([^」"\n]*)`, 'mu')
const edition = /^[\t\p{Zs}]*(?:版本|edition)[\t\p{Zs}]*[「"]([^」"\n]*)[」"]/gmu
const decisionHeader = new RegExp(String.raw`^[\t\p{Zs}]*(?:事项|decision)[\t\p{Zs}]+${name}`, 'mu')
const decisionDeclaration = new RegExp(`${decisionHeader.source}[\\t\\p{Zs}]+${name}`, 'gmu')
const sharedHeader = /^[\t\p{Zs}]*(?:词汇|模块|vocabulary|module)[\t\p{Zs}]*[「"]/mu
const use = /^[\t\p{Zs}]*(?:引用|uses)[\t\p{Zs}]*[「"]([^」"\n]*)[」"]/gmu
const dataset = /^[\t\p{Zs}]*(?:资料|dataset)(?=[\t\p{Zs}])[^|]*/gmu
const example = /^[\t\p{Zs}]*(?:示例|example)[\t\p{Zs}]*[「"]/mu
const article = /^[\t\p{Zs}]*(?:条文|article)[\t\p{Zs}]/mu
const rules =
  /^[\t\p{Zs}]*(?:引用|来源|版本|条文|保证|名称对照|资料|uses|source|edition|article|always|names|dataset)(?=[\t\p{Zs}「"\n\r])/mu

/** The head of a file, from its text or the beginning of it; declared decisions are those in the text given. */
export function headOf(path: string, text: string): FileHead {
  const isShared = sharedHeader.test(text)
  return {
    path,
    policy: nameIn(text, policyHeader),
    decision: nameIn(text, decisionHeader),
    isShared,
    declares: isShared ? declaredDecisions(text) : [],
  }
}

/** What a policy is called for people; null where the file does not say. */
export function policyTitle(text: string): string | null {
  return title.exec(text)?.[2] ?? null
}

/** The editions that a file declares, in its order. */
export function editionNames(text: string): readonly string[] {
  return [...text.matchAll(edition)].map(([, found = '']) => found)
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
export function declaredDecisions(text: string): readonly DeclaredDecision[] {
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
