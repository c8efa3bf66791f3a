import { near } from '../../grammar/near.ts'
import type { Language } from '../../grammar/tree.ts'
import { commonOptions, UsageError, type Call, type Command, type Option } from './command.ts'

/** Reads what follows the command's name. Throws a UsageError for what the command does not know. */
export function readArguments(
  words: readonly string[],
  { options, most }: Pick<Command, 'options' | 'most'>,
): Pick<Call, 'operands' | 'values' | 'switches'> {
  const known = [...options, ...commonOptions]
  const operands: string[] = []
  const values = new Map<string, string>()
  const switches = new Set<string>()
  let areOptionsOver = false
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? ''
    if (word === '--' && !areOptionsOver) areOptionsOver = true
    else if (areOptionsOver || !word.startsWith('-') || word === '-') operands.push(word)
    else {
      const [written, inline] = splitAtEquals(word)
      const option = findOption(written, known)
      if (option.value !== undefined) {
        const value = checkValue(option, inline ?? words[(index += 1)])
        const before = option.isRepeatable ? values.get(option.name) : undefined
        values.set(option.name, before === undefined ? value : `${before},${value}`)
      } else if (inline === null) switches.add(option.name)
      else throw new UsageError((say) => say.takesNoValue(written))
    }
  }
  const extra = operands[most]
  if (extra !== undefined) throw new UsageError((say) => say.oneTooMany(extra))
  return { operands, values, switches }
}

/** The language to speak, found before anything else is read, so that all that is wrong is said in it. */
export function languageOf(words: readonly string[], environment: NodeJS.ProcessEnv): Language {
  const at = words.findLastIndex((word) => word.startsWith('--language'))
  const asked = words[at]?.split('=')[1] ?? (at < 0 ? undefined : words[at + 1])
  if (asked === 'zh' || asked === 'en') return asked
  const locale = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || 'C'
  return /^(?:zh|(?:C|POSIX)(?:\.|$))/iu.test(locale) ? 'zh' : 'en'
}

function splitAtEquals(word: string): readonly [string, string | null] {
  const at = word.indexOf('=')
  return at < 0 ? [word, null] : [word.slice(0, at), word.slice(at + 1)]
}

function findOption(written: string, options: readonly Option[]): Option {
  const full = written === '-h' ? '--help' : written
  const option = options.find(({ name }) => `--${name}` === full)
  if (option) return option
  const all = options.map(({ name }) => `--${name}`)
  const meant = near(written, all)
  throw new UsageError(
    (say) => `${say.noOption(written)}${meant.length > 0 ? say.didYouMean(meant) : say.thereAre(all)}`,
  )
}

function checkValue({ name, value = '', oneOf }: Option, given: string | undefined): string {
  if (given === undefined || given.startsWith('--')) throw new UsageError((say) => say.needsValue(`--${name}`, value))
  if (oneOf && !oneOf.includes(given)) throw new UsageError((say) => say.notAllowed(`--${name}`, given, oneOf))
  return given
}
