import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type {
  CodeAction,
  CodeLens,
  CompletionItem,
  DocumentHighlight,
  DocumentSymbol,
  FoldingRange,
  Hover,
  InlayHint,
  Location,
  SemanticTokens,
  SignatureHelp,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { root } from '../cli/build-command.ts'
import { smallPolicy, smallVocabulary } from '../cli/small-policy.ts'
import { folderWith, positionOf, startEditor, textIn, type Editor } from './editor.ts'

const small = () => folderWith({ 'words.policy': smallVocabulary, 'small.policy': smallPolicy })

async function opened(text = smallPolicy, asked = {}): Promise<Editor> {
  const editor = await startEditor(small(), asked)
  await editor.open('small.policy', text)
  return editor
}

/** Asks about a file, or a place in it. */
function ask<Answer>(editor: Editor, method: string, more: object = {}, name = 'small.policy'): Promise<Answer> {
  return editor.connection.sendRequest(`textDocument/${method}`, { textDocument: { uri: editor.uri(name) }, ...more })
}

const changed = (text: string, edits: readonly TextEdit[]): string =>
  TextDocument.applyEdits(TextDocument.create('', '', 0, text), [...edits])

test('a fix that is offered mends the text', async () => {
  // A sign where a word belongs; 不低于 is what it stands for.
  const text = smallPolicy.replace('  分担 申请金额', '  适用于 申请金额 >= 1元：\n    分担 申请金额')
  const editor = await opened(text)
  const { diagnostics } = await editor.diagnostics('small.policy')
  const found = diagnostics.find(({ code }) => code === 'symbol-for-word')
  const range = { start: positionOf(text, '>='), end: positionOf(text, '>=') }
  const [action] = await ask<CodeAction[]>(editor, 'codeAction', { range, context: { diagnostics } })
  expect(action?.diagnostics).toEqual([found])
  expect(action?.isPreferred).toBe(true)
  const edits = action?.edit?.changes?.[editor.uri('small.policy')] ?? []
  expect(changed(text, edits)).toBe(text.replace('>=', '不低于'))
  const none = await ask(editor, 'codeAction', { range, context: { diagnostics, only: ['refactor'] } })
  expect(none).toEqual([])
})

test('what a name means is told, as text or, to those who can show it, as Markdown', async () => {
  const position = positionOf(smallPolicy, '申请金额')
  const editor = await opened(smallPolicy, { locale: 'zh-CN' })
  const plain = await ask<Hover>(editor, 'hover', { position })
  expect(plain.contents).toMatchObject({ kind: 'plaintext', value: expect.stringContaining('request.amount') })
  expect(plain.range && textIn(smallPolicy, plain.range)).toBe('申请金额')
  const capabilities = { textDocument: { hover: { contentFormat: ['markdown'] } } }
  const rich = await ask<Hover>(await opened(smallPolicy, { capabilities }), 'hover', { position })
  expect(rich.contents).toMatchObject({ kind: 'markdown', value: expect.stringContaining('**') })
})

test('what fits is offered, in Chinese, to be found by its English name too, and replaces what is half typed', async () => {
  const text = smallPolicy.replace('分担 申请金额', '分担 申请')
  const editor = await opened(text)
  const { line, character } = positionOf(text, '分担 申请')
  const position = { line, character: character + '分担 申请'.length }
  const offered = await ask<CompletionItem[]>(editor, 'completion', { position })
  const amount = offered.find(({ label }) => label === '申请金额')
  expect(amount?.filterText).toContain('amount')
  expect(changed(text, [amount?.textEdit as TextEdit])).toBe(smallPolicy)
  const inComment = `※ 申请\n${smallPolicy}`
  await editor.change('small.policy', 2, inComment)
  expect(await ask(editor, 'completion', { position: positionOf(inComment, '申请') })).toEqual([])
})

test('in the brackets of a function, its arguments are told, and which of them it is', async () => {
  const text = smallPolicy.replace('分担 申请金额', '起付 是指 较小者（申请金额、')
  const editor = await opened(text)
  const { line, character } = positionOf(text, '较小者（申请金额、')
  const inside = { line, character: character + '较小者（申请金额、'.length }
  const help = await ask<SignatureHelp>(editor, 'signatureHelp', { position: inside })
  const [signature] = help.signatures
  expect(signature?.label).toMatch(/^较小者（/u)
  expect(help.activeParameter).toBe(1)
  // Two arguments that read alike stand one behind the other.
  const places = signature?.parameters?.map(({ label }) => label) as [number, number][]
  expect(places[1]?.[0]).toBeGreaterThan(places[0]?.[1] ?? Infinity)
  expect(await ask(editor, 'signatureHelp', { position: { line, character } })).toBeNull()
})

test('a definition is found in another file, and references in both', async () => {
  const editor = await opened()
  const position = positionOf(smallPolicy, '申请金额')
  const [where] = await ask<Location[]>(editor, 'definition', { position })
  expect(where?.uri).toBe(editor.uri('words.policy'))
  expect(where && textIn(smallVocabulary, where.range)).toBe('申请金额')
  const all = await ask<Location[]>(editor, 'references', { position, context: { includeDeclaration: true } })
  // Once in each edition, and in the vocabulary, under both names.
  const inPolicy = all.filter(({ uri }) => uri === editor.uri('small.policy'))
  expect(inPolicy.map(({ range }) => textIn(smallPolicy, range))).toEqual(['申请金额', '申请金额'])
  expect(all.some(({ uri }) => uri === editor.uri('words.policy'))).toBe(true)
  const lit = await ask<DocumentHighlight[]>(editor, 'documentHighlight', { position })
  expect(lit.map(({ range }) => textIn(smallPolicy, range))).toEqual(['申请金额', '申请金额'])
})

test('a name is changed in every file that has it, and the versions of the open ones are named', async () => {
  const editor = await opened(smallPolicy, {
    capabilities: { workspace: { workspaceEdit: { documentChanges: true } } },
  })
  const position = positionOf(smallPolicy, '申请金额')
  const prepared = await ask(editor, 'prepareRename', { position })
  expect(prepared).toMatchObject({ placeholder: '申请金额' })
  const { documentChanges = [] } = await ask<WorkspaceEdit>(editor, 'rename', { position, newName: '申报金额' })
  const after = new Map(
    documentChanges.flatMap((change) => {
      if (!('textDocument' in change)) return []
      const { uri, version } = change.textDocument
      const isPolicy = uri === editor.uri('small.policy')
      expect(version).toBe(isPolicy ? 1 : null)
      return [[uri, changed(isPolicy ? smallPolicy : smallVocabulary, change.edits as TextEdit[])]]
    }),
  )
  expect(after.get(editor.uri('small.policy'))).toBe(smallPolicy.replaceAll('申请金额', '申报金额'))
  expect(after.get(editor.uri('words.policy'))).toBe(smallVocabulary.replaceAll('申请金额', '申报金额'))
})

test('a name that is a keyword or taken is refused with a sentence, in the language asked for', async () => {
  const editor = await opened(smallPolicy, { locale: 'zh-CN' })
  const position = positionOf(smallPolicy, '申请金额')
  await expect(ask(editor, 'rename', { position, newName: '条文' })).rejects.toThrow(/条文.*\p{Script=Han}/u)
  await expect(ask(editor, 'rename', { position, newName: '补贴' })).rejects.toThrow(/补贴/u)
  await expect(ask(editor, 'prepareRename', { position: positionOf(smallPolicy, '分担') })).rejects.toThrow(
    /\p{Script=Han}/u,
  )
})

test.each(['\n', '\r\n'])('formatting keeps the line ends of the file (%j)', async (lineEnd) => {
  const wanted = smallPolicy.replaceAll('\n', lineEnd)
  const text = wanted.replace('  分担 申请金额', '  分担    申请金额')
  const editor = await opened(text)
  const edits = await ask<TextEdit[]>(editor, 'formatting', { options: { tabSize: 2, insertSpaces: true } })
  const formatted = changed(text, edits)
  expect(formatted.replaceAll('\r\n', '\n')).not.toContain('分担    ')
  if (lineEnd === '\r\n') expect(formatted).not.toMatch(/[^\r]\n/u)
  else expect(formatted).not.toContain('\r')
  await editor.change('small.policy', 2, formatted)
  expect(await ask(editor, 'formatting', { options: { tabSize: 2, insertSpaces: true } })).toEqual([])
})

test('the outline has the editions and the articles with their rules; folds take more than a line', async () => {
  const editor = await opened()
  const symbols = await ask<DocumentSymbol[]>(editor, 'documentSymbol')
  expect(symbols.map(({ name }) => name)).toEqual(expect.arrayContaining(['2022', '2023', '2022年', '2023年']))
  const article = symbols.find(({ name }) => name === '2023年')
  expect(article?.children?.length).toBeGreaterThan(0)
  const folds = await ask<FoldingRange[]>(editor, 'foldingRange')
  expect(folds).toContainEqual(
    expect.objectContaining({ startLine: positionOf(smallPolicy, '条文 文件「2022年」').line }),
  )
  for (const { startLine, endLine } of folds) expect(endLine).toBeGreaterThan(startLine)
})

test('names are coloured by what they are', async () => {
  const editor = await opened()
  const { data } = await ask<SemanticTokens>(editor, 'semanticTokens/full')
  const types = editor.server.capabilities.semanticTokensProvider?.legend.tokenTypes ?? []
  const named = new Map<string, string>()
  let [line, character] = [0, 0]
  for (let at = 0; at < data.length; at += 5) {
    const [down = 0, along = 0, length = 0, type = 0] = data.slice(at, at + 4)
    line += down
    character = (down === 0 ? character : 0) + along
    const range = { start: { line, character }, end: { line, character: character + length } }
    named.set(textIn(smallPolicy, range), types[type] ?? '')
  }
  // An input of the case, an output, and the source.
  expect(named.get('申请金额')).toBe('parameter')
  expect(named.get('补贴')).toBe('property')
  expect(named.get('文件')).toBe('namespace')
})

test('of a file that is closed, and is on the disk, everything is still known; of one that is nowhere, nothing', async () => {
  const editor = await opened()
  await editor.close('small.policy')
  const position = positionOf(smallPolicy, '申请金额')
  expect(await ask<Location[]>(editor, 'definition', { position })).toHaveLength(1)
  expect(await ask(editor, 'definition', { position }, 'nowhere.policy')).toEqual([])
  expect(await ask(editor, 'documentSymbol', {}, 'untitled:nowhere')).toEqual([])
})

/** A file of examples of the small policy, with a line each: its label, and the subsidy that is expected. */
function examples(...all: readonly (readonly [string, string])[]): string {
  const head = smallPolicy.slice(0, smallPolicy.indexOf('来源'))
  const given = '    | 申请日期 | 2023年5月1日 |\n    | 申请金额 | 100.01元 |\n    | 申请类别 | 甲类 |\n'
  return all.reduce(
    (text, [label, subsidy]) =>
      `${text}示例「${label}」\n  已知\n${given}  应得\n    | 补贴 | ${subsidy} |\n    | 自付 | 40元 |\n`,
    head,
  )
}

test('above an example stands what came of it; clicked, it is run and shown', async () => {
  // 60% of 100.01 is 60.006, rounded half up to 60.01; the rest is 40.00.
  const text = examples(['对的', '60.01元'], ['错的', '61元'])
  const editor = await opened()
  await editor.open('small.examples.policy', text)
  const lenses = await ask<CodeLens[]>(editor, 'codeLens', {}, 'small.examples.policy')
  expect(lenses.map(({ range }) => range.start.line)).toEqual([
    positionOf(text, '示例「对的」').line,
    positionOf(text, '示例「错的」').line,
  ])
  expect(lenses[1]?.command?.title).toContain('61')
  const run = ({ command }: CodeLens) =>
    editor.connection.sendRequest('workspace/executeCommand', {
      command: command?.command,
      arguments: command?.arguments,
    })
  const answers = await Promise.all(lenses.map(run))
  expect(answers).toEqual(['✓ 对的', expect.stringMatching(/^✗ 错的.*\n.*61\.00.*60\.01/u)])
  expect(editor.messages).toEqual(answers)
  for (const wrong of ['没有', {}])
    expect(
      await editor.connection.sendRequest('workspace/executeCommand', {
        command: 'daiyu.runExample',
        arguments: [editor.uri('small.examples.policy'), wrong],
      }),
    ).toBeNull()
})

test('the rates that an adjustment leads to stand behind what it adjusts, in the lines that are asked for', async () => {
  const editor = await startEditor(join(root, 'policies'))
  const name = 'ningbo/employee.settle.policy'
  const text = readFileSync(join(root, 'policies', name), 'utf8')
  await editor.open(name, text)
  const { line } = positionOf(text, '调整 基金支付比例 下浮 异地下浮幅度')
  const within = (start: number, end: number) => ({
    range: { start: { line: start, character: 0 }, end: { line: end, character: 0 } },
  })
  const near = await ask<InlayHint[]>(editor, 'inlayHint', within(line - 6, line + 2), name)
  expect(near.length).toBeGreaterThan(0)
  for (const { position } of near) expect(Math.abs(position.line - line)).toBeLessThanOrEqual(6)
  expect(await ask(editor, 'inlayHint', within(0, 2), name)).toEqual([])
})
