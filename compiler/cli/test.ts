import type { Problem } from '../../grammar/problem.ts'
import type { ExampleCase } from '../examples/example-case.ts'
import { readExamples } from '../examples/read-examples.ts'
import { runExample } from '../examples/run-example.ts'
import type { BoundPolicy } from '../bind/bound.ts'
import type { Readings } from '../compile.ts'
import type { ProblemCode } from '../problem/code.ts'
import { newReport } from '../problem/report.ts'
import type { Program } from '../program/program.ts'
import { compileGroup } from './compile-group.ts'
import { exit, policiesOption, type Call, type Command } from './command.ts'
import { showProblems } from './diagnostics.ts'
import { checkReadings, readingOption, readingsOf } from './reading-option.ts'
import { decisionOf } from './settle.ts'
import { loadGroups, ownFolder, type Group } from './load.ts'
import { outcomeLines } from './show-outcome.ts'

export const command: Command = {
  operands: '[FILE | DIR …]',
  least: 0,
  most: Infinity,
  options: [readingOption, policiesOption],
  examples: ['daiyu test', 'daiyu test policies/ningbo/employee.settle.examples.policy'],
  run,
}

async function run(call: Call): Promise<number> {
  const groups = loadGroups(call.operands, ownFolder(call.values.get('policies'), call.operands))
  const readings = readingsOf(call)
  const compiled = groups.map((group) => ({ group, ...examplesOf(group, readings) }))
  const wrong = compiled.find(({ errors }) => errors.length > 0)
  if (wrong) {
    showProblems(wrong.errors, wrong.group, call)
    return exit.wrong
  }
  checkReadings(
    readings,
    compiled.flatMap(({ policies }) => policies),
  )
  const count = { passed: 0, failed: 0 }
  for (const { group, programs, examples } of compiled) {
    for (const { decision, example } of examples) {
      const outcome = runExample(programs, decision, example)
      count[outcome.kind === 'passed' ? 'passed' : 'failed'] += 1
      await call.terminal.out(`${outcomeLines(example, outcome, group, call).join('\n')}\n`)
    }
  }
  const { passed, failed } = count
  const { words, terminal } = call
  await terminal.out(`${passed + failed === 0 ? words.noExamples : `\n${words.examplesPassed(passed, failed)}`}\n`)
  return failed > 0 ? exit.wrong : exit.fine
}

interface ExamplesOfGroup {
  readonly policies: readonly BoundPolicy[]
  readonly programs: readonly Program[]
  readonly examples: readonly { readonly decision: string; readonly example: ExampleCase }[]
  readonly errors: readonly Problem<ProblemCode>[]
}

function examplesOf(group: Group, readings: Readings): ExamplesOfGroup {
  const { programs, policies, problems } = compileGroup(group, readings)
  const report = newReport()
  const examples = policies.flatMap((policy) =>
    readExamples(policy, report).map((example) => ({ decision: decisionOf(policy), example })),
  )
  const errors = [...problems, ...report.problems].filter(({ severity }) => severity === 'error')
  return { policies, programs, examples, errors }
}
