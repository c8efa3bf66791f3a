import type { Problem } from '../../grammar/problem.ts'
import type { SourceFile } from '../compile.ts'
import { readExamples } from '../examples/read-examples.ts'
import type { ProblemCode } from '../problem/code.ts'
import { newReport } from '../problem/report.ts'
import { compileGroup } from './compile-group.ts'
import { exit, policiesOption, type Call, type Command } from './command.ts'
import { problemsToJson, showProblems } from './diagnostics.ts'
import { loadGroups, ownFolder, type Group } from './load.ts'

export const command: Command = {
  operands: '[FILE | DIR …]',
  least: 0,
  most: Infinity,
  options: [
    {
      name: 'format',
      value: 'text|json',
      oneOf: ['text', 'json'],
      says: { zh: '给人看，或给程序读', en: 'for people, or for programs' },
    },
    policiesOption,
  ],
  examples: [
    'daiyu check',
    'daiyu check policies/ningbo',
    'daiyu check policies/ningbo/employee.settle.policy --format json',
  ],
  run,
}

async function run(call: Call): Promise<number> {
  const groups = loadGroups(call.operands, ownFolder(call.values.get('policies'), call.operands))
  const files = [...new Map(groups.flat().map((file) => [file.name, file])).values()]
  const problems = withoutTwins(groups.flatMap(problemsOf))
  const errors = problems.filter(({ severity }) => severity === 'error').length
  if (call.values.get('format') === 'json') {
    await call.terminal.out(`${JSON.stringify({ problems: problemsToJson(problems, files) })}\n`)
  } else {
    showProblems(problems, files, call)
    await call.terminal.out(`${summary(files, errors, problems.length - errors, call)}\n`)
  }
  return errors > 0 ? exit.wrong : exit.fine
}

/** All that is wrong with the files of a group, the examples included. */
function problemsOf(group: Group): readonly Problem<ProblemCode>[] {
  const { policies, problems } = compileGroup(group)
  const report = newReport()
  for (const policy of policies) readExamples(policy, report)
  return [...problems, ...report.problems]
}

// A vocabulary is compiled once for every policy that uses it.
function withoutTwins(problems: readonly Problem<ProblemCode>[]): readonly Problem<ProblemCode>[] {
  const keyOf = ({ code, file, span }: Problem) => `${file}\n${span.start}\n${span.end}\n${code}`
  return [...new Map(problems.toReversed().map((problem) => [keyOf(problem), problem])).values()].toReversed()
}

function summary(files: readonly SourceFile[], errors: number, warnings: number, { words }: Call): string {
  const found = errors + warnings === 0 ? words.noProblems : words.errors(errors, warnings)
  return words.checked(files.length, found)
}
