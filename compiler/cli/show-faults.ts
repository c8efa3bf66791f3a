import { exit, type Call } from './command.ts'
import { errorOf, type Fault } from './settle.ts'

/** What is wrong with the one case, on standard error: a sentence each, or as JSON. Gives the exit status. */
export function showFaults(faults: readonly Fault[], { values, terminal }: Call): number {
  const lines =
    values.get('format') === 'json' ? [JSON.stringify(errorOf(faults))] : faults.map(({ message }) => message)
  terminal.error(`${lines.join('\n')}\n`)
  return exit.wrong
}
