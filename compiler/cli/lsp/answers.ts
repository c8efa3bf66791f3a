import {
  CodeActionKind,
  DocumentHighlightKind,
  FoldingRangeKind,
  LSPErrorCodes,
  MarkupKind,
  ResponseError,
  type CodeAction,
  type CodeActionParams,
  type CodeLens,
  type Command,
  type CompletionItem,
  type DocumentHighlight,
  type DocumentSymbol,
  type FoldingRange,
  type Hover,
  type InlayHint,
  type InlayHintParams,
  type Location,
  type Range,
  type RenameParams,
  type SemanticTokens,
  type SignatureHelp,
  type TextDocumentIdentifier,
  type TextDocumentPositionParams,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Language } from '../../../grammar/tree.ts'
import { codeLenses, type CodeLens as Lens } from '../../editor/code-lenses.ts'
import { completion } from '../../editor/completion.ts'
import { definition } from '../../editor/definition.ts'
import { diagnosticsAt } from '../../editor/diagnostics.ts'
import { folding } from '../../editor/folding.ts'
import { formatting } from '../../editor/formatting.ts'
import { hover, hoverMarkdown } from '../../editor/hover.ts'
import { inlayHints } from '../../editor/inlay-hints.ts'
import { outline } from '../../editor/outline.ts'
import { documentHighlights, references } from '../../editor/references.ts'
import { prepareRename, rename } from '../../editor/rename.ts'
import { semanticTokens } from '../../editor/semantic-tokens.ts'
import { signatureHelp } from '../../editor/signature-help.ts'
import type { Analysis } from '../../editor/workspace.ts'
import { toDiagnostic } from './diagnose.ts'
import type { Folder, Folders } from './folders.ts'
import { editOf, locationOf, rangeOf, spanOf } from './places.ts'
import { exampleOutcome } from './run-example.ts'
import { commands, encodeTokens, hoverText, toCompletion, toSignature, toSymbol } from './shapes.ts'

interface InDocument {
  readonly textDocument: TextDocumentIdentifier
}

