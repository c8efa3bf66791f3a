import { semanticModifiers, standardTokenTypes } from '../../../compiler/editor/semantic-tokens.ts'
import { monaco } from '../monaco.ts'
import type { Page, Place } from '../page.ts'
import { POLICY } from './language.ts'
import { rangeOf, type Model, type Models } from './models.ts'
import { symbolKind } from './symbol-kind.ts'

/** Joins Monaco to the features of the worker: names, structure, layout. */
export function registerProviders(page: Page, models: Models): void {
  const { languages } = monaco
  const of = (model: Model) => ({ file: models.nameOf(model), decision: page.state.get('decision') })
  const at = (model: Model, position: monaco.IPosition) => ({ ...of(model), offset: model.getOffsetAt(position) })
  const language = page.state.get('language')
  const location = ({ file, span }: Place): readonly monaco.languages.Location[] => {
    const model = models.of(file)
    return model ? [{ uri: model.uri, range: rangeOf(model, span) }] : []
  }
  const editsOf = (model: Model, edits: readonly { readonly span: Place['span']; readonly text: string }[]) =>
    edits.map(({ span, text }) => ({ range: rangeOf(model, span), text }))

  languages.registerDefinitionProvider(POLICY, {
    provideDefinition: async (model, position) =>
      (await page.call('definition', at(model, position))).flatMap(location),
  })
  languages.registerReferenceProvider(POLICY, {
    provideReferences: async (model, position) =>
      (await page.call('references', at(model, position))).flatMap(location),
  })
  languages.registerDocumentHighlightProvider(POLICY, {
    provideDocumentHighlights: async (model, position) =>
      (await page.call('documentHighlights', at(model, position))).map(({ span, isWritten }) => ({
        range: rangeOf(model, span),
        kind: isWritten ? languages.DocumentHighlightKind.Write : languages.DocumentHighlightKind.Read,
      })),
  })
  languages.registerRenameProvider(POLICY, {
    async resolveRenameLocation(model, position) {
      const found = await page.call('prepareRename', { ...at(model, position), language })
      const range = found.ok ? rangeOf(model, found.span) : monaco.Range.fromPositions(position)
      return { range, text: found.ok ? found.text : '', ...(found.ok ? {} : { rejectReason: found.reason }) }
    },
    async provideRenameEdits(model, position, to) {
      const found = await page.call('rename', { ...at(model, position), to, language })
      if (!found.ok) return { edits: [], rejectReason: found.reason }
      const edits = found.files.flatMap(({ file, edits: inFile }) => {
        const target = models.of(file)
        if (!target) return []
        const versionId = target.getVersionId()
        return editsOf(target, inFile).map((textEdit) => ({ resource: target.uri, versionId, textEdit }))
      })
      return { edits }
    },
  })
  languages.registerDocumentSymbolProvider(POLICY, {
    async provideDocumentSymbols(model) {
      type Nodes = Awaited<ReturnType<typeof page.call<'outline'>>>
      const symbols = (nodes: Nodes): monaco.languages.DocumentSymbol[] =>
        nodes.map(({ name, detail, kind, span, selection, children }) => ({
          name,
          detail,
          kind: symbolKind(kind),
          tags: [],
          range: rangeOf(model, span),
          selectionRange: rangeOf(model, selection),
          children: symbols(children),
        }))
      return symbols(await page.call('outline', of(model)))
    },
  })
  languages.registerFoldingRangeProvider(POLICY, {
    provideFoldingRanges: async (model) =>
      (await page.call('folding', of(model))).map(({ span, kind }) => ({
        start: model.getPositionAt(span.start).lineNumber,
        end: model.getPositionAt(span.end).lineNumber,
        kind: kind === 'comment' ? languages.FoldingRangeKind.Comment : languages.FoldingRangeKind.Region,
      })),
  })
  languages.registerDocumentFormattingEditProvider(POLICY, {
    provideDocumentFormattingEdits: async (model) =>
      editsOf(model, await page.call('formatting', { ...of(model), isTranslated: false })),
  })
  registerSemanticTokens(page, of)
}

/** What names are, as differences from token to token. */
function registerSemanticTokens(page: Page, of: (model: Model) => { file: string; decision: string | null }): void {
  const tokenTypes = [...new Set(Object.values(standardTokenTypes))]
  const tokenModifiers = [...semanticModifiers]
  monaco.languages.registerDocumentSemanticTokensProvider(POLICY, {
    getLegend: () => ({ tokenTypes, tokenModifiers }),
    async provideDocumentSemanticTokens(model) {
      const version = model.getVersionId()
      const tokens = await page.call('semanticTokens', of(model))
      if (version !== model.getVersionId()) return null
      let [line, column] = [1, 1]
      const data = tokens.flatMap(({ span, type, modifiers }) => {
        const start = model.getPositionAt(span.start)
        const fromColumn = start.lineNumber === line ? column : 1
        const fromLine = line
        ;[line, column] = [start.lineNumber, start.column]
        const bits = modifiers.reduce((sum, each) => sum + 2 ** tokenModifiers.indexOf(each), 0)
        return [
          line - fromLine,
          column - fromColumn,
          span.end - span.start,
          tokenTypes.indexOf(standardTokenTypes[type]),
          bits,
        ]
      })
      return { data: Uint32Array.from(data) }
    },
    releaseDocumentSemanticTokens: () => {},
  })
}
