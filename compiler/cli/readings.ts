import { dirname } from 'node:path'
import { listReadings, type ListedReading } from '../coverage/list-readings.ts'
import { visible } from '../problem/visible.ts'
import { compileSoundGroups } from './compile-group.ts'
import { exit, formatOption, policiesOption, type Call, type Command } from './command.ts'
import { isInside, policiesFolder } from './load.ts'
import { boldOn } from './terminal.ts'

export const command: Command = {
  operands: '[FILE | DIR …]',
  least: 0,
  most: Infinity,
  options: [formatOption, policiesOption],
  examples: ['daiyu readings', 'daiyu readings policies/ningbo --format json'],
  run,
}

async function run(call: Call): Promise<number> {
  const compiled = await compileSoundGroups(call)
  if (typeof compiled === 'number') return compiled
  const readings = listReadings(
    compiled.flatMap(({ policies }) => policies),
    compiled.flatMap(({ group }) => group),
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
  const bold = boldOn(terminal)
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
