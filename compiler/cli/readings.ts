import { dirname } from 'node:path'
import { listReadings, type ListedReading } from '../coverage/list-readings.ts'
import { visible } from '../problem/visible.ts'
import { compileGroup } from './compile-group.ts'
import { exit, policiesOption, type Call, type Command } from './command.ts'
import { showProblems } from './diagnostics.ts'
import { isInside, loadGroups, ownFolder, policiesFolder } from './load.ts'

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
  examples: ['daiyu readings', 'daiyu readings policies/ningbo --format json'],
  run,
}

async function run(call: Call): Promise<number> {
  const groups = loadGroups(call.operands, ownFolder(call.values.get('policies'), call.operands))
  const files = groups.flat()
  const compiled = groups.map((group) => compileGroup(group))
  const errors = compiled.flatMap(({ problems }) => problems.filter(({ severity }) => severity === 'error'))
  if (errors.length > 0) {
    showProblems(errors, files, call)
    return exit.wrong
  }
  const readings = listReadings(
    compiled.flatMap(({ policies }) => policies),
    files,
    (file) => folderOption(file, call),
  )
  const isJson = call.values.get('format') === 'json'
  await call.terminal.out(`${isJson ? JSON.stringify({ readings }) : linesOf(readings, call).join('\n')}\n`)
  return exit.fine
}

/** ` --policies DIR`, where `daiyu run` would not find the policy of a file without it. */
function folderOption(file: string, { values, operands }: Call): string {
  if (isInside(file, policiesFolder(undefined))) return ''
  const folders = [values.get('policies') ?? [], operands]
    .flat()
    .filter((each) => each !== file && isInside(file, each))
  const [folder = dirname(file)] = folders
  return ` --policies ${/[^\p{L}\p{N}./_-]/u.test(folder) ? `'${folder.replaceAll("'", String.raw`'\''`)}'` : folder}`
}

function linesOf(readings: readonly ListedReading[], { words, terminal }: Call): readonly string[] {
  const bold = (text: string) => (terminal.hasColour.out ? `\u001B[1m${text}\u001B[0m` : text)
  const others = readings.flatMap(({ alternatives }) => alternatives).length
  return [
    ...readings.flatMap((reading) => [
      `${bold(visible(`${reading.name} ${reading.statement}`))}`,
      `  ${visible(words.readingBecause(reading.because))}`,
      `  ${visible([reading.decisions.join(words.comma), `${reading.source} ${reading.article}`].join(' · '))}`,
      `  ${visible([...reading.facts, `${reading.file}:${reading.line}`].join(' '))}`,
      ...reading.alternatives.flatMap(({ name, statement, rule, run: command }) => [
        `  ${visible(words.alternative(name, statement))}`,
        ...rule.split('\n').map((line) => `      ${visible(line)}`),
        `    → ${visible(command)}`,
      ]),
      '',
    ]),
    words.readingsListed(readings.length, others),
  ]
}
