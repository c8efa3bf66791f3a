import { standardSymbols } from '../../../compiler/editor/standard-kinds.ts'
import { monaco } from '../monaco.ts'
import type { Place } from '../../../compiler/index.ts'
import type { Page } from '../page.ts'
import { registerAssistance } from './assistance.ts'
import { POLICY } from './language.ts'
import { rangeOf, type Model, type Models } from './models.ts'

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
          kind: languages.SymbolKind[standardSymbols[kind]],
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
  languages.registerHoverProvider(POLICY, {
    async provideHover(model, position) {
      const found = await page.call('hover', { ...at(model, position), language })
      return found && { range: rangeOf(model, found.span), contents: [{ value: found.markdown }] }
    },
  })
  languages.registerInlayHintsProvider(POLICY, {
    async provideInlayHints(model) {
      const hints = await page.call('inlayHints', { ...of(model), language })
      const lines = hints.map(({ offset }) => model.getPositionAt(offset).lineNumber)
      // Within a row it would shift the columns; there the number says it when it is pointed at.
      const isAlone = (at: number): boolean => lines.indexOf(lines[at]!) === lines.lastIndexOf(lines[at]!)
      const isLast = (at: number): boolean => {
        const end = model.getPositionAt(hints[at]!.offset)
        return /^[\s|]*$/u.test(model.getLineContent(end.lineNumber).slice(end.column - 1))
      }
      const alone = hints.filter((_, at) => isAlone(at) && isLast(at))
      return {
        hints: alone.map(({ offset, text, tooltip }) => ({
          position: model.getPositionAt(offset),
          label: text,
          tooltip,
          paddingLeft: true,
        })),
        dispose: () => {},
      }
    },
  })
  registerAssistance(page, at)
  registerCodeLenses(page, of)
  void registerSemanticTokens(page, of)
}

type FileOf = (model: Model) => { readonly file: string; readonly decision: string | null }
const LENS = 'daiyu.lens'

/** Above an example what comes of it, which fills the form; above a rule the editions that change it. */
function registerCodeLenses(page: Page, of: FileOf): void {
  type Lens = Awaited<ReturnType<typeof page.call<'codeLenses'>>>[number]
  monaco.editor.registerCommand(LENS, async (_: unknown, lens: Lens, at: ReturnType<FileOf>) => {
    if (lens.kind === 'edition') return lens.places[0] && page.reveal(lens.places[0])
    const input = await page.call('exampleCase', { ...at, label: lens.label })
    if (input !== null) page.state.set({ input, panel: 'case' })
  })
  monaco.languages.registerCodeLensProvider(POLICY, {
    async provideCodeLenses(model) {
      const lenses = await page.call('codeLenses', { ...of(model), language: page.state.get('language') })
      return {
        lenses: lenses.map((lens) => ({
          range: rangeOf(model, lens.span),
          command: { id: LENS, title: lens.title, arguments: [lens, of(model)] },
        })),
        dispose: () => {},
      }
    },
  })
}

/** What names are, as differences from token to token. */
async function registerSemanticTokens(page: Page, of: FileOf): Promise<void> {
  const { types, modifiers: all } = await page.call('semanticLegend', undefined)
  const tokenTypes = [...new Set(Object.values(types))]
  const tokenModifiers = [...all]
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
        return [line - fromLine, column - fromColumn, span.end - span.start, tokenTypes.indexOf(types[type]), bits]
      })
      return { data: Uint32Array.from(data) }
    },
    releaseDocumentSemanticTokens: () => {},
  })
}
