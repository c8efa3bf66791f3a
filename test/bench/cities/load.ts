import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import type { Program } from '../../../compiler/program/program.ts'
import { writeModule } from '../../../compiler/typescript/to-typescript.ts'
import { root } from '../../cli/build-command.ts'

/** The evaluators of many programs in one bundle with one runtime, as an application that knows many cities has them. */
export async function loadTogether(programs: readonly Program[]): Promise<readonly ((input: unknown) => unknown)[]> {
  const folder = mkdtempSync(join(tmpdir(), 'daiyu-cities-'))
  try {
    const names = programs.map((program, index) => {
      writeFileSync(join(folder, `city${index}.ts`), writeModule(program, new Map()).text)
      return `import { settleCounts as city${index} } from './city${index}.ts'`
    })
    const list = `export default [${programs.map((_, index) => `city${index}`).join(', ')}]`
    const outfile = join(folder, 'all.mjs')
    await build({
      stdin: { contents: [...names, list].join('\n'), loader: 'ts', resolveDir: folder },
      bundle: true,
      format: 'esm',
      platform: 'neutral',
      logLevel: 'error',
      alias: { 'daiyu/runtime': join(root, 'runtime', 'index.ts') },
      outfile,
    })
    const module = (await import(pathToFileURL(outfile).href)) as { default: ((input: unknown) => unknown)[] }
    return module.default
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
