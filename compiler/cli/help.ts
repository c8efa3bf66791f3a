import type { Language } from '../../grammar/tree.ts'
import { commonOptions, type Command, type Option } from './command.ts'
import type { Entry } from './dispatch.ts'
import { padEnd } from './text-width.ts'
import { wordsIn } from './words.ts'

/** The page for `daiyu --help`. */
export function overallHelp(commands: readonly Entry[], language: Language): string {
  const say = wordsIn(language)
  return lines([
    say.tagline,
    '',
    `${say.usage}daiyu <${say.command}> …`,
    '',
    say.commands,
    ...columns(commands.map(({ name, says }) => [name, says[language]])),
    '',
    say.commandHelp(`daiyu <${say.command}>`),
  ])
}

/** The page for `daiyu <command> --help`. */
export function commandHelp({ name, says }: Entry, command: Command, language: Language): string {
  const say = wordsIn(language)
  const options = [...command.options, ...commonOptions]
  return lines([
    says[language],
    '',
    `${say.usage}daiyu ${[name, command.operands].filter(Boolean).join(' ')}`,
    '',
    say.options,
    ...columns(options.map((option) => [written(option), option.says[language]])),
    ...(command.notes ? ['', ...command.notes[language]] : []),
    ...(command.examples.length > 0 ? ['', say.examples] : []),
    ...command.examples.map((example) => `  ${example}`),
  ])
}

function written({ name, value }: Option): string {
  return value === undefined ? `--${name}` : `--${name} ${value}`
}

function columns(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(...rows.map(([first]) => first.length))
  return rows.map(([first, second]) => `  ${padEnd(first, width)}  ${second}`)
}

function lines(all: readonly string[]): string {
  return `${all.join('\n')}\n`
}
