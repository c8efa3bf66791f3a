import { readdirSync, readFileSync } from 'node:fs'
import { compile, type SourceFile } from '../../compiler/compile.ts'
import { coverageOf } from '../../compiler/coverage/coverage.ts'
import { readFacts } from '../../compiler/coverage/facts-file.ts'
import { findQuotes } from '../../compiler/coverage/find-quotes.ts'
import { readExamples } from '../../compiler/examples/read-examples.ts'
import type { Problem } from '../../grammar/problem.ts'
import type { ProblemCode } from '../../compiler/problem/code.ts'
import { newReport } from '../../compiler/problem/report.ts'

const folder = new URL('../../compiler/problem/pages/', import.meta.url)

/** One of the policies of a page. `with`: further codes that can't be avoided beside the page's own. */
export interface PagePolicy {
  readonly kind: 'fails' | 'works'
  readonly with: readonly string[]
  readonly files: readonly SourceFile[]
}
export interface Page {
  readonly code: string
  readonly text: string
  readonly policies: readonly PagePolicy[]
}

/** The vocabulary that the policies of the pages share. */
export const sharedVocabulary: SourceFile = { name: 'vocabulary.policy', text: read('_vocabulary.policy') }

/** The help pages, one per code. */
export function readPages(): readonly Page[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => {
      const text = read(name)
      const blocks = [...text.matchAll(/^```policy (fails|works)(?: with (.*))?\n([\s\S]*?)^```$/gm)]
      return {
        code: name.replace('.md', ''),
        text,
        policies: blocks.map(([, kind, also, block]) => ({
          kind: kind === 'works' ? 'works' : 'fails',
          with: also?.split(', ') ?? [],
          files: filesOf(block ?? ''),
        })),
      }
    })
}

/** What is said of files, their examples included, and of their quotes where there are facts (*.json) or source texts (*.txt). */
export function problemsOf(files: readonly SourceFile[]): readonly Problem<ProblemCode>[] {
  const kinds = (ending: string) => files.filter(({ name }) => name.endsWith(ending))
  const compiled = files.filter(({ name }) => !/\.(?:json|txt)$/.test(name))
  const { problems, policies } = compile(compiled)
  const report = newReport()
  for (const policy of policies) readExamples(policy, report)
  for (const { text } of kinds('.json')) {
    const facts = readFacts(text)
    if ('ids' in facts) coverageOf(facts.ids, policies, compiled, report)
  }
  if (kinds('.txt').length > 0) findQuotes(policies, kinds('.txt'), new Map(), report)
  return [...problems, ...report.problems]
}

/** A block is one policy, or several files, each below a line `※ 文件 name` (data files too); the shared vocabulary is added where there is none. */
function filesOf(block: string): readonly SourceFile[] {
  const [first = '', ...rest] = block.split(/^※ 文件 (.+)$/m)
  if (rest.length === 0) return [sharedVocabulary, { name: 'sample.policy', text: repeated(first) }]
  const files: SourceFile[] = []
  for (let index = 0; index < rest.length; index += 2)
    files.push({ name: rest[index]!.trim(), text: repeated(rest[index + 1]!.slice(1)) })
  return files.some(({ name }) => name === sharedVocabulary.name) ? files : [sharedVocabulary, ...files]
}

/** A line that ends in `※ 重复 70 次` stands for 70 such lines: what is too large to be shown. */
function repeated(text: string): string {
  return text.replace(/^(.*?) *※ 重复 (\d+) 次$/gm, (_, line: string, times: string) =>
    Array.from({ length: Number(times) }, () => line).join('\n'),
  )
}

function read(name: string): string {
  return readFileSync(new URL(name, folder), 'utf8')
}
