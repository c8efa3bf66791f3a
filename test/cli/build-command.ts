import { cpSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'

export const root = join(import.meta.dirname, '..', '..')

/** Builds the command into a folder that is like an installed package, and gives the path to run. */
export async function buildCommand(folder: string): Promise<string> {
  const shared = { absWorkingDir: root, outdir: join(folder, 'dist'), bundle: true, format: 'esm' } as const
  await build({
    ...shared,
    entryPoints: { daiyu: 'compiler/cli/main.ts' },
    splitting: true,
    platform: 'node',
    mainFields: ['module', 'main'],
    target: 'node20',
    define: { DAIYU_IS_BUNDLED: 'true' },
    // As the language server's library needs it.
    banner: {
      js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url)",
    },
    external: ['@duckdb/node-api', 'esbuild', 'prettier/standalone', 'prettier/plugins/*'],
  })
  const hosts = {
    'batch-worker': 'compiler/cli/batch/worker.ts',
    'spark-evaluator': 'compiler/cli/batch/spark/evaluator.ts',
  }
  await build({ ...shared, entryPoints: hosts, platform: 'node' })
  await build({ ...shared, entryPoints: { runtime: 'runtime/index.ts' }, platform: 'neutral' })
  for (const name of ['package.json', 'policies']) cpSync(join(root, name), join(folder, name), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  return join(folder, 'dist', 'daiyu.js')
}
