import { monaco } from '../monaco.ts'
import type { Place } from '../../../compiler/index.ts'
import type { Page, PageState } from '../page.ts'
import type { Store } from '../store.ts'
import { registerLanguage } from './language.ts'
import { newModels, rangeOf, type Models } from './models.ts'
import { options } from './options.ts'
import { defineThemes, themeName } from './themes.ts'

export interface PolicyEditor extends Pick<Page, 'reveal' | 'highlight' | 'onCursor' | 'edit'> {
  readonly models: Models
  /** Gives a file another text, as one step that can be undone. */
  readonly setText: (file: string, text: string) => void
  readonly focus: () => void
}

/** The editor of the file that `state.file` names; what is typed goes to `state.files` by `onChange`. */
export function newEditor(
  root: HTMLElement,
  label: string,
  state: Store<PageState>,
  onChange: (file: string, text: string) => void,
): PolicyEditor {
  registerLanguage()
  defineThemes()
  const models = newModels((file) => state.get('files')[file], onChange)
  const editor = monaco.editor.create(root, { ...options, model: null, ariaLabel: label })
  const views = new Map<string, monaco.editor.ICodeEditorViewState | null>()
  const marks = editor.createDecorationsCollection()
  let shown: string | null = null
  let lit: readonly Place[] = []

  const light = (): void => {
    const model = editor.getModel()
    if (!model) return
    marks.set(
      lit
        .filter(({ file }) => file === shown)
        .map(({ span }) => ({
          range: rangeOf(model, span),
          options: { isWholeLine: true, className: 'lit-line', linesDecorationsClassName: 'lit-margin' },
        })),
    )
  }
  const show = (): void => {
    const file = state.get('file')
    if (file === shown) return
    if (shown !== null) views.set(shown, editor.saveViewState())
    shown = file
    editor.setModel(models.of(file))
    const view = views.get(file)
    if (view) editor.restoreViewState(view)
    light()
  }
  const place = (): void => {
    root.hidden = state.get('view') !== 'file'
  }
  place()
  state.subscribe(['view'], place)
  const theme = (): void => monaco.editor.setTheme(themeName(state.get('theme')))
  theme()
  show()
  state.subscribe(['file'], show)
  state.subscribe(['theme'], theme)

  const reveal: PolicyEditor['reveal'] = ({ file, span }) => {
    state.set({ file, view: 'file' })
    const model = editor.getModel()
    if (!model) return
    const range = rangeOf(model, span)
    editor.setSelection(range)
    editor.revealRangeInCenterIfOutsideViewport(range)
    editor.focus()
  }
  // Going to a definition in another file opens that file.
  monaco.editor.registerEditorOpener({
    openCodeEditor(_, uri, at) {
      const model = monaco.editor.getModel(uri)
      if (!model) return false
      const [from, to] = at && 'startLineNumber' in at ? [rangeStart(at), rangeEnd(at)] : [at, at]
      const offset = (position: monaco.IPosition | undefined): number => (position ? model.getOffsetAt(position) : 0)
      reveal({ file: models.nameOf(model), span: { start: offset(from), end: offset(to) } })
      return true
    },
  })

  const edit: PolicyEditor['edit'] = (file, edits) => {
    const model = models.of(file)
    if (!model) return
    model.pushStackElement()
    const changes = edits.map(({ span, text }) => ({ range: rangeOf(model, span), text }))
    model.pushEditOperations([], changes, () => null)
    model.pushStackElement()
  }
  return {
    models,
    edit,
    setText(file, text) {
      const model = models.of(file)
      if (model && model.getValue() !== text) edit(file, [{ span: { start: 0, end: model.getValueLength() }, text }])
    },
    focus: () => editor.focus(),
    reveal,
    highlight(places) {
      lit = places
      light()
    },
    onCursor(listener) {
      const tell = (): void => {
        const [model, position] = [editor.getModel(), editor.getPosition()]
        if (model && position) listener({ file: models.nameOf(model), offset: model.getOffsetAt(position) })
      }
      editor.onDidChangeCursorPosition(tell)
      editor.onDidChangeModel(tell)
    },
  }
}

const rangeStart = ({ startLineNumber, startColumn }: monaco.IRange): monaco.IPosition => ({
  lineNumber: startLineNumber,
  column: startColumn,
})
const rangeEnd = ({ endLineNumber, endColumn }: monaco.IRange): monaco.IPosition => ({
  lineNumber: endLineNumber,
  column: endColumn,
})
