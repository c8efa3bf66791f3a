import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { emitTypeScript } from '../../compiler/typescript/emit.ts'
import type { Program } from '../../compiler/program/program.ts'
import type { Issue } from '../../runtime/index.ts'

const root = join(import.meta.dirname, '..', '..')

/** What generated code exports: a decision, by its name. */
export type Settle = (input: unknown) => unknown

/** Runs generated TypeScript as an application would: bundled with the runtime. */
export async function runCode(code: string, name = 'settle'): Promise<Settle> {
  const folder = mkdtempSync(join(tmpdir(), 'daiyu-generated-'))
  const file = join(folder, 'policy.mjs')
  try {
    const { outputFiles } = await build({
      stdin: { contents: code, loader: 'ts', resolveDir: root },
      bundle: true,
      format: 'esm',
      platform: 'neutral',
      charset: 'utf8',
      write: false,
      // Random programs compare what can't be otherwise; esbuild would say so.
      logLevel: 'error',
      alias: { 'daiyu/runtime': join(root, 'runtime', 'index.ts') },
    })
    writeFileSync(file, outputFiles[0]!.text)
    const module = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as Record<string, Settle>
    return module[name]!
  } finally {
    rmSync(folder, { recursive: true })
  }
}

export async function runProgram(program: Program, name = 'settle'): Promise<Settle> {
  const { code } = await emitTypeScript(program, new Map())
  return runCode(code, name)
}

/** The result, or the issues of the CaseError. */
export function outcome(settle: Settle, input: unknown): unknown {
  try {
    return settle(input)
  } catch (error) {
    // The class is the bundle's own, so it is known by its name.
    if (error instanceof Error && error.name === 'CaseError') return (error as Error & { issues: Issue[] }).issues
    throw error
  }
}
