import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, transform } from 'esbuild'
import type { Program } from '../../compiler/program/program.ts'
import { toTypeScript } from '../../compiler/typescript/to-typescript.ts'
import type { Issue } from '../../runtime/index.ts'

const root = join(import.meta.dirname, '..', '..')

/** What a generated module exports. */
export type Settle = (input: unknown) => unknown

let runtime: Promise<string> | null = null

/** The runtime as a module of its own, made once: generated modules import it by its place. */
async function runtimeUrl(): Promise<string> {
  const file = join(mkdtempSync(join(tmpdir(), 'daiyu-random-')), 'runtime.mjs')
  const { outputFiles } = await build({
    entryPoints: [join(root, 'runtime', 'index.ts')],
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    charset: 'utf8',
    write: false,
  })
  writeFileSync(file, outputFiles[0]?.text ?? '')
  return pathToFileURL(file).href
}

/** The generated TypeScript of a program, loaded into this process. */
export async function load(program: Program): Promise<Settle> {
  return loadCode(toTypeScript(program, new Map()).code)
}

/** The same of its text; or the entry over plain counts, whose name is longer by a word. */
export async function loadCode(typescript: string, entry: 'texts' | 'counts' = 'texts'): Promise<Settle> {
  runtime ??= runtimeUrl()
  const url = await runtime
  const { code } = await transform(typescript, { loader: 'ts', format: 'esm', charset: 'utf8' })
  const imported = code.replaceAll(/(['"])daiyu\/runtime\1/g, JSON.stringify(url))
  const data = `data:text/javascript;base64,${Buffer.from(imported).toString('base64')}`
  const exported = (await import(/* @vite-ignore */ data)) as Record<string, unknown>
  const names = Object.keys(exported).filter((name) => typeof exported[name] === 'function')
  const [settle] = names
    .toSorted()
    .flatMap((name) => (name.endsWith('Counts') === (entry === 'counts') ? [exported[name]] : []))
  if (!settle) throw new Error('the generated module exports no function')
  return settle as Settle
}

/** The issues that a CaseError carries; the class is the loaded runtime's own, so it is known by its name. */
export function issuesOf(problem: unknown): readonly Issue[] | null {
  return problem instanceof Error && problem.name === 'CaseError'
    ? (problem as Error & { issues: Issue[] }).issues
    : null
}
