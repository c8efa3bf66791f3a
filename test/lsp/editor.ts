/** An editor, as far as a language server sees one: it talks to the real command over its standard input and output. */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, afterEach, beforeAll } from 'vitest'
import {
  createProtocolConnection,
  InitializeRequest,
  type InitializeParams,
  type InitializeResult,
  type Position,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
} from 'vscode-languageserver/node'
import { buildCommand } from '../cli/build-command.ts'

const installed = mkdtempSync(join(tmpdir(), 'daiyu-lsp-'))
let command = ''
const running: ChildProcessWithoutNullStreams[] = []

beforeAll(async () => {
  command = await buildCommand(installed)
})
afterEach(() => {
  for (const child of running.splice(0)) child.kill()
})
afterAll(() => rmSync(installed, { recursive: true, force: true }))

/** The script that is started. */
export const commandPath = (): string => command

/** Starts the command as an editor does, with its pipes bare. */
export function start(words: readonly string[] = ['lsp', '--stdio']) {
  const child = spawn(process.execPath, [command, ...words], {
    env: { PATH: process.env['PATH'], LANG: 'en_GB.UTF-8' },
  })
  running.push(child)
  child.stdin.on('error', () => {})
  let error = ''
  child.stderr.on('data', (chunk: Buffer) => (error += chunk.toString()))
  const ended = once(child, 'close').then(([status]) => ({ status: status as number | null, error }))
  return { child, ended }
}

/** A folder with files, gone when the tests of the file are over. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'daiyu-folder-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  return folder
}

export interface Editor {
  readonly connection: ProtocolConnection
  readonly server: InitializeResult
  readonly ended: Promise<{ readonly status: number | null; readonly error: string }>
  /** What the server showed as messages. */
  readonly messages: readonly string[]
  readonly uri: (name: string) => string
  /** Bytes to the server, past the protocol. */
  readonly raw: (bytes: string) => void
  readonly open: (name: string, text: string, version?: number) => Promise<void>
  readonly change: (name: string, version: number, text: string) => Promise<void>
  readonly close: (name: string) => Promise<void>
  /** The next diagnostics of a file for which the condition holds, those that came already included. */
  readonly diagnostics: (
    name: string,
    isWanted?: (params: PublishDiagnosticsParams) => boolean,
  ) => Promise<PublishDiagnosticsParams>
  /** All that was published for a file, in order. */
  readonly published: (name: string) => readonly PublishDiagnosticsParams[]
  readonly stop: () => Promise<{ readonly status: number | null; readonly error: string }>
}

/** Starts the server on a folder (or none), in English unless something else is asked. */
export async function startEditor(folder: string | null, asked: Partial<InitializeParams> = {}): Promise<Editor> {
  const { child, ended } = start()
  const connection = createProtocolConnection(child.stdout, child.stdin)
  const published: PublishDiagnosticsParams[] = []
  const messages: string[] = []
  const waiting = new Set<() => void>()
  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    published.push(params)
    for (const look of waiting) look()
  })
  connection.onNotification('window/showMessage', ({ message }: { message: string }) => {
    messages.push(message)
  })
  connection.onError(() => {})
  connection.listen()
  const uri = (name: string): string =>
    /^[a-z]+:/u.test(name) ? name : pathToFileURL(folder === null ? name : join(folder, name)).href
  const server = await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: null,
    locale: 'en-GB',
    capabilities: {
      workspace: { workspaceFolders: true, didChangeWatchedFiles: { dynamicRegistration: true } },
    },
    workspaceFolders: folder === null ? null : [{ uri: pathToFileURL(folder).href, name: 'policies' }],
    ...asked,
  })
  await connection.sendNotification('initialized', {})
  return {
    connection,
    server,
    ended,
    messages,
    uri,
    raw: (bytes) => void child.stdin.write(bytes),
    open: (name, text, version = 1) =>
      connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri: uri(name), languageId: 'daiyu', version, text },
      }),
    change: (name, version, text) =>
      connection.sendNotification('textDocument/didChange', {
        textDocument: { uri: uri(name), version },
        contentChanges: [{ text }],
      }),
    close: (name) => connection.sendNotification('textDocument/didClose', { textDocument: { uri: uri(name) } }),
    diagnostics: (name, isWanted = () => true) =>
      new Promise((resolve) => {
        const look = (): void => {
          const found = published.find((params) => params.uri === uri(name) && isWanted(params))
          if (found === undefined) return
          waiting.delete(look)
          resolve(found)
        }
        waiting.add(look)
        look()
      }),
    published: (name) => published.filter((params) => params.uri === uri(name)),
    stop: async () => {
      await connection.sendRequest('shutdown')
      await connection.sendNotification('exit')
      return ended
    },
  }
}

/** Where a piece of a text begins, as editors count; the first there is, or the one after `from`. */
export function positionOf(text: string, piece: string, from = 0): Position {
  const offset = text.indexOf(piece, from)
  if (offset < 0) throw new Error(`${piece} is not in the text`)
  const before = text.slice(0, offset).split('\n')
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 }
}

/** The text in a range. */
export function textIn(text: string, { start: from, end }: Range): string {
  const lines = text.split('\n')
  const at = ({ line, character }: Position): number =>
    lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0) + character
  return text.slice(at(from), at(end))
}
