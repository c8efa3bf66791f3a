import { describeIssue } from '../../runtime/describe-issue.ts'
import type { SourceFile } from '../compile.ts'
import type { ExampleCase } from '../examples/example-case.ts'
import type { Difference, ExampleOutcome } from '../examples/run-example.ts'
import { positionOf } from '../problem/position.ts'
import type { Place } from '../problem/report.ts'
import { visible } from '../problem/visible.ts'
import type { Program } from '../program/program.ts'
import type { Call } from './command.ts'
import { showValue } from './ledger.ts'
import { padEnd, textWidth } from './text-width.ts'
import { colourOn, type Terminal } from './terminal.ts'

type Speaking = Pick<Call, 'language' | 'words'>

/** What came of an example: a line if it passed, else what was expected and what was found, with the places. */
export function outcomeLines(
  example: ExampleCase,
  outcome: ExampleOutcome,
  files: readonly SourceFile[],
  call: Speaking & { readonly terminal: Pick<Terminal, 'hasColour'> },
): readonly string[] {
  const { language, words, terminal } = call
  const colour = colourOn(terminal)
  const label = visible(example.label)
  const failed = `${colour('31', '✗')} ${label}  ${shownPlace(example.place, files)}`
  switch (outcome.kind) {
    case 'passed':
      return [`${colour('32', '✓')} ${label}`]
    case 'refused':
      return [failed, ...outcome.issues.map((issue) => `    ${words.refused}${describeIssue(issue, language)}`)]
    case 'differs':
      return [failed, ...differenceLines(outcome.differences, outcome.program, files, call)]
  }
}

function differenceLines(
  differences: readonly Difference[],
  program: Program,
  files: readonly SourceFile[],
  { language, words }: Speaking,
): readonly string[] {
  const rows = differences.map(({ expectation, found }) => {
    const field = program.output.find(({ path }) => path === expectation.path)
    const shown = (value: typeof found) => (field ? showValue(field, value, program, language, words) : '')
    return {
      name: visible(language === 'zh' ? expectation.label : expectation.path),
      values: `${words.expected} ${shown(expectation.value)}  ${words.found} ${shown(found)}`,
      place: shownPlace(expectation.place, files),
    }
  })
  const [nameWidth, valuesWidth] = [
    Math.max(...rows.map(({ name }) => textWidth(name))),
    Math.max(...rows.map(({ values }) => textWidth(values))),
  ]
  return rows.map(
    ({ name, values, place }) => `    ${padEnd(name, nameWidth)}  ${padEnd(values, valuesWidth)}  ${place}`,
  )
}

function shownPlace({ file, span }: Place, files: readonly SourceFile[]): string {
  const { line, column } = positionOf(files.find(({ name }) => name === file)?.text ?? '', span)
  return `${visible(file)}:${line}:${column}`
}
