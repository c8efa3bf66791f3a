import { symlinkSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, type Plugin } from 'esbuild'
import { root } from './cores.ts'

// What is big, native, or has to be one with what the tests import.
const external = ['esbuild', 'prettier', 'typescript', 'vitest', '@vitest/runner', 'z3-solver']

/** The test files with the instrumented code, as modules in a folder; gives each file's module. */
export async function bundle(
  tests: readonly string[],
  code: ReadonlyMap<string, string>,
  folder: string,
): Promise<ReadonlyMap<string, string>> {
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  const entries = [...tests, 'test/setup.ts', 'test/mutation/run-tests.ts']
  await build({
    absWorkingDir: root,
    entryPoints: entries.map((file) => ({ in: file, out: file.replace(/\.ts$/, '') })),
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    charset: 'utf8',
    logLevel: 'error',
    // What packages in CommonJS ask of Node.
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    external,
    plugins: [withMutants(code)],
  })
  return new Map(entries.map((file) => [file, join(folder, file.replace(/\.ts$/, '.mjs'))]))
}

/** Loads instrumented code in place of what is in the files, and lets modules know their old places. */
const withMutants = (code: ReadonlyMap<string, string>): Plugin => ({
  name: 'with-mutants',
  setup: (building) => {
    building.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      if (path.includes('/node_modules/')) return undefined
      const contents = code.get(relative(root, path)) ?? (await readFile(path, 'utf8'))
      return {
        contents: contents
          .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)))
          .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)),
        loader: 'ts',
      }
    })
  },
})
