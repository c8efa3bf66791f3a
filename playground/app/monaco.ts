import * as monaco from 'monaco-editor/editor'
import 'monaco-editor/features/register.all'
// What editor.main adds to it; without these, completion, search and semantic colours do nothing, without a word.
import 'monaco-editor/editor/browser/coreCommands'
import 'monaco-editor/editor/contrib/caretOperations/browser/caretOperations'
import 'monaco-editor/editor/contrib/dropOrPasteInto/browser/copyPasteContribution'
import 'monaco-editor/editor/contrib/find/browser/findController'
import 'monaco-editor/editor/contrib/gotoSymbol/browser/goToCommands'
import 'monaco-editor/editor/contrib/gotoError/browser/markerSelectionStatus'
import 'monaco-editor/editor/contrib/semanticTokens/browser/documentSemanticTokens'
import 'monaco-editor/editor/contrib/suggest/browser/suggestController'
import 'monaco-editor/languages/definitions/typescript/register'

self.MonacoEnvironment = { getWorker: () => new Worker('./editor.worker.js', { type: 'module' }) }

export { monaco }
