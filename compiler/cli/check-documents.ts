import { readFileSync, statSync } from 'node:fs'
import type { Problem } from '../../grammar/problem.ts'
import type { BoundPolicy } from '../bind/bound.ts'
import type { SourceFile } from '../compile.ts'
import { coverageOf, type FactCoverage } from '../coverage/coverage.ts'
import { readFacts, type Facts } from '../coverage/facts-file.ts'
import { findQuotes } from '../coverage/find-quotes.ts'
import type { ProblemCode } from '../problem/code.ts'
import { newReport } from '../problem/report.ts'
import { visible } from '../problem/visible.ts'
import { Refusal, UsageError, type Call, type Option } from './command.ts'
import { decodePolicy, textPathsIn } from './policy-files.ts'
import { shownPath } from './shown-path.ts'
import { padEnd, textWidth } from './text-width.ts'

export const documentOptions: readonly Option[] = [
  {
    name: 'coverage',
    value: 'FACTS.json',
    says: {
      zh: '要点清单里的每一条：哪些规则对应它，或为什么不作规则，或者还缺',
      en: 'for each fact of a list: the rules that cite it, or why it is not formalised, or that it is missing',
    },
  },
  {
    name: 'sources',
    value: 'DIR',
    says: {
      zh: '在这个目录的文本（*.txt）里找每一段原文',
      en: 'look for every quote in the texts (*.txt) of this folder',
    },
  },
]

export interface DocumentsChecked {
  readonly problems: readonly Problem<ProblemCode>[]
  /** Null where no list of facts was given. */
  readonly facts: readonly FactCoverage[] | null
  readonly textOf: Facts['textOf']
}

/** What `--coverage` and `--sources` ask for. Throws a UsageError or a Refusal where what they name can't be used. */
export function checkDocuments(
  policies: readonly BoundPolicy[],
  files: readonly SourceFile[],
  { values }: Call,
): DocumentsChecked {
  const [factsPath, folder] = [values.get('coverage'), values.get('sources')]
  const facts = factsPath === undefined ? null : openFacts(factsPath)
  const texts = folder === undefined ? [] : openTexts(folder)
  const textOf = facts?.textOf ?? new Map<string, string>()
  const report = newReport()
  if (folder !== undefined) {
    const unknown = [...new Set(textOf.values())].filter((name) => texts.every((text) => text.name !== name))
    if (unknown.length > 0) throw new Refusal((say) => say.textsMissing(folder, unknown))
    findQuotes(policies, texts, textOf, report)
  }
  const covered = facts && coverageOf(facts.ids, policies, files, report)
  return { problems: report.problems, facts: covered, textOf }
}

function openFacts(path: string): Facts {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) throw new UsageError((say) => say.noSuchFile(path))
  const name = shownPath(path)
  const facts = readFacts(decodePolicy(readFileSync(path), name))
  if ('kind' in facts) throw new Refusal((say) => say.noFacts(name, facts))
  return facts
}

function openTexts(folder: string): readonly SourceFile[] {
  const paths = textPathsIn(folder)
  if (paths.length === 0) throw new UsageError((say) => say.noTextsIn(folder))
  return paths.map(({ name, path }) => ({ name, text: decodePolicy(readFileSync(path), shownPath(path)) }))
}

/** A table for each source text, then how many facts are cited, not formalised, missing. */
export function coverageLines(
  facts: readonly FactCoverage[],
  textOf: Facts['textOf'],
  { words }: Call,
): readonly string[] {
  const titles = [...new Set(facts.map(({ id }) => textOf.get(id) ?? ''))]
  const [idWidth, statusWidth] = [
    Math.max(...facts.map(({ id }) => textWidth(visible(id)))),
    Math.max(...Object.values(words.factStatus).map(textWidth)),
  ]
  const rowsOf = ({ id, status, by, why }: FactCoverage): readonly string[] => {
    const says = [...(why === null ? [] : [words.factWhy(why)]), ...by]
    const head = `  ${padEnd(visible(id), idWidth)}  ${padEnd(words.factStatus[status], statusWidth)}`
    const [first = '', ...rest] = says.map(visible)
    return [`${head}  ${first}`.trimEnd(), ...rest.map((line) => `${' '.repeat(idWidth + statusWidth + 6)}${line}`)]
  }
  const count = (status: FactCoverage['status']) => facts.filter((fact) => fact.status === status).length
  return [
    ...titles.flatMap((title) => [
      ...(title === '' ? [] : [visible(title)]),
      ...facts.filter(({ id }) => (textOf.get(id) ?? '') === title).flatMap(rowsOf),
      '',
    ]),
    words.coverage(facts.length, count('cited'), count('notFormalised'), count('missing')),
  ]
}
