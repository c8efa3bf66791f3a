import type { Problem } from '../../grammar/problem.ts'
import { newCompiler, type compile, type SourceFile } from '../compile.ts'
import { readExamples } from '../examples/read-examples.ts'
import type { ProblemCode } from '../problem/code.ts'
import { newReport } from '../problem/report.ts'
import type { BoundPolicy } from '../bind/bound.ts'
import { problemsOfOtherReadings } from '../other-readings.ts'
import { arithmeticLines, arithmeticOf, arithmeticOption } from './check-arithmetic.ts'
import { checkDocuments, coverageLines, documentOptions } from './check-documents.ts'
import type { Program } from '../program/program.ts'
import { compileGroup, readable } from './compile-group.ts'
import { exit, formatOption, policiesOption, type Call, type Command } from './command.ts'
import { problemsToJson, showProblems } from './diagnostics.ts'
import { loadGroups, ownFolder, type Group } from './load.ts'

export const command: Command = {
  operands: '[FILE | DIR …]',
  least: 0,
  most: Infinity,
  options: [formatOption, arithmeticOption, ...documentOptions, policiesOption],
  examples: [
    'daiyu check',
    'daiyu check policies/ningbo',
    'daiyu check policies/ningbo/employee.settle.policy --format json',
    'daiyu check policies/ningbo --arithmetic',
    'daiyu check --coverage facts.json --sources documents',
  ],
  run,
}

async function run(call: Call): Promise<number> {
  const groups = loadGroups(call.operands, ownFolder(call.values.get('policies'), call.operands))
  const files = [...new Map(groups.flat().map((file) => [file.name, file])).values()]
  // The vocabularies and modules are read once.
  const compileFiles = newCompiler()
  const checked = groups.map((group) => checkGroup(group, compileFiles))
  const policies = checked.flatMap((group) => group.policies)
  const isAsked = documentOptions.some(({ name }) => call.values.has(name))
  const documents = isAsked ? checkDocuments(policies, files, call) : { problems: [], facts: null, textOf: new Map() }
  const problems = withoutTwins([...checked.flatMap((group) => group.problems), ...documents.problems])
  const errors = problems.filter(({ severity }) => severity === 'error').length
  const arithmetic = call.switches.has('arithmetic')
    ? {
        arithmetic: arithmeticOf(
          checked.flatMap((group) => group.programs),
          files,
        ),
      }
    : null
  const isJson = call.values.get('format') === 'json'
  // The list of facts is all that is printed then; what is wrong is said beside it.
  if (isJson && documents.facts === null)
    await call.terminal.out(`${JSON.stringify({ problems: problemsToJson(problems, files), ...arithmetic })}\n`)
  else showProblems(problems, files, call)
  const lines = [
    ...(arithmetic ? arithmeticLines(arithmetic.arithmetic, call) : []),
    ...(documents.facts ? [...coverageLines(documents.facts, documents.textOf, call), ''] : []),
  ]
  if (isJson && documents.facts) await call.terminal.out(`${JSON.stringify({ facts: documents.facts })}\n`)
  if (!isJson)
    await call.terminal.out(`${[...lines, summary(files, errors, problems.length - errors, call)].join('\n')}\n`)
  const isComplete = documents.facts?.every(({ status }) => status !== 'missing') ?? true
  return errors > 0 || !isComplete ? exit.wrong : exit.fine
}

interface Checked {
  readonly policies: readonly BoundPolicy[]
  readonly programs: readonly Program[]
  readonly problems: readonly Problem<ProblemCode>[]
}

/** All that is wrong with the files of a group, the examples included, by the policy's own readings and by others. */
function checkGroup(group: Group, compileFiles: typeof compile): Checked {
  const compilation = compileGroup(group, {}, compileFiles)
  const { policies, programs } = compilation
  const report = newReport()
  for (const policy of policies) readExamples(policy, report)
  const others = problemsOfOtherReadings(readable(group), compilation, compileFiles)
  return { policies, programs, problems: [...compilation.problems, ...report.problems, ...others] }
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
