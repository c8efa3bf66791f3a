import type { Language } from '../../grammar/tree.ts'
import type { Terminal } from './terminal.ts'
import type { Words } from './words.ts'

/** Exit statuses. A bug in the compiler has one of its own, so that no script takes it for a wrong policy. */
export const exit = { fine: 0, wrong: 1, usage: 2, bug: 70, interrupted: 130 } as const

/** A text of the help, in both languages. */
export type Both = Readonly<Record<Language, string>>

export interface Option {
  readonly name: string
  /** What the help calls its value; an option without one is a switch. */
  readonly value?: string
  /** The values there are, where not everything goes. */
  readonly oneOf?: readonly string[]
  /** Given several times, its values stand joined by commas; any other option's last one holds. */
  readonly isRepeatable?: boolean
  readonly says: Both
}

/** One command: what the help says of it, and what it does. */
export interface Command {
  /** As the help writes them. At least and at most so many. */
  readonly operands: string
  readonly least: number
  readonly most: number
  readonly options: readonly Option[]
  readonly examples: readonly string[]
  /** What else the help says, in lines. */
  readonly notes?: Readonly<Record<Language, readonly string[]>>
  /** Gives the exit status. */
  readonly run: (call: Call) => Promise<number>
}

/** A command line after reading. */
export interface Call {
  readonly operands: readonly string[]
  readonly values: ReadonlyMap<string, string>
  readonly switches: ReadonlySet<string>
  readonly language: Language
  readonly words: Words
  readonly terminal: Terminal
}

/** The command line is wrong, or names what is not there: exit status 2. */
export class UsageError extends Error {
  readonly says: (words: Words) => string

  constructor(says: (words: Words) => string) {
    super('wrong usage')
    this.name = 'UsageError'
    this.says = says
  }
}

/** What the command was given can't be used: exit status 1. */
export class Refusal extends Error {
  readonly says: (words: Words) => string

  constructor(says: (words: Words) => string) {
    super('refused')
    this.name = 'Refusal'
    this.says = says
  }
}

export const commonOptions: readonly Option[] = [
  {
    name: 'language',
    value: 'zh|en',
    oneOf: ['zh', 'en'],
    says: {
      zh: '说明和报错所用的语言；不写则看 LC_ALL、LANG',
      en: 'language of what is printed; default: LC_ALL, LANG',
    },
  },
  { name: 'help', says: { zh: '显示这一页', en: 'show this page' } },
]

export const formatOption: Option = {
  name: 'format',
  value: 'text|json',
  oneOf: ['text', 'json'],
  says: { zh: '给人看，或给程序读', en: 'for people, or for programs' },
}

/** What `--input` names. Throws a UsageError without it. */
export function inputOf({ values }: Pick<Call, 'values'>): string {
  const input = values.get('input')
  if (input === undefined) throw new UsageError((say) => say.optionMissing('--input FILE'))
  return input
}

export const policiesOption: Option = {
  name: 'policies',
  value: 'DIR',
  says: {
    zh: '政策所在的目录；不写则用 ./policies，没有则用随软件附带的政策',
    en: 'where the policies are; default: ./policies, else the ones that come with the package',
  },
}
