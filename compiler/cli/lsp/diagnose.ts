import { DiagnosticSeverity, type Connection, type Diagnostic } from 'vscode-languageserver/node'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Problem } from '../../../grammar/problem.ts'
import type { Language } from '../../../grammar/tree.ts'
import type { Analysis } from '../../editor/workspace.ts'
import type { ProblemCode } from '../../problem/code.ts'
import { say } from '../../problem/render.ts'
import type { Folder, Folders } from './folders.ts'
import { rangeOf } from './places.ts'

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
    timer = null
    const found = new Map<string, Diagnostic[]>()
    const documents = openDocuments()
    for (const { uri } of documents) found.set(uri, [])
    for (const { uri } of documents) {
      const place = folders.find(uri)
      if (place === null) continue
      const analysis = place.folder.workspace.analysis(place.name)
      addProblems(analysis, place.folder, language(), found)
    }
    for (const folder of folders.all())
      for (const [name, fault] of folder.unread) {
        const start = { line: 0, character: 0 }
        const message = fault(name, language())
        found.set(folder.uriOf(name), [
          { range: { start, end: start }, severity: DiagnosticSeverity.Error, source: 'daiyu', message },
        ])
      }
    for (const uri of told.keys()) if (!found.has(uri)) found.set(uri, [])
    for (const [uri, diagnostics] of found) {
      const version = documents.find((document) => document.uri === uri)?.version
      const key = JSON.stringify([version, diagnostics])
      if (told.get(uri) === key || (diagnostics.length === 0 && version === undefined && !told.has(uri))) continue
      if (diagnostics.length === 0 && version === undefined) told.delete(uri)
      else told.set(uri, key)
      void connection.sendDiagnostics({ uri, diagnostics, ...(version === undefined ? {} : { version }) })
    }
  }

  return {
    changed: () => {
      timer ??= setTimeout(tell, PAUSE_MS)
    },
    stop: () => {
      if (timer !== null) clearTimeout(timer)
    },
  }
}

/** Adds the problems of a group to those of its files, each once, though a vocabulary is in many groups. */
function addProblems(analysis: Analysis, folder: Folder, language: Language, found: Map<string, Diagnostic[]>): void {
  for (const problem of analysis.problems) {
    const uri = folder.uriOf(problem.file)
    const diagnostic = toDiagnostic(problem, analysis, folder, language)
    const before = found.get(uri) ?? []
    const written = JSON.stringify(diagnostic)
    if (before.some((each) => JSON.stringify(each) === written)) continue
    found.set(uri, [...before, diagnostic])
  }
}

function toDiagnostic(
  problem: Problem<ProblemCode>,
  { group }: Analysis,
  folder: Folder,
  language: Language,
): Diagnostic {
  const { title, explanation, advice } = say(problem, language)
  const at = (file: string, span: Problem['span']) => {
    const source = group.find(({ name }) => name === file)
    return rangeOf(folder.documentOf(source ?? { name: file, text: '' }), span)
  }
  const { related } = problem
  return {
    range: at(problem.file, problem.span),
    severity: problem.severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
    code: problem.code,
    source: 'daiyu',
    message: [title, explanation, advice].filter(Boolean).join('\n'),
    ...(related && {
      relatedInformation: [
        {
          location: { uri: folder.uriOf(related.file), range: at(related.file, related.span) },
          message: title,
        },
      ],
    }),
  }
}
