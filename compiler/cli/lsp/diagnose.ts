import { DiagnosticSeverity, type Connection, type Diagnostic } from 'vscode-languageserver/node'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Language } from '../../../grammar/tree.ts'
import { diagnostics, type Diagnostic as Found } from '../../editor/diagnostics.ts'
import type { Folder, Folders } from './folders.ts'
import { fileRangeOf } from './places.ts'

// Long enough for a word typed quickly, short enough not to be noticed.
const PAUSE_MS = 20

/** Keeps what is said of files up to date. */
export interface Diagnosing {
  /** Something changed: what is wrong is said soon, once for all changes until then. */
  changed(): void
  stop(): void
}

/**
 * Tells the editor what is wrong with the files that are open and with those they are compiled with. All is worked out
 * from one state of the texts, and carries the version of the open ones, so that nothing stale is ever shown.
 */
export function diagnosing(
  connection: Connection,
  folders: Folders,
  openDocuments: () => readonly TextDocument[],
  language: () => Language,
): Diagnosing {
  const told = new Map<string, string>()
  let timer: NodeJS.Timeout | null = null

  const tell = (): void => {
    const documents = openDocuments()
    const found = new Map<string, readonly Diagnostic[]>(documents.map(({ uri }) => [uri, []]))
    for (const { uri } of documents) addProblems(uri, folders, language(), found)
    for (const folder of folders.all()) addUnread(folder, language(), found)
    for (const uri of told.keys()) if (!found.has(uri)) found.set(uri, [])
    for (const [uri, all] of found) {
      const version = documents.find((document) => document.uri === uri)?.version
      const isOver = all.length === 0 && version === undefined
      const key = JSON.stringify([version, all])
      if (told.get(uri) === key || (isOver && !told.has(uri))) continue
      if (isOver) told.delete(uri)
      else told.set(uri, key)
      unlessGone(connection.sendDiagnostics({ uri, diagnostics: [...all], ...(version !== undefined && { version }) }))
    }
  }

  return {
    changed: () => {
      timer ??= setTimeout(() => {
        timer = null
        try {
          tell()
        } catch (problem) {
          connection.console.error(String(problem))
        }
      }, PAUSE_MS)
    },
    stop: () => {
      if (timer !== null) clearTimeout(timer)
    },
  }
}

type ByUri = Map<string, readonly Diagnostic[]>

/** Adds the problems of an open file's group to those of its files, each once, though a vocabulary is in many groups. */
function addProblems(uri: string, folders: Folders, language: Language, found: ByUri): void {
  const place = folders.find(uri)
  if (place === null) return
  const { folder, name } = place
  const analysis = folder.workspace.analysis(name)
  for (const file of analysis.group) {
    const fileUri = folder.uriOf(file.name)
    const before = found.get(fileUri) ?? []
    const known = new Set(before.map((each) => JSON.stringify(each)))
    const added = diagnostics(analysis, language, file.name)
      .map((each) => toDiagnostic(each, folder))
      .filter((each) => !known.has(JSON.stringify(each)))
    if (added.length > 0) found.set(fileUri, [...before, ...added])
  }
}

function addUnread(folder: Folder, language: Language, found: ByUri): void {
  const start = { line: 0, character: 0 }
  for (const [name, fault] of folder.unread) {
    const message = fault(name, language)
    found.set(folder.uriOf(name), [
      { range: { start, end: start }, severity: DiagnosticSeverity.Error, source: 'daiyu', message },
    ])
  }
}

/** What an editor does not take, because it can't or is no longer there, is not what the next request waits for. */
export function unlessGone(sent: Promise<unknown>): void {
  sent.catch(() => {})
}

/** A problem as an editor shows it. */
export function toDiagnostic(
  { file, span, severity, code, title, explanation, advice, related }: Found,
  folder: Folder,
): Diagnostic {
  return {
    range: fileRangeOf(folder, { file, span }),
    severity: severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
    code,
    source: 'daiyu',
    message: [title, explanation, advice].filter(Boolean).join('\n'),
    ...(related && {
      relatedInformation: [
        { location: { uri: folder.uriOf(related.file), range: fileRangeOf(folder, related) }, message: title },
      ],
    }),
  }
}
