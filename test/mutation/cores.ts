import { readdirSync } from 'node:fs'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '..', '..')

/** A part of the compiler whose tests are put to the test, and the folders of the tests that answer for it. */
export interface Core {
  readonly name: string
  readonly folders: readonly string[]
  readonly tests: readonly string[]
}

const meaning = ['bind', 'conformance', 'datasets', 'interpret', 'ningbo', 'platform', 'policies', 'problem', 'random']
const pages = ['handbook', 'receipt', 'reference', 'year']

export const cores: readonly Core[] = [
  { name: 'parsing', folders: ['grammar'], tests: ['grammar', 'problem', 'reference'] },
  { name: 'binding', folders: ['compiler/bind'], tests: [...meaning, ...pages] },
  { name: 'checking', folders: ['compiler/check'], tests: [...meaning, ...pages] },
  { name: 'lowering', folders: ['compiler/lower'], tests: [...meaning, ...pages] },
  { name: 'interpreter', folders: ['compiler/interpret'], tests: [...meaning, ...pages, 'typescript'] },
  { name: 'typescript', folders: ['compiler/typescript'], tests: [...meaning, ...pages, 'typescript'] },
  { name: 'differ', folders: ['compiler/diff/exact', 'compiler/diff/text'], tests: ['diff'] },
]

// Tests that run in processes of their own (the command line, tsc) or with a clock.
const elsewhere = /accepted\.test|esbuild-plugin\.test|source-map\.test|print-program\.test/

const inside = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .toSorted()

/** The files of a core, as paths from the root. What is generated from them is none. */
export const filesOf = ({ folders }: Core): readonly string[] =>
  folders.flatMap(inside).filter((file) => file.endsWith('.ts') && !file.endsWith('.gen.ts'))

/** The test files that answer for a core. */
export const testsOf = ({ tests }: Core): readonly string[] =>
  tests
    .flatMap((folder) => inside(join('test', folder)))
    .filter((file) => file.endsWith('.test.ts') && !elsewhere.test(file))
