import { monaco } from '../monaco.ts'
import type { Page } from '../page.ts'
import { POLICY } from './language.ts'
import type { Models } from './models.ts'
import { options } from './options.ts'

type Places = readonly ({
  readonly file: string
  readonly span: { readonly start: number; readonly end: number }
} | null)[]

/**
 * Two texts beside each other: of two editions the rules that hold under each, to be read, from which Enter or a double
 * click leads to the file; or a file as it was shipped and as it is, where it can be changed.
 */
export function newBeside(
  root: HTMLElement,
  page: Page,
  models: Models,
  shipped: Readonly<Record<string, string>>,
): void {
  const { state } = page
  const words = page.words()
  let editor: monaco.editor.IStandaloneDiffEditor | null = null
  let own: monaco.editor.ITextModel[] = []
  let places: { readonly before: Places; readonly after: Places } = { before: [], after: [] }
  let asked = 0

  const made = (): monaco.editor.IStandaloneDiffEditor => {
    if (editor) return editor
    editor = monaco.editor.createDiffEditor(root, {
      ...options,
      fontSize: 13,
      lineHeight: 20,
      lineNumbers: 'off',
      glyphMargin: false,
      folding: false,
      codeLens: false,
      renderSideBySide: true,
      useInlineViewWhenSpaceIsLimited: false,
      hideUnchangedRegions: { enabled: true, contextLineCount: 4, minimumLineCount: 6 },
      diffWordWrap: 'on',
      ignoreTrimWhitespace: true,
      renderOverviewRuler: false,
      originalAriaLabel: words.before,
      modifiedAriaLabel: words.after,
    })
    followTo(editor.getOriginalEditor(), () => places.before)
    followTo(editor.getModifiedEditor(), () => places.after)
    return editor
  }

  const followTo = (side: monaco.editor.ICodeEditor, placesOf: () => Places): void => {
    const follow = (): void => {
      const place = placesOf()[(side.getPosition()?.lineNumber ?? 0) - 1]
      if (place) page.reveal(place)
    }
    side.onMouseUp(({ event }) => {
      if (event.detail === 2) follow()
    })
    side.onKeyDown((event) => {
      if (event.keyCode === monaco.KeyCode.Enter && placesOf().length > 0) follow()
    })
  }

  const put = (original: monaco.editor.ITextModel, modified: monaco.editor.ITextModel, isReadOnly: boolean): void => {
    const [diff, before] = [made(), own]
    diff.updateOptions({ readOnly: isReadOnly })
    diff.setModel({ original, modified })
    own = isReadOnly ? [original, modified] : [original]
    for (const model of before) model.dispose()
  }

  const showEditions = async (): Promise<void> => {
    asked += 1
    const mine = asked
    const [decision, edition, other] = [state.get('decision'), state.get('edition'), state.get('otherEdition')]
    if (decision === null || edition === null || other === null) return
    const [before, after] = await Promise.all([
      page.call('editionText', { decision, edition: other }),
      page.call('editionText', { decision, edition }),
    ])
    if (mine !== asked || state.get('view') !== 'editions' || !before || !after) return
    places = { before: before.places, after: after.places }
    const view = editor?.saveViewState()
    put(monaco.editor.createModel(before.text, POLICY), monaco.editor.createModel(after.text, POLICY), true)
    if (view) editor?.restoreViewState(view)
  }

  const showChanges = (): void => {
    places = { before: [], after: [] }
    const file = state.get('file')
    const model = models.of(file)
    if (model) put(monaco.editor.createModel(shipped[file] ?? '', POLICY), model, false)
  }

  const show = (): void => {
    const view = state.get('view')
    root.hidden = view === 'file'
    if (view === 'editions') void showEditions()
    else if (view === 'changes') showChanges()
    else editor?.setModel(null)
  }
  show()
  state.subscribe(['view', 'decision', 'edition', 'otherEdition'], show)
  state.subscribe(['files'], () => {
    if (state.get('view') === 'editions') void showEditions()
  })
  state.subscribe(['file'], () => {
    if (state.get('view') === 'changes') showChanges()
  })
}