/** What an editor asks about a file. A file that nobody knows has nothing to be said of it. */
export function newAnswers(
  folders: Folders,
  documents: { get(uri: string): TextDocument | undefined },
  speaks: () => { readonly language: Language; readonly hasVersionedEdits: boolean; readonly hasMarkdown: boolean },
) {
  interface Here {
    readonly folder: Folder
    readonly analysis: Analysis
    readonly document: TextDocument
  }
  const at = ({ textDocument: { uri } }: InDocument): Here | null => {
    const found = folders.find(uri)
    if (found === null) return null
    const { folder, name } = found
    return { folder, analysis: folder.workspace.analysis(name), document: folder.documentOf(name) }
  }
  /** An answer about a file; `nothing` of one that nobody knows. */
  const about =
    <Params extends InDocument, Answer>(nothing: Answer, answer: (here: Here, params: Params) => Answer) =>
    (params: Params): Answer => {
      const here = at(params)
      return here === null ? nothing : answer(here, params)
    }
  const atOffset = <Answer>(
    nothing: Answer,
    answer: (here: Here, offset: number) => Answer,
  ): ((params: TextDocumentPositionParams) => Answer) =>
    about(nothing, (here, { position }: TextDocumentPositionParams) => answer(here, here.document.offsetAt(position)))

  const changeOf = (
    folder: Folder,
    files: readonly { readonly file: string; readonly edits: Parameters<typeof editsOf>[1] }[],
  ): WorkspaceEdit => {
    const changed = files.map(({ file, edits }) => {
      const document = folder.documentOf(file)
      return { uri: folder.uriOf(file), edits: editsOf(document, edits) }
    })
    if (!speaks().hasVersionedEdits)
      return { changes: Object.fromEntries(changed.map(({ uri, edits }) => [uri, edits])) }
    return {
      documentChanges: changed.map(({ uri, edits }) => ({
        textDocument: { uri, version: documents.get(uri)?.version ?? null },
        edits,
      })),
    }
  }

  return {
    codeActions: about<CodeActionParams, CodeAction[]>([], ({ folder, analysis, document }, { range, context }) => {
      const { only } = context
      if (only && !only.some((kind) => CodeActionKind.QuickFix.startsWith(kind))) return []
      return diagnosticsAt(analysis, spanOf(document, range), speaks().language).flatMap((found) =>
        found.fixes.map(({ title, edits }, place) => ({
          title,
          kind: CodeActionKind.QuickFix,
          diagnostics: [toDiagnostic(found, folder)],
          isPreferred: place === 0,
          edit: changeOf(folder, byFile(edits)),
        })),
      )
    }),

    hover: atOffset<Hover | null>(null, ({ analysis, document }, offset) => {
      const { language, hasMarkdown } = speaks()
      const found = hover(analysis, offset, language)
      if (found === null) return null
      const value = hasMarkdown ? hoverMarkdown(found) : hoverText(found)
      const kind = hasMarkdown ? MarkupKind.Markdown : MarkupKind.PlainText
      return { contents: { kind, value }, range: rangeOf(document, found.span) }
    }),

    completion: atOffset<CompletionItem[]>([], ({ analysis, document }, offset) =>
      completion(analysis, offset, speaks().language).map((each, place) => toCompletion(each, place, document)),
    ),

    signatureHelp: atOffset<SignatureHelp | null>(null, ({ analysis }, offset) => {
      const found = signatureHelp(analysis, offset, speaks().language)
      return found && toSignature(found)
    }),

    definition: atOffset<Location[]>([], ({ folder, analysis }, offset) =>
      definition(analysis, offset).map((place) => locationOf(folder, place)),
    ),

    references: atOffset<Location[]>([], ({ folder, analysis }, offset) =>
      references(folder.workspace, analysis, offset).map((place) => locationOf(folder, place)),
    ),

    highlights: atOffset<DocumentHighlight[]>([], ({ analysis, document }, offset) =>
      documentHighlights(analysis, offset).map(({ span, isWritten }) => ({
        range: rangeOf(document, span),
        kind: isWritten ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
      })),
    ),

    prepareRename: atOffset<{ range: Range; placeholder: string } | ResponseError | null>(
      null,
      ({ analysis, document }, offset) => {
        const found = prepareRename(analysis, offset, speaks().language)
        return found.ok ? { range: rangeOf(document, found.span), placeholder: found.text } : refused(found.reason)
      },
    ),

    rename: about<RenameParams, WorkspaceEdit | ResponseError | null>(
      null,
      ({ folder, analysis, document }, { position, newName }) => {
        const found = rename(folder.workspace, analysis, document.offsetAt(position), newName, speaks().language)
        return found.ok ? changeOf(folder, found.files) : refused(found.reason)
      },
    ),

    symbols: about<InDocument, DocumentSymbol[]>([], ({ analysis, document }) =>
      outline(analysis).map((node) => toSymbol(node, document)),
    ),

    folds: about<InDocument, FoldingRange[]>([], ({ analysis, document }) =>
      folding(analysis).map(({ span, kind }) => ({
        startLine: document.positionAt(span.start).line,
        endLine: document.positionAt(span.end).line,
        kind: kind === 'comment' ? FoldingRangeKind.Comment : FoldingRangeKind.Region,
      })),
    ),

    formatting: about<InDocument, TextEdit[]>([], ({ analysis, document }) => editsOf(document, formatting(analysis))),

    semanticTokens: about<InDocument, SemanticTokens>({ data: [] }, ({ analysis, document }) =>
      encodeTokens(semanticTokens(analysis), document),
    ),

    inlayHints: about<InlayHintParams, InlayHint[]>([], ({ analysis, document }, { range }) => {
      const { start, end } = spanOf(document, range)
      return inlayHints(analysis, speaks().language)
        .filter(({ offset }) => start <= offset && offset <= end)
        .map(({ offset, text, tooltip }) => ({
          position: document.positionAt(offset),
          label: text,
          tooltip,
          paddingLeft: true,
        }))
    }),

    codeLenses: about<InDocument, CodeLens[]>([], ({ folder, analysis, document }, { textDocument: { uri } }) =>
      codeLenses(analysis, speaks().language).map((lens) => ({
        range: rangeOf(document, { start: lens.span.start, end: lens.span.start }),
        command: commandOf(lens, uri, folder),
      })),
    ),

    /** What came of an example, as a message; null where it can't be run. */
    runExample: (uri: unknown, label: unknown): { readonly hasPassed: boolean; readonly text: string } | null => {
      if (typeof uri !== 'string' || typeof label !== 'string') return null
      const here = at({ textDocument: { uri } })
      return here && exampleOutcome(here.analysis, label, speaks().language)
    },
  }
}

function commandOf(lens: Lens, uri: string, folder: Folder): Command {
  const { title } = lens
  switch (lens.kind) {
    case 'example':
      return { title, command: commands.runExample, arguments: [uri, lens.label] }
    case 'edition': {
      const [place] = lens.places
      // A command without a name is shown, and can't be clicked.
      if (place === undefined) return { title, command: '' }
      return { title, command: commands.show, arguments: [locationOf(folder, place)] }
    }
  }
}

const refused = (reason: string): ResponseError => new ResponseError(LSPErrorCodes.RequestFailed, reason)

/** Changes of a document, without those that only differ in line ends. */
function editsOf(document: TextDocument, edits: readonly Parameters<typeof editOf>[1][]): TextEdit[] {
  return edits.map((edit) => editOf(document, edit)).filter(({ range, newText }) => document.getText(range) !== newText)
}

function byFile<Edit extends { readonly file: string }>(
  edits: readonly Edit[],
): readonly { readonly file: string; readonly edits: readonly Edit[] }[] {
  const files = [...new Set(edits.map(({ file }) => file))]
  return files.map((file) => ({ file, edits: edits.filter((edit) => edit.file === file) }))
}
