import { exit, type Call } from './command.ts'
import { errorOf, type Fault } from './settle.ts'

/** The formats in which everything is JSON. */
export const programFormats: ReadonlySet<string> = new Set(['json', 'platform'])

/** What is wrong with the one case, on standard error: a sentence each, or as JSON. Gives the exit status. */
export function showFaults(faults: readonly Fault[], { values, terminal }: Call): number {
  const isForPrograms = programFormats.has(values.get('format') ?? '')
  const lines = isForPrograms ? [JSON.stringify(errorOf(faults))] : faults.map(({ message }) => message)
  terminal.error(`${lines.join('\n')}\n`)
  return exit.wrong
}
