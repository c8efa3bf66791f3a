// Builds the page into a folder: what it loads by name, and the shipped policies as one file `{ name: text }`.
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { build } from 'esbuild'
import { writeNotices } from './notices.mjs'

const root = join(import.meta.dirname, '..')

export async function buildPage(folder) {
  mkdirSync(folder, { recursive: true })
  const common = {
    absWorkingDir: root,
    outdir: folder,
    bundle: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    charset: 'utf8',
    minify: true,
    legalComments: 'none',
    metafile: true,
    loader: { '.ttf': 'file' },
    logLevel: 'warning',
  }
  const app = {
    boot: 'playground/app/boot.ts',
    app: 'playground/app/main.ts',
    'monaco-zh': 'playground/app/monaco-zh.ts',
    'editor.worker': 'monaco-editor/editor/editor.worker',
  }
  const worker = { 'compiler.worker': 'playground/worker/main.ts' }
  const built = await Promise.all([
    build({ ...common, entryPoints: app }),
    // Split, so that the printer of TypeScript is loaded when it is needed.
    build({ ...common, entryPoints: worker, splitting: true, chunkNames: 'compiler-[hash]' }),
  ])
  const metafiles = built.map(({ metafile }) => metafile)
  writeNotices(folder, metafiles, root)
  for (const name of ['index.html', 'style.css']) copyFileSync(join(root, 'playground', name), join(folder, name))
  writeFileSync(join(folder, 'policies.json'), JSON.stringify(filesBelow(join(root, 'policies'))))
}

function filesBelow(folder) {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
  const nameOf = (path) => relative(folder, path).split(sep).join('/')
  return Object.fromEntries(paths.map((path) => [nameOf(path), readFileSync(path, 'utf8')]))
}
