import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { smallPolicy, smallVocabulary } from '../cli/small-policy.ts'
import { folderWith, positionOf, startEditor } from './editor.ts'

const small = () => folderWith({ 'words.policy': smallVocabulary, 'small.policy': smallPolicy })
const wrong = smallPolicy.replace('按比例 60%', '按比例 60元')

test('what is wrong is shown where it is, with the version it was found in; mended, it is gone', async () => {
  const editor = await startEditor(small())
  await editor.open('small.policy', wrong)
  const found = await editor.diagnostics('small.policy')
  expect(found.version).toBe(1)
  expect(found.diagnostics.length).toBeGreaterThan(0)
  const [first] = found.diagnostics
  expect(first?.severity).toBe(1)
  expect(first?.source).toBe('daiyu')
  expect(first?.range.start.line).toBe(positionOf(wrong, '60元').line)
  expect(first?.message).toMatch(/^[\x20-\x7E\s]*[A-Za-z]/u)
  await editor.change('small.policy', 2, smallPolicy)
  const mended = await editor.diagnostics('small.policy', ({ version }) => version === 2)
  expect(mended.diagnostics).toEqual([])
})

test.each([
  ['initializationOptions', { initializationOptions: { language: 'zh' }, locale: 'en' }],
  ['the locale', { locale: 'zh-CN' }],
])('%s makes it speak Chinese', async (_, params) => {
  const editor = await startEditor(small(), params)
  await editor.open('small.policy', wrong)
  const { diagnostics } = await editor.diagnostics('small.policy')
  expect(diagnostics[0]?.message).toMatch(/\p{Script=Han}/u)
})

test('a file that is not open is read from the disk; a change there is seen, and what is open counts instead', async () => {
  const folder = small()
  const editor = await startEditor(folder)
  await editor.open('small.policy', smallPolicy)
  expect((await editor.diagnostics('small.policy')).diagnostics).toEqual([])

  const changed = { changes: [{ uri: editor.uri('words.policy'), type: 2 }] }
  writeFileSync(join(folder, 'words.policy'), smallVocabulary.replaceAll('自付', '自理'))
  await editor.connection.sendNotification('workspace/didChangeWatchedFiles', changed)
  const broken = await editor.diagnostics('small.policy', ({ diagnostics }) => diagnostics.length > 0)
  expect(broken.diagnostics.some(({ range }) => range.start.line === positionOf(smallPolicy, '自付').line)).toBe(true)

  await editor.open('words.policy', smallVocabulary)
  const count = editor.published('small.policy').length
  expect((await nextAfter(editor, 'small.policy', count)).diagnostics).toEqual([])

  await editor.close('words.policy')
  const again = editor.published('small.policy').length
  expect((await nextAfter(editor, 'small.policy', again)).diagnostics).not.toEqual([])

  rmSync(join(folder, 'words.policy'))
  await editor.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ ...changed.changes[0], type: 3 }],
  })
  const without = editor.published('small.policy').length
  expect(JSON.stringify(await nextAfter(editor, 'small.policy', without))).toContain('words')
})

test('a file outside of the folder, and an untitled one, have what is wrong with them shown', async () => {
  const elsewhere = small()
  const editor = await startEditor(small())
  const outside = pathToFileURL(join(elsewhere, 'small.policy')).href
  await editor.open(outside, smallPolicy)
  expect((await editor.diagnostics(outside)).diagnostics).toEqual([])
  await editor.open('untitled:Untitled-1', wrong.replace('test.small', 'test.other'))
  const { diagnostics } = await editor.diagnostics('untitled:Untitled-1')
  expect(diagnostics[0]?.range.start.line).toBe(positionOf(wrong, '60元').line)
})

test('without any folder, an untitled text is its own world', async () => {
  const editor = await startEditor(null)
  await editor.open('untitled:Untitled-1', '政策 甲「乙」\n引用「没有」\n')
  expect((await editor.diagnostics('untitled:Untitled-1')).diagnostics.length).toBeGreaterThan(0)
  await editor.close('untitled:Untitled-1')
  const gone = await editor.diagnostics('untitled:Untitled-1', ({ diagnostics }) => diagnostics.length === 0)
  expect(gone.diagnostics).toEqual([])
})

test('a folder that is added is read, one that is removed is forgotten', async () => {
  const editor = await startEditor(folderWith({}))
  const folder = small()
  const uri = pathToFileURL(folder).href
  const file = pathToFileURL(join(folder, 'small.policy')).href
  const event = (added: readonly string[], removed: readonly string[]) => ({
    event: {
      added: added.map((each) => ({ uri: each, name: 'b' })),
      removed: removed.map((each) => ({ uri: each, name: 'b' })),
    },
  })
  await editor.connection.sendNotification('workspace/didChangeWorkspaceFolders', event([uri], []))
  await editor.open(file, wrong)
  expect((await editor.diagnostics(file)).diagnostics.length).toBeGreaterThan(0)
  await editor.connection.sendNotification('workspace/didChangeWorkspaceFolders', event([], [uri]))
  await editor.change(file, 2, smallPolicy)
  expect((await editor.diagnostics(file, ({ version }) => version === 2)).diagnostics).toEqual([])
})

test('a file that is no text, and one that is too large, say so in their own place', async () => {
  const folder = folderWith({
    'words.policy': smallVocabulary,
    'small.policy': smallPolicy,
    'latin.policy': new Uint8Array([0xd5, 0xfe, 0xb2, 0xdf]),
    'huge.policy': '※'.repeat(3_000_000),
  })
  const editor = await startEditor(folder)
  await editor.open('small.policy', smallPolicy)
  expect((await editor.diagnostics('latin.policy')).diagnostics[0]?.message).toContain('UTF-8')
  expect((await editor.diagnostics('huge.policy')).diagnostics).toHaveLength(1)
  expect((await editor.diagnostics('small.policy')).diagnostics).toEqual([])
  await editor.open('huge.policy', '※'.repeat(3_000_000))
  const { diagnostics } = await editor.diagnostics('huge.policy', ({ version }) => version === 1)
  expect(diagnostics[0]?.code).toBe('text-too-large')
})

test('columns are UTF-16 code units, and lines may end in CRLF', async () => {
  const editor = await startEditor(small())
  const text = wrong.replace('原文「补贴60%。」', '原文「𠮷𠮷」 按').replaceAll('\n', '\r\n')
  await editor.open('small.policy', text)
  const { diagnostics } = await editor.diagnostics('small.policy')
  // Two blanks, 原文, 「, two characters of two units each, 」, a blank.
  const line = positionOf(text, '𠮷𠮷').line
  expect(diagnostics.map(({ range }) => range.start)).toContainEqual({ line, character: 2 + 2 + 1 + 4 + 1 + 1 })
})

async function nextAfter(editor: Awaited<ReturnType<typeof startEditor>>, name: string, count: number) {
  return editor.diagnostics(name, (params) => editor.published(name).indexOf(params) >= count)
}
