import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compile } from '../../compiler/compile.ts'
import { readExamples } from '../../compiler/examples/read-examples.ts'
import { interpret } from '../../compiler/interpret/interpret.ts'
import { selectEdition } from '../../compiler/interpret/select-edition.ts'
import { problemCodes } from '../../compiler/problem/code.ts'
import { newReport } from '../../compiler/problem/report.ts'
import type { Program } from '../../compiler/program/program.ts'
import { readJson } from '../../runtime/json.ts'
import { canonical } from '../random/compare.ts'
import { issuesOf, load, type Settle } from '../random/generated.ts'
import { textOf, type Case, type CaseError, type Group, type Notion, type Settled } from './format.ts'

const folder = join(import.meta.dirname, 'data')
const notions = readdirSync(folder).map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Notion)

describe('the suite', () => {
  // What is said of coverage needs other files than policies.
  const ofDocuments = ['unknown-fact', 'quote-not-found']

  it('has a policy for every problem code', () => {
    const told = notions.flatMap(({ groups }) =>
      groups.flatMap((group) => ('diagnostics' in group ? group.diagnostics : [])),
    )
    const codes = problemCodes.filter((code) => !ofDocuments.includes(code))
    expect(codes.filter((code) => !told.includes(code))).toEqual([])
  })
})

for (const { notion, groups } of notions) {
  describe(notion, () => {
    it.each(groups)('$about', async (group) => {
      const { programs, codes } = compiled(group)
      if ('diagnostics' in group) return expect(codes).toEqual(group.diagnostics)
      expect(codes).toEqual(group.warnings ?? [])
      const generated = new Map<Program, Settle>()
      for (const program of programs) generated.set(program, await load(program))
      const differences = group.cases.flatMap((each) => {
        const expected = canonical('output' in each ? { output: each.output } : errorsOf(each.errors))
        const evaluators: Record<string, Evaluate> = {
          interpreter: interpreted,
          'generated code': (program, input) => called(generated.get(program), input),
        }
        return Object.entries(evaluators).flatMap(([name, evaluate]) => {
          const met = canonical(settle(group, programs, each, evaluate))
          return met === expected ? [] : [`${name} of ${JSON.stringify(each)}: ${met}`]
        })
      })
      expect(differences.slice(0, 5)).toEqual([])
    })
  })
}

function compiled(group: Group): { programs: readonly Program[]; codes: readonly string[] } {
  const { programs, policies, problems } = compile(
    Object.entries(group.files).map(([name, lines]) => ({ name, text: textOf(lines) })),
    'cases' in group ? group.readings : {},
  )
  const report = newReport()
  for (const policy of policies) readExamples(policy, report)
  const codes = new Set([...problems, ...report.problems].map(({ code }) => code))
  return { programs, codes: [...codes].toSorted() }
}

type Outcome = { readonly output: unknown } | { readonly errors: readonly CaseError[] }
type Evaluate = (program: Program, input: unknown) => Outcome

function settle({ decision }: Settled, programs: readonly Program[], given: Case, evaluate: Evaluate): Outcome {
  const json = given.json === undefined ? null : readJson(given.json)
  if (json?.ok === false) return errorsOf(json.issues)
  const input = json ? json.value : given.input
  const by = given.edition === undefined ? { input } : { edition: given.edition }
  const selected = selectEdition(programs, decision, by)
  return selected.ok ? evaluate(selected.program, input) : errorsOf(selected.issues)
}

function interpreted(program: Program, input: unknown): Outcome {
  const result = interpret(program, input)
  return result.ok ? { output: result.evaluation.output } : errorsOf(result.issues)
}

function called(settleCase: Settle | undefined, input: unknown): Outcome {
  try {
    return { output: settleCase?.(input) }
  } catch (problem) {
    const issues = issuesOf(problem)
    if (!issues) throw problem
    return errorsOf(issues)
  }
}

/** The order in which errors are told means nothing. */
const errorsOf = (issues: readonly CaseError[]): Outcome => ({
  errors: issues
    .map(({ code, path }) => ({ code, path }))
    .toSorted((a, b) => (`${a.path} ${a.code}` < `${b.path} ${b.code}` ? -1 : 1)),
})
