import {
  CodeActionKind,
  createConnection,
  DidChangeWatchedFilesNotification,
  Location,
  LSPErrorCodes,
  MessageType,
  ResponseError,
  ShowDocumentRequest,
  ShowMessageNotification,
  TextDocuments,
  TextDocumentSyncKind,
  type CancellationToken,
  type ExecuteCommandParams,
  type InitializeParams,
  type ServerCapabilities,
} from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { Language } from '../../../grammar/tree.ts'
import { version } from '../../version.ts'
import { newAnswers } from './answers.ts'
import { diagnosing, unlessGone } from './diagnose.ts'
import { newFolders } from './folders.ts'
import { commands, tokenLegend } from './shapes.ts'

/**
 * Serves one editor over standard input and output, until it says that it is over or goes away; then the process ends,
 * with status 0 after a `shutdown`, else 1.
 */
export function serve(preferred: Language): Promise<never> {
  const connection = createConnection(process.stdin, process.stdout)
  const documents = new TextDocuments({ create: createDocument, update: TextDocument.update })
  const folders = newFolders()
  let language = preferred
  let client: InitializeParams['capabilities'] = {}
  const open = (): readonly TextDocument[] => documents.all()
  const diagnostics = diagnosing(connection, folders, open, () => language)
  const answers = newAnswers(folders, documents, () => ({
    language,
    hasVersionedEdits: client.workspace?.workspaceEdit?.documentChanges === true,
    hasMarkdown: client.textDocument?.hover?.contentFormat?.includes('markdown') === true,
  }))

  // A request that is not wanted any more is not worked on; one that can't be answered leaves the others alone.
  const answer =
    <Params, Answer>(work: (params: Params) => Answer) =>
    (params: Params, token: CancellationToken): Answer | ResponseError => {
      if (token.isCancellationRequested) return new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled')
      try {
        return work(params)
      } catch (problem) {
        return new ResponseError(LSPErrorCodes.RequestFailed, String(problem))
      }
    }

  connection.onInitialize((params) => {
    client = params.capabilities
    language = languageOf(params) ?? preferred
    for (const uri of foldersOf(params)) folders.add(uri)
    return { capabilities, serverInfo: { name: 'daiyu', version } }
  })
  connection.onInitialized(() => {
    if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration === true)
      unlessGone(
        connection.client.register(DidChangeWatchedFilesNotification.type, {
          watchers: [{ globPattern: '**/*.{policy,csv}' }],
        }),
      )
    if (client.workspace?.workspaceFolders === true)
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        for (const { uri } of removed) folders.remove(uri)
        for (const { uri } of added) folders.add(uri)
        for (const document of documents.all()) folders.open(document)
        diagnostics.changed()
      })
  })
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri } of changes) folders.changedOnDisk(uri)
    diagnostics.changed()
  })
  documents.onDidChangeContent(({ document }) => {
    folders.open(document)
    diagnostics.changed()
  })
  documents.onDidClose(({ document }) => {
    folders.close(document.uri)
    diagnostics.changed()
  })
  connection.onShutdown(() => diagnostics.stop())

  connection.onCodeAction(answer(answers.codeActions))
  connection.onHover(answer(answers.hover))
  connection.onCompletion(answer(answers.completion))
  connection.onSignatureHelp(answer(answers.signatureHelp))
  connection.onDefinition(answer(answers.definition))
  connection.onReferences(answer(answers.references))
  connection.onDocumentHighlight(answer(answers.highlights))
  connection.onPrepareRename(answer(answers.prepareRename))
  connection.onRenameRequest(answer(answers.rename))
  connection.onDocumentSymbol(answer(answers.symbols))
  connection.onFoldingRanges(answer(answers.folds))
  connection.onDocumentFormatting(answer(answers.formatting))
  connection.onCodeLens(answer(answers.codeLenses))
  connection.languages.inlayHint.on(answer(answers.inlayHints))
  connection.languages.semanticTokens.on(answer(answers.semanticTokens))
  connection.onExecuteCommand(
    answer(({ command, arguments: [first, label] = [] }: ExecuteCommandParams) => {
      if (command === commands.show && Location.is(first)) {
        const { uri, range } = first
        const asked = { uri, selection: range, takeFocus: true }
        unlessGone(connection.sendRequest(ShowDocumentRequest.type, asked))
      }
      const outcome = command === commands.runExample ? answers.runExample(first, label) : null
      if (outcome === null) return null
      const type = outcome.hasPassed ? MessageType.Info : MessageType.Warning
      unlessGone(connection.sendNotification(ShowMessageNotification.type, { type, message: outcome.text }))
      return outcome.text
    }),
  )

  documents.listen(connection)
  connection.listen()
  // The process is ended by the connection.
  return new Promise(() => {})
}

// What an editor sends is not always what the protocol says.
const createDocument = (uri: unknown, language: unknown, version: unknown, text: unknown): TextDocument =>
  TextDocument.create(String(uri), String(language), Number(version) || 0, typeof text === 'string' ? text : '')

const capabilities: ServerCapabilities = {
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
  workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
  hoverProvider: true,
  completionProvider: { triggerCharacters: ['「', '"', '|'] },
  signatureHelpProvider: { triggerCharacters: ['（', '(', '、', '，', ','] },
  definitionProvider: true,
  referencesProvider: true,
  documentHighlightProvider: true,
  renameProvider: { prepareProvider: true },
  documentSymbolProvider: true,
  foldingRangeProvider: true,
  documentFormattingProvider: true,
  executeCommandProvider: { commands: Object.values(commands) },
  inlayHintProvider: true,
  codeLensProvider: {},
  semanticTokensProvider: { legend: tokenLegend, full: true },
}

/** As the options say, else as the editor speaks. */
function languageOf({ initializationOptions: options, locale }: InitializeParams): Language | null {
  const asked: unknown =
    typeof options === 'object' && options !== null && 'language' in options ? options.language : null
  if (asked === 'zh' || asked === 'en') return asked
  if (locale === undefined) return null
  return /^zh\b/iu.test(locale) ? 'zh' : 'en'
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => uri)
  return rootUri ? [rootUri] : []
}
