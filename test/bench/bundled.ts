import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { root } from '../cli/build-command.ts'

/** A module as an editor has it: bundled, without what running the sources adds to each function. */
export async function bundled<Module>(entry: string): Promise<Module> {
  const folder = mkdtempSync(join(tmpdir(), 'daiyu-bench-'))
  const outfile = join(folder, 'bundled.mjs')
  try {
    await build({
      absWorkingDir: root,
      entryPoints: [entry],
      bundle: true,
      format: 'esm',
      platform: 'node',
      mainFields: ['module', 'main'],
      define: { DAIYU_IS_BUNDLED: 'true' },
      packages: 'bundle',
      external: ['esbuild', 'prettier/*'],
      outfile,
    })
    return (await import(pathToFileURL(outfile).href)) as Module
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
