/** The two pages of the reference say the same: block for block the same programs, also after conversion of the words. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { compile, type SourceFile } from '../../compiler/compile.ts'
import type { Program } from '../../compiler/program/program.ts'
import { format } from '../../grammar/format.ts'
import type { Language } from '../../grammar/tree.ts'
import { changedFiles, filesFor, readPage, type Page } from './page.ts'

const [zh, en] = [readPage('zh'), readPage('en')]
const shape = ({ blocks }: Page) => blocks.map(({ language, says }) => ({ language, says }))
const compiled = ({ blocks }: Page) => blocks.filter(({ language, says }) => language === 'policy' && !says['frame'])
const headings = ({ blocks }: Page) => [
  ...new Set(blocks.filter(({ language }) => language === 'diff').map(({ heading }) => heading)),
]

test('the pages have the same blocks in the same order, and sections of the same numbers', () => {
  expect(shape(en)).toEqual(shape(zh))
  const numbers = ({ blocks }: Page) => blocks.map(({ heading }) => /^[\d.]*/.exec(heading)?.[0])
  expect(numbers(en)).toEqual(numbers(zh))
  expect(en.refusals.map(({ code }) => code)).toEqual(zh.refusals.map(({ code }) => code))
})

describe.each(compiled(zh).map((block, index) => ({ block, index })))('line $block.line, $block.heading', (each) => {
  const [zhFiles, enFiles] = [filesFor(zh, each.block), filesFor(en, compiled(en)[each.index]!)]
  test('means the same in both languages', () => {
    expect(meaningOf(enFiles)).toEqual(meaningOf(zhFiles))
  })
  test('means the same when its words are converted', () => {
    expect(meaningOf(converted(zhFiles, 'en'))).toEqual(meaningOf(zhFiles))
    expect(meaningOf(converted(enFiles, 'zh'))).toEqual(meaningOf(enFiles))
  })
})

test.each(headings(zh).map((heading, index) => [heading, index] as const))(
  'edit %s means the same',
  (heading, index) => {
    expect(meaningOf(changedFiles(en, headings(en)[index]!))).toEqual(meaningOf(changedFiles(zh, heading)))
  },
)

function converted(files: readonly SourceFile[], language: Language): readonly SourceFile[] {
  return files.map((file) =>
    file.name.endsWith('.csv') ? file : { ...file, text: format(file.text, file.name, { language }).text ?? '' },
  )
}

/** The programs, but for places, for the wording of texts, and for what the definitions are called. */
function meaningOf(files: readonly SourceFile[]): unknown {
  const { programs, policies } = compile(files)
  const vocabularies = policies.map(({ decision, yearStart }) => ({
    decision,
    yearStart: yearStart && [yearStart.month, yearStart.day],
  }))
  return { vocabularies, programs: programs.map(withoutWording) }
}

function withoutWording(program: Program): unknown {
  const numbers = new Map(program.definitions.map(({ id }, index) => [id, `definition ${index}`]))
  const left = (key: string, value: unknown): unknown => {
    if (key === 'at' || key === 'origin' || key === 'label' || key === 'title') return undefined
    if (key === 'text' || key === 'statement' || key === 'because' || key === 'into') return undefined
    const isReference = key === 'id' || key === 'definition' || key === 'share'
    return isReference && typeof value === 'string' ? (numbers.get(value) ?? value) : value
  }
  const { sources, ...rest } = program
  return JSON.parse(JSON.stringify({ ...rest, grades: sources.map(({ grade }) => grade) }, left))
}

test.each(['zh', 'en'] as const)('the links of the page in %s lead somewhere', (language) => {
  const folder = join(import.meta.dirname, '..', '..', 'compiler', 'reference')
  const text = readFileSync(join(folder, `language.${language}.md`), 'utf8')
  const links = [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, target]) => target!)
  const anchors = new Set([...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => `#${anchorOf(heading!)}`))
  const broken = links.filter((link) => (link.startsWith('#') ? !anchors.has(link) : !existsSync(join(folder, link))))
  expect(links.length).toBeGreaterThan(30)
  expect(broken).toEqual([])
})

/** As renderers of Markdown make anchors of headings. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\- ]/gu, '')
    .replaceAll(' ', '-')
}
