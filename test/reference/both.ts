import { expect } from 'vitest'
import { javaScriptFiles } from '../../compiler/cli/build/javascript-files.ts'
import { compile, type Compilation } from '../../compiler/compile.ts'
import { readExamples } from '../../compiler/examples/read-examples.ts'
import { runExample } from '../../compiler/examples/run-example.ts'
import { interpret } from '../../compiler/interpret/interpret.ts'
import { selectEdition } from '../../compiler/interpret/select-edition.ts'
import { newReport } from '../../compiler/problem/report.ts'
import { outcome, runCode } from '../typescript/generated.ts'

/** A policy that the tests of one construct put their rules into: the vocabulary, and the decision `made.it.decide`. */
export function compileBoth(vocabulary: string, rules: string): Compilation {
  return compile([
    { name: 'vocabulary.policy', text: `词汇「词汇」\n${vocabulary}` },
    { name: 'made.policy', text: `政策 made.it「例」\n引用「vocabulary」\n事项 决定\n来源 文「文」官方\n${rules}` },
  ])
}

/** What an input comes to, the same from the interpreter and from generated code: the result, or the issues. */
export async function settlerOf({ programs, problems }: Compilation): Promise<(input: unknown) => unknown> {
  expect(problems).toEqual([])
  const built = await javaScriptFiles(programs, [], 'out')
  const settle = await runCode(built.find(({ name }) => name.endsWith('.js'))?.text ?? '', 'decide')
  return (input) => {
    const interpreted = interpretedOf(programs, input)
    expect(outcome(settle, input)).toEqual(interpreted)
    return interpreted
  }
}

function interpretedOf(programs: Compilation['programs'], input: unknown): unknown {
  const selected = selectEdition(programs, 'made.it.decide', { input })
  if (!selected.ok) return selected.issues
  const result = interpret(selected.program, input)
  return result.ok ? result.evaluation.output : result.issues
}

/** What comes of the examples: `passed`, or what differs or is wrong with them. */
export function examplesOf({ programs, policies }: Compilation): readonly unknown[] {
  const report = newReport()
  const examples = policies.flatMap((policy) => readExamples(policy, report))
  const outcomes = examples.map((example) => {
    const result = runExample(programs, 'made.it.decide', example)
    switch (result.kind) {
      case 'passed':
        return 'passed'
      case 'differs':
        return result.differences.map(({ expectation, found }) => [expectation.path, found])
      case 'refused':
        return result.issues.map(({ code, path }) => `${code} ${path}`)
    }
  })
  return [...outcomes, ...report.problems.map(({ code, facts }) => [code, facts['expected'] ?? facts['name']])]
}
