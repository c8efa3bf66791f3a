import { version } from '../version.ts'
import type { Terminal } from './terminal.ts'
import type { Words } from './words.ts'

/** What nobody expected: a report short enough to be sent, without the insides of the program. */
export function reportBug(problem: unknown, say: Words, terminal: Terminal): void {
  const found = problem instanceof Error ? `${problem.name}: ${problem.message}` : String(problem)
  const [first = ''] = found.split('\n')
  const where = problem instanceof Error ? nameOfPlace(problem.stack ?? '') : ''
  terminal.error(
    [
      say.bug,
      `  daiyu ${version}, Node ${process.versions.node}, ${process.platform}`,
      `  daiyu ${process.argv.slice(2, 4).join(' ')}`,
      `  ${first.slice(0, 200)}${where}`,
      '',
    ].join('\n'),
  )
}

// The name of the function, without the folders of the machine that it runs on.
function nameOfPlace(stack: string): string {
  const [, name] = /^\s+at (?:async )?([\w$.#<>]+) \(/mu.exec(stack) ?? []
  return name === undefined ? '' : ` (${name})`
}
