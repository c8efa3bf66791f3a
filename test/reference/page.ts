import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SourceFile } from '../../compiler/compile.ts'

/**
 * A fenced block of the reference. What is behind the fence says what it is: `policy file:NAME` is a whole file, `csv file:NAME` a data file,
 * `policy frame:NAME` the beginning of one, `policy in:FRAME` stands in that frame, `diff of:FILE` changes a file
 * (`as:NAME`: a copy of it), `json input:DECISION` and `json output:DECISION` are a case.
 */
export interface Block {
  readonly language: string
  readonly says: Readonly<Record<string, string>>
  readonly text: string
  readonly heading: string
  readonly line: number
}

/** One row of the table of what can't be written. */
export interface Refusal {
  readonly refused: string
  readonly instead: string
  readonly code: string
}

export interface Page {
  readonly blocks: readonly Block[]
  readonly refusals: readonly Refusal[]
}

export type PageLanguage = 'zh' | 'en'

export function readPage(language: PageLanguage): Page {
  const path = join(import.meta.dirname, '..', '..', 'compiler', 'reference', `language.${language}.md`)
  const lines = readFileSync(path, 'utf8').split('\n')
  const blocks: Block[] = []
  const refusals: Refusal[] = []
  let heading = ''
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? ''
    if (line.startsWith('#')) heading = line.replace(/^#+ /, '')
    const refusal = /^\| `([^`]+)` \|[^|]*\| `([^`]+)` \| \[([a-z-]+)\]\(\S+\) \|$/.exec(line)
    if (refusal) refusals.push({ refused: refusal[1]!, instead: refusal[2]!, code: refusal[3]! })
    const fence = /^```(\w+) ?(.*)$/.exec(line)
    if (!fence) continue
    const end = lines.indexOf('```', index)
    const says = Object.fromEntries(
      fence[2]!.split(' ').map((word) => [word.split(':')[0]!, word.slice(word.indexOf(':') + 1)]),
    )
    blocks.push({
      language: fence[1]!,
      says,
      text: `${lines.slice(index + 1, end).join('\n')}\n`,
      heading,
      line: index + 1,
    })
    index = end
  }
  return { blocks, refusals }
}

/** The whole files of a page, by name. */
export function wholeFiles({ blocks }: Page): ReadonlyMap<string, string> {
  return new Map(blocks.flatMap(({ says, text }) => (says['file'] ? [[says['file'], text]] : [])))
}

const isData = (name: string): boolean => name.endsWith('.csv')

function isShared(text: string): boolean {
  return /^(词汇|模块|vocabulary|module)[ 「]/m.test(text)
}

/** The files that a block is compiled with: the vocabularies, modules and data of the page, and its own text in its frame. */
export function filesFor(page: Page, block: Block): readonly SourceFile[] {
  const files = vocabularies(page)
  const name = block.says['file'] ?? 'block.policy'
  return isShared(block.text) ? files : [...files, { name, text: inFrame(page, block.says['in'], block.text) }]
}

export function vocabularies(page: Page): SourceFile[] {
  return [...wholeFiles(page)]
    .filter(([name, text]) => isShared(text) || isData(name))
    .map(([name, text]) => ({ name, text }))
}

/** The text behind the text of its frame, which may stand in a frame itself. */
export function inFrame({ blocks }: Page, name: string | undefined, text: string): string {
  if (name === undefined) return text
  const frame = blocks.find(({ says }) => says['frame'] === name)
  if (!frame) throw new Error(`the page has no frame ${name}`)
  return inFrame({ blocks, refusals: [] }, frame.says['in'], `${frame.text}\n${text}`)
}

/** What stands under one heading is changed: the vocabularies and the files that its diffs name, after the changes. */
export function changedFiles(page: Page, heading: string): readonly SourceFile[] {
  const whole = wholeFiles(page)
  const files = new Map(vocabularies(page).map(({ name, text }) => [name, text]))
  for (const { language, says, text } of page.blocks.filter((block) => block.heading === heading)) {
    if (language !== 'diff') continue
    const name = says['of'] ?? ''
    const before = files.get(name) ?? whole.get(name)
    if (before === undefined) throw new Error(`the page has no file ${name}`)
    files.set(name, before)
    files.set(says['as'] ?? name, applyChange(before, text))
  }
  return [...files].map(([name, text]) => ({ name, text }))
}

/** Replaces each stretch of a diff, which has to stand in the text exactly once; …… is for what is left out. */
function applyChange(text: string, diff: string): string {
  const lines = text.split('\n')
  for (const stretch of diff.trimEnd().split(/^ *……\n/mu)) {
    const signed = stretch.trimEnd().split('\n')
    const before = signed.filter((line) => !line.startsWith('+')).map((line) => line.slice(1))
    const after = signed.filter((line) => !line.startsWith('-')).map((line) => line.slice(1))
    const places = lines.flatMap((_, start) =>
      before.every((line, offset) => lines[start + offset] === line) ? [start] : [],
    )
    const [place] = places
    if (place === undefined || places.length > 1) throw new Error(`${places.length} places for:\n${before.join('\n')}`)
    lines.splice(place, before.length, ...after)
  }
  return lines.join('\n')
}
