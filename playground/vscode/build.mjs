// Builds the extension for VS Code into dist/extension/, and packs it: dist/daiyu-<version>.vsix.
// The packer is fetched when it is needed; installed, it would be the largest of the development dependencies.
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { languageMarks } from '../../grammar/highlighting.ts'
import { toTextMate } from '../../grammar/to-textmate.ts'
import { writeNotices } from '../notices.mjs'

const root = join(import.meta.dirname, '..', '..')
const folder = join(root, 'dist', 'extension')
const packer = '@vscode/vsce@3.9.2'

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const packed = join(root, 'dist', `daiyu-${version}.vsix`)
const writeJson = (name, data) => writeFileSync(join(folder, name), `${JSON.stringify(data, null, 2)}\n`)

const options = {
  absWorkingDir: root,
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  mainFields: ['module', 'main'],
  charset: 'utf8',
  minify: true,
  external: ['vscode'],
  metafile: true,
  logLevel: 'warning',
}

// The command line has more than an editor asks for; this is `daiyu lsp` alone.
const server = "import { serve } from './compiler/cli/lsp/serve.ts'\nvoid serve('zh')\n"

rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
const client = await build({
  ...options,
  entryPoints: ['playground/vscode/client.ts'],
  outfile: join(folder, 'client.js'),
})
const lsp = await build({
  ...options,
  stdin: { contents: server, resolveDir: root, loader: 'ts' },
  outfile: join(folder, 'server.js'),
})
writeNotices(folder, [client.metafile, lsp.metafile], root)
const manifest = JSON.parse(readFileSync(join(import.meta.dirname, 'package.json'), 'utf8'))
writeJson('package.json', { ...manifest, version })
writeJson('daiyu.tmLanguage.json', toTextMate())
const { comments, brackets, pairs, word } = languageMarks
writeJson('language-configuration.json', {
  comments,
  brackets,
  autoClosingPairs: pairs.map(([open, close]) => ({ open, close, notIn: ['string', 'comment'] })),
  surroundingPairs: pairs,
  wordPattern: { pattern: word, flags: 'u' },
})
copyFileSync(join(import.meta.dirname, 'README.md'), join(folder, 'README.md'))
copyFileSync(join(root, 'LICENSE'), join(folder, 'LICENSE'))

execFileSync('npx', ['--yes', packer, 'package', '--no-dependencies', '--allow-missing-repository', '--out', packed], {
  cwd: folder,
  stdio: 'inherit',
  shell: process.platform === 'win32',
})
