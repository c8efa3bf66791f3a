import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'esbuild'
import type { SourceFile } from '../../compile.ts'
import type { Program } from '../../program/program.ts'
import { byDecision } from '../../typescript/decision.ts'
import { emitDeclaration } from '../../typescript/emit.ts'
import { packageRoot } from '../package-root.ts'
import { fileName, type BuiltFile } from './built-file.ts'
import { typeScriptFiles } from './typescript-files.ts'

/**
 * Programs as JavaScript: for each decision one module with all its editions (ningbo.employee.settle.js), its source
 * map, and its declaration (.d.ts). The runtime is `inside`, so that the module needs nothing else, or `outside`, so
 * that several share the one of the package. `folder` is where the modules will lie.
 */
export async function javaScriptFiles(
  programs: readonly Program[],
  files: readonly SourceFile[],
  folder: string,
  runtime: 'inside' | 'outside' = 'inside',
): Promise<readonly BuiltFile[]> {
  const modules = new Map((await typeScriptFiles(programs, files, folder)).map(({ name, text }) => [name, text]))
  const decisions = [...byDecision(programs)].map(async ([decision, editions]) => {
    const name = fileName(decision)
    const declaration = { name: `${name}.d.ts`, text: await emitDeclaration(editions, runtime) }
    return [...(await bundle(name, modules, runtime)), declaration]
  })
  return (await Promise.all(decisions)).flat()
}

/** Bundles modules that are in memory, `<name>.ts` with all that it imports; and its source map. */
async function bundle(
  name: string,
  modules: ReadonlyMap<string, string>,
  runtime: 'inside' | 'outside',
): Promise<readonly BuiltFile[]> {
  const files = await outputOf(name, { modules, runtime, beside: new Map(), sourcemap: 'linked' })
  return files.map(({ path, text }) => ({ name: path.endsWith('.map') ? `${name}.js.map` : `${name}.js`, text }))
}

/** The same as the text of one module that needs no file beside it. `beside`: where else a name is found. */
export async function bundleAlone(
  name: string,
  modules: ReadonlyMap<string, string>,
  beside: ReadonlyMap<string, string> = new Map(),
): Promise<string> {
  const [file] = await outputOf(name, { modules, runtime: 'inside', beside, sourcemap: false })
  if (!file) throw new Error(`nothing was built of ${name}`)
  return file.text
}

/** Where a module that is no file can be imported from, in threads too. */
export function importableFrom(code: string): URL {
  return new URL(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`)
}

interface Bundling {
  readonly modules: ReadonlyMap<string, string>
  readonly runtime: 'inside' | 'outside'
  readonly beside: ReadonlyMap<string, string>
  readonly sourcemap: 'linked' | false
}

async function outputOf(name: string, { modules, runtime, beside, sourcemap }: Bundling) {
  const { build } = await import('esbuild')
  const { outputFiles } = await build({
    entryPoints: [{ in: `./${name}.js`, out: name }],
    outdir: '.',
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    target: 'es2022',
    charset: 'utf8',
    // Nothing that a policy says may end a script element that the code is put into.
    supported: { 'inline-script': true },
    sourcemap,
    external: beside.size > 0 ? ['node:*'] : [],
    plugins: [fromMemory(modules, runtime, beside)],
  })
  return outputFiles
}

/** Resolves the generated modules without their being on the disk, and the runtime wherever this package has it. */
function fromMemory(
  modules: ReadonlyMap<string, string>,
  runtime: 'inside' | 'outside',
  beside: ReadonlyMap<string, string>,
): Plugin {
  return {
    name: 'daiyu-from-memory',
    setup(builder) {
      builder.onResolve({ filter: /^daiyu\/runtime$/ }, ({ path }) =>
        runtime === 'outside' ? { path, external: true } : { path: runtimePath() },
      )
      builder.onResolve({ filter: /^daiyu\// }, ({ path }) => {
        const found = beside.get(path)
        return found === undefined ? null : { path: found }
      })
      builder.onResolve({ filter: /^\.\/.*\.js$/ }, ({ path, namespace, kind }) => {
        const name = path.slice(2).replace(/\.js$/, '.ts')
        if (kind !== 'entry-point' && namespace !== 'policy') return null
        return modules.has(name) ? { path: name, namespace: 'policy' } : null
      })
      builder.onLoad({ filter: /.*/, namespace: 'policy' }, ({ path }) => ({
        contents: modules.get(path) ?? '',
        loader: 'ts',
      }))
    },
  }
}

/** The source while the package is worked on; else what it was built to. */
function runtimePath(): string {
  const source = join(packageRoot(), 'runtime', 'index.ts')
  return existsSync(source) ? source : join(packageRoot(), 'dist', 'runtime.js')
}
