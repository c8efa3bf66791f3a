import { near } from '../../grammar/near.ts'
import type { Language } from '../../grammar/tree.ts'
import { version } from '../version.ts'
import { exit, Refusal, UsageError, type Both, type Command } from './command.ts'
import { commandHelp, overallHelp } from './help.ts'
import { languageOf, readArguments } from './read-arguments.ts'
import { shownPath } from './shown-path.ts'
import { reportBug } from './report-bug.ts'
import { isSystemError, reasonOf } from './system-error.ts'
import { openTerminal, type Terminal } from './terminal.ts'
import { wordsIn } from './words.ts'

export interface Entry {
  readonly name: string
  readonly says: Both
  readonly load: () => Promise<{ readonly command: Command }>
}

/** Runs the command that the words name, and gives the exit status. */
export async function dispatch(commands: readonly Entry[], words: readonly string[]): Promise<number> {
  const language = languageOf(words, process.env)
  const terminal = openTerminal(process)
  try {
    return await call(commands, words, language, terminal)
  } catch (problem) {
    const say = wordsIn(language)
    if (problem instanceof UsageError) {
      const [name = ''] = withoutLanguage(words)
      const known = commands.some((each) => each.name === name)
      terminal.error(`${problem.says(say)}\n${say.moreHelp(known ? `daiyu ${name}` : 'daiyu')}\n`)
      return exit.usage
    }
    if (problem instanceof Refusal) {
      terminal.error(`${problem.says(say)}\n`)
      return exit.wrong
    }
    if (isSystemError(problem)) {
      terminal.error(`${say.cannotUse(shownPath(problem.path), reasonOf(problem, say))}\n`)
      return exit.usage
    }
    reportBug(problem, say, terminal)
    return exit.bug
  }
}

async function call(
  commands: readonly Entry[],
  given: readonly string[],
  language: Language,
  terminal: Terminal,
): Promise<number> {
  const words = wordsIn(language)
  const [name = '--help', ...rest] = withoutLanguage(given)
  if (name === '--version') {
    await terminal.out(`${version}\n`)
    return exit.fine
  }
  const entry = commands.find((each) => each.name === name)
  if (!entry) {
    if (!['--help', '-h', 'help'].includes(name)) throw unknownCommand(name, commands)
    await terminal.out(overallHelp(commands, language))
    return exit.fine
  }
  const { command } = await entry.load()
  if (rest.includes('--help') || rest.includes('-h')) {
    await terminal.out(commandHelp(entry, command, language))
    return exit.fine
  }
  const { operands, values, switches } = readArguments(rest, command)
  if (operands.length < command.least) throw new UsageError((say) => say.operandMissing(command.operands))
  return command.run({ operands, values, switches, language, words, terminal })
}

// The language may be said before the command.
function withoutLanguage(given: readonly string[]): readonly string[] {
  if (given[0]?.startsWith('--language=')) return given.slice(1)
  return given[0] === '--language' ? given.slice(2) : given
}

function unknownCommand(name: string, commands: readonly Entry[]): UsageError {
  const all = commands.map((each) => each.name)
  const meant = near(name, all)
  return new UsageError((say) =>
    name.startsWith('-')
      ? `${say.noOption(name)}${say.thereAre(['--help', '--version', '--language'])}`
      : `${say.noCommand(name)}${meant.length > 0 ? say.didYouMean(meant) : say.thereAre(all)}`,
  )
}
