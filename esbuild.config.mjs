// Builds dist/: the command line, the three libraries, their type declarations, and the page.
// An entry point that does not exist is left out, so that this also runs on an unfinished tree.
import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { build } from 'esbuild'
import { buildPage } from './playground/build.mjs'
import { writeNotices } from './playground/notices.mjs'

const root = import.meta.dirname
// The language server's library asks for Node's modules by `require`, which modules have to make for themselves.
const commandHead = [
  '#!/usr/bin/env node',
  "import { createRequire as makeRequire } from 'node:module'",
  'const require = makeRequire(import.meta.url)',
].join('\n')

// esbuild and prettier's full formatter stay outside and must be reached by `await import(…)` only, or every
// start of the command would pay for loading them. prettier/doc is small and is bundled.
const isHeavy = /^(esbuild|@duckdb\/node-api|prettier|prettier\/(standalone|plugins\/.*))$/
const leaveHeavyOutside = {
  name: 'leave-heavy-outside',
  setup(builder) {
    builder.onResolve({ filter: isHeavy }, ({ path }) => ({ path, external: true }))
  },
}

// Without the development dependencies there is no language server.
const leaveMissingOutside = {
  name: 'leave-missing-outside',
  setup(builder) {
    builder.onResolve({ filter: /^vscode-languageserver/ }, ({ path }) =>
      existsSync(join(root, 'node_modules', path.split('/')[0])) ? null : { path, external: true },
    )
  },
}

// `neutral` knows no Node module: an import of one from the pure core fails the build.
const products = [
  { entry: 'compiler/cli/main.ts', name: 'daiyu', platform: 'node', splitting: true, isCommand: true },
  { entry: 'compiler/cli/batch/worker.ts', name: 'batch-worker', platform: 'node' },
  { entry: 'compiler/cli/batch/spark/evaluator.ts', name: 'spark-evaluator', platform: 'node' },
  { entry: 'compiler/esbuild-plugin.ts', name: 'esbuild-plugin', platform: 'node' },
  { entry: 'compiler/index.ts', name: 'compiler', platform: 'neutral' },
  { entry: 'runtime/index.ts', name: 'runtime', platform: 'neutral', isAlone: true },
].filter(({ entry }) => existsSync(join(root, entry)))

async function bundle({ entry, name, platform, splitting = false, isCommand = false, isAlone = false }) {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: { [name]: entry },
    outdir: 'dist',
    chunkNames: `${name}-[hash]`,
    bundle: true,
    splitting,
    format: 'esm',
    platform,
    mainFields: ['module', 'main'],
    target: 'node20',
    charset: 'utf8',
    define: { DAIYU_IS_BUNDLED: 'true' },
    minify: false,
    metafile: true,
    logLevel: 'warning',
    plugins: [leaveHeavyOutside, leaveMissingOutside],
    ...(isCommand ? { banner: { js: commandHead } } : {}),
  })
  const imports = Object.values(metafile.outputs).flatMap((output) => output.imports)
  const eager = imports.filter(
    ({ path, kind, external }) => external && kind === 'import-statement' && isHeavy.test(path),
  )
  if (eager.length > 0 && name !== 'esbuild-plugin') {
    throw new Error(`${entry} loads ${eager[0].path} at start: use "await import('${eager[0].path}')".`)
  }
  if (isAlone && imports.some(({ external }) => external)) {
    throw new Error(`${entry} must have no dependencies, but imports ${imports.map(({ path }) => path).join(', ')}.`)
  }
  if (isCommand) chmodSync(join(root, 'dist', `${name}.js`), 0o755)
  return metafile
}

// Without the development dependencies there is no TypeScript, and the declarations are left out.
function declareTypes() {
  try {
    const manifest = createRequire(import.meta.url).resolve('typescript/package.json')
    const tsc = join(manifest, '..', 'bin', 'tsc')
    execFileSync(process.execPath, [tsc, '-p', 'tsconfig.types.json'], { cwd: root, stdio: 'inherit' })
  } catch (problem) {
    if (problem.code !== 'MODULE_NOT_FOUND') throw problem
    console.warn('daiyu: TypeScript is not installed, so dist/ gets no type declarations.')
  }
}

function isInstalled(name) {
  if (existsSync(join(root, 'node_modules', name))) return true
  console.warn(`daiyu: ${name} is not installed, so dist/ gets no playground.`)
  return false
}

rmSync(join(root, 'dist'), { recursive: true, force: true })
try {
  const [metafiles] = await Promise.all([
    Promise.all(products.map(bundle)),
    isInstalled('monaco-editor') && buildPage(join(root, 'dist', 'playground')),
  ])
  writeNotices(join(root, 'dist'), metafiles, root)
  if (products.some(({ isCommand }) => !isCommand)) declareTypes()
} catch (problem) {
  console.error(`daiyu: the build failed. ${problem.message}`)
  process.exitCode = 1
}
