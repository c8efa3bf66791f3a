import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { seededRandom } from '../ningbo/bills.ts'
import { root } from './cores.ts'
import { Instrumenter, type Position, type Range } from './instrumenter.mjs'

/** One small change to the code. */
export interface Mutant extends Range {
  /** By which the instrumented code knows it. */
  readonly id: string
  readonly file: string
  readonly mutator: string
  readonly original: string
  readonly replacement: string
  /** The line it begins on, without its indentation. */
  readonly text: string
}

export interface Instrumented {
  readonly mutants: readonly Mutant[]
  /** The code of each file, with its mutants in it, each asleep. */
  readonly code: ReadonlyMap<string, string>
}

const never = (): boolean => false
const nothing = (): void => {}
const logger = {
  isTraceEnabled: never,
  isDebugEnabled: never,
  isInfoEnabled: never,
  isWarnEnabled: never,
  isErrorEnabled: never,
  isFatalEnabled: never,
  trace: nothing,
  debug: nothing,
  info: nothing,
  warn: console.warn,
  error: console.error,
  fatal: console.error,
}

/** What only says that the compiler itself is broken: no test should reach it, so none can pin it. */
const ofBrokenInvariants = {
  shouldIgnore: (path: object): string | undefined =>
    'isThrowStatement' in path && (path.isThrowStatement as () => boolean).call(path)
      ? 'a broken invariant'
      : undefined,
}

/**
 * Whether the types refuse such a change already, so that killing it would prove nothing of the tests: an object without
 * its fields, a list of other things, a tag or a code that there is not. In the TypeScript target words are output.
 */
const isHeldByTypes = ({ file, mutator, original, replacement }: Mutant): boolean =>
  mutator === 'ObjectLiteral' ||
  replacement.includes('Stryker was here') ||
  (mutator === 'StringLiteral' && !file.startsWith('compiler/typescript') && /^'[A-Za-z][\w-]*'$/.test(original))

/** All mutants of the files, or only the chosen ones with those that stand within them. */
export async function instrument(files: readonly string[], chosen?: readonly Mutant[]): Promise<Instrumented> {
  const content = new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]))
  const result = await new Instrumenter(logger).instrument(
    files.map((name) => ({
      name,
      content: content.get(name)!,
      mutate: chosen ? chosen.filter(({ file }) => file === name).map(({ start, end }) => ({ start, end })) : true,
    })),
    { plugins: null, excludedMutations: ['ArrowFunction', 'OptionalChaining'], ignorers: [ofBrokenInvariants] },
  )
  const mutants = result.mutants
    .filter(({ status }) => status !== 'Ignored')
    .map(({ id, fileName: file, location: { start, end }, mutatorName: mutator, replacement }) => {
      const source = content.get(file)!
      const original = source.slice(offset(source, start), offset(source, end))
      const text = source.split('\n')[start.line]!.trim()
      return { id, file, start, end, mutator, original, replacement, text }
    })
    .filter((mutant) => !isHeldByTypes(mutant))
  return { mutants, code: new Map(result.files.map(({ name, content: code }) => [name, code])) }
}

const offset = (source: string, { line, column }: Position): number =>
  source
    .split('\n')
    .slice(0, line)
    .reduce((sum, each) => sum + each.length + 1, column)

/** The place of a mutant and what it does there, the same in every run on the same files. */
export const keyOf = ({ file, start, end, mutator, replacement }: Mutant): string =>
  JSON.stringify([file, start, end, mutator, replacement])

/** All mutants in an order drawn by a seed, of which every beginning holds the share of each file that is its due. */
export function drawn(mutants: readonly Mutant[], seed: number): readonly Mutant[] {
  const random = seededRandom(seed)
  return [...new Set(mutants.map(({ file }) => file))]
    .map((file) => mutants.filter((mutant) => mutant.file === file))
    .flatMap((ofFile) =>
      ofFile
        .map((mutant) => ({ mutant, lot: random() }))
        .toSorted((a, b) => a.lot - b.lot)
        .map(({ mutant }, rank) => ({ mutant, turn: (rank + random()) / ofFile.length })),
    )
    .toSorted((a, b) => a.turn - b.turn)
    .map(({ mutant }) => mutant)
}
