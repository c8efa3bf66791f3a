// The extension for VS Code as people get it: built, packed, and the package opened again. Fetches the packer.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import { askServer } from './ask-server.mjs'

const root = join(import.meta.dirname, '..', '..')
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const folder = mkdtempSync(join(tmpdir(), 'daiyu-extension-'))

/** The files of a zip archive by name: its directory stands at the end, and says where each begins. */
function unzip(bytes) {
  const files = new Map()
  const end = bytes.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'))
  let at = bytes.readUInt32LE(end + 16)
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [size, nameLength, extra, comment] = [20, 28, 30, 32].map((offset, place) =>
      place === 0 ? bytes.readUInt32LE(at + offset) : bytes.readUInt16LE(at + offset),
    )
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength)
    const local = bytes.readUInt32LE(at + 42)
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const data = bytes.subarray(start, start + size)
    files.set(name, bytes.readUInt16LE(at + 10) === 0 ? data : inflateRawSync(data))
    at += 46 + nameLength + extra + comment
  }
  return files
}

execFileSync('npm', ['run', '--silent', 'extension'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
const files = unzip(readFileSync(join(root, 'dist', `daiyu-${version}.vsix`)))
const text = (name) => files.get(`extension/${name}`)?.toString('utf8') ?? assert.fail(`${name} is missing`)

const checks = {
  'holds what it needs and nothing else'() {
    const own = [
      'LICENSE.txt',
      'ThirdPartyNotices.txt',
      'client.js',
      'daiyu.tmLanguage.json',
      'language-configuration.json',
      'package.json',
    ]
    const expected = [...own, 'readme.md', 'server.js'].map((name) => `extension/${name}`)
    assert.deepEqual(new Set(files.keys()), new Set([...expected, '[Content_Types].xml', 'extension.vsixmanifest']))
  },

  'names only files that it holds, and the version of the package'() {
    const { main, contributes, version: own, publisher } = JSON.parse(text('package.json'))
    const [language] = contributes.languages
    const [grammar] = contributes.grammars
    for (const path of [main, language.configuration, grammar.path]) text(path.replace('./', ''))
    assert.deepEqual([own, publisher], [version, 'daiyu'])
  },

  'has a grammar, and words in Chinese'() {
    const { scopeName, patterns } = JSON.parse(text('daiyu.tmLanguage.json'))
    assert.equal(scopeName, 'source.daiyu')
    assert(patterns.some(({ match }) => new RegExp(match, 'u').test('适用于')))
    const { wordPattern } = JSON.parse(text('language-configuration.json'))
    assert.deepEqual('起付标准 − 已付2'.match(new RegExp(wordPattern.pattern, `${wordPattern.flags}g`)), [
      '起付标准',
      '已付2',
    ])
  },

  'asks for nothing but the editor and Node'() {
    for (const name of ['client.js', 'server.js']) {
      const asked = [...text(name).matchAll(/\brequire\("([^"]+)"\)/gu)].map(([, module]) => module)
      assert.deepEqual(
        asked.filter((module) => module !== 'vscode' && !isBuiltin(module)),
        [],
      )
    }
  },

  async 'has a language server that answers'() {
    const server = join(folder, 'server.js')
    writeFileSync(server, text('server.js'))
    const { answer, status } = await askServer([server, 'lsp', '--stdio'], folder)
    assert.equal(status, 0)
    assert.match(answer, /"textDocumentSync"/)
  },
}

try {
  for (const [what, check] of Object.entries(checks)) {
    await check()
    console.log(`✓ the extension ${what}`)
  }
} catch (problem) {
  console.log(`✗ the extension: ${problem.message}`)
  process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
