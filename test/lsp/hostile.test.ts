import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { CancellationTokenSource, LSPErrorCodes } from 'vscode-languageserver/node'
import { smallPolicy, smallVocabulary } from '../cli/small-policy.ts'
import { commandPath, folderWith, start, startEditor, type Editor } from './editor.ts'

const small = () => folderWith({ 'words.policy': smallVocabulary, 'small.policy': smallPolicy })

async function stillAnswers(editor: Editor): Promise<void> {
  await editor.open('alive.policy', '政策')
  expect((await editor.diagnostics('alive.policy')).diagnostics.length).toBeGreaterThan(0)
}

test('shutdown and exit end with 0; exit alone, or the end of input, with 1', async () => {
  const editor = await startEditor(small())
  expect(await editor.stop()).toEqual({ status: 0, error: '' })
  const hurried = await startEditor(small())
  await hurried.connection.sendNotification('exit')
  expect(await hurried.ended).toEqual({ status: 1, error: '' })
  const { child, ended } = start()
  child.stdin.end()
  expect(await ended).toEqual({ status: 1, error: '' })
})

test('of many edits in a row the last is told, and none in the wrong order', async () => {
  const editor = await startEditor(small())
  await editor.open('small.policy', smallPolicy)
  const last = 200
  for (let version = 2; version <= last; version += 1) {
    const text = version === last ? smallPolicy : smallPolicy.replace('60%', `${version}元`)
    void editor.change('small.policy', version, text)
  }
  const { diagnostics } = await editor.diagnostics('small.policy', ({ version }) => version === last)
  expect(diagnostics).toEqual([])
  const versions = editor.published('small.policy').map(({ version = 0 }) => version)
  expect(versions).toEqual(versions.toSorted((a, b) => a - b))
  expect(versions.at(-1)).toBe(last)
})

test('edits by ranges, also beyond the text, leave the text that the editor has', async () => {
  const editor = await startEditor(small())
  await editor.open('small.policy', '')
  const at = (line: number, character: number) => ({ line, character })
  await editor.connection.sendNotification('textDocument/didChange', {
    textDocument: { uri: editor.uri('small.policy'), version: 2 },
    contentChanges: [
      { range: { start: at(0, 0), end: at(99, 99) }, text: `${smallPolicy}甲` },
      { range: { start: at(smallPolicy.split('\n').length - 1, 0), end: at(999, 0) }, text: '' },
    ],
  })
  const found = await editor.diagnostics('small.policy', ({ version }) => version === 2)
  expect(found.diagnostics).toEqual([])
})

const frame = (body: string): string => `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`

test.each([
  ['a body that is no JSON', frame('{')],
  ['a body that is no message', frame('[1, null, "x"]')],
  ['null', frame('null')],
  ['a request without a method', frame('{"jsonrpc":"2.0","id":7}')],
  [
    'parameters of another shape',
    frame('{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":5}}'),
  ],
  ['parameters that are none', frame('{"jsonrpc":"2.0","method":"textDocument/didChange","params":null}')],
  [
    'a request with parameters of another shape',
    frame('{"jsonrpc":"2.0","id":9,"method":"textDocument/hover","params":{"textDocument":{"uri":9}}}'),
  ],
  ['an answer that nobody asked for', frame('{"jsonrpc":"2.0","id":12,"result":1}')],
])('%s is survived', async (_, bytes) => {
  const editor = await startEditor(small())
  editor.raw(bytes)
  await stillAnswers(editor)
})

test('an unknown request is an error of the protocol, an unknown notification nothing', async () => {
  const editor = await startEditor(small())
  await expect(editor.connection.sendRequest('daiyu/nothing', {})).rejects.toMatchObject({ code: -32601 })
  await editor.connection.sendNotification('daiyu/nothing', {})
  await stillAnswers(editor)
})

test('bytes that are no message end it, or are survived, but never with a stack trace', async () => {
  const { child, ended } = start()
  child.stdin.end('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n')
  const { status, error } = await ended
  expect(status).toBe(1)
  expect(error).not.toMatch(/\n\s+at /u)
})

test('a request that is taken back is answered as such, and the next one as usual', async () => {
  const editor = await startEditor(small())
  await editor.open('small.policy', smallPolicy)
  const cancelled = new CancellationTokenSource()
  const params = { textDocument: { uri: editor.uri('small.policy') } }
  const asked = editor.connection.sendRequest('textDocument/documentSymbol', params, cancelled.token)
  cancelled.cancel()
  await Promise.allSettled([asked]).then(([outcome]) => {
    if (outcome?.status === 'rejected') expect(outcome.reason).toMatchObject({ code: LSPErrorCodes.RequestCancelled })
  })
  expect(await editor.connection.sendRequest('textDocument/documentSymbol', params)).not.toEqual([])
})

test('a document of megabytes, of one line, or nested without end is told to be too much, at once', async () => {
  const editor = await startEditor(small())
  for (const [name, text] of [
    ['large.policy', `${smallPolicy}${'※ 注释很长很长\n'.repeat(400_000)}`],
    ['line.policy', `政策 甲「${'乙'.repeat(3_000_000)}`],
    ['deep.policy', `${smallPolicy}条文 文件「深」\n  甲 是指 ${'（'.repeat(200_000)}`],
    ['quotes.policy', '「'.repeat(200_000)],
  ] as const) {
    await editor.open(name, text)
    const { diagnostics } = await editor.diagnostics(name)
    expect(diagnostics.length).toBeGreaterThan(0)
    const params = { textDocument: { uri: editor.uri(name) } }
    await editor.connection.sendRequest('textDocument/semanticTokens/full', params)
    await editor.connection.sendRequest('textDocument/foldingRange', params)
    await editor.close(name)
  }
  await stillAnswers(editor)
})

test('no other command loads the library of the server when it starts', () => {
  const folder = dirname(commandPath())
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8')
  const hasLibrary = (name: string): boolean => read(name).includes('node_modules/vscode-jsonrpc/')
  const loaded = ['daiyu.js']
  // The list grows while it is walked.
  for (const name of loaded)
    for (const [, next = ''] of read(name).matchAll(/^(?:import|\} from|export .* from).*"\.\/([^"]+\.js)";?$/gmu))
      if (!loaded.includes(next)) loaded.push(next)
  expect(loaded.length).toBeGreaterThan(1)
  expect(loaded.filter(hasLibrary)).toEqual([])
  expect(readdirSync(folder).filter((name) => name.endsWith('.js') && hasLibrary(name))).toHaveLength(1)
})
