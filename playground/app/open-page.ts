import type { Language } from '../../grammar/tree.ts'
import type { Words } from '../words-zh.ts'
import { afterPause } from './after-pause.ts'
import { showBanner } from './banner.ts'
import { possibleChoices } from './choices.ts'
import { download } from './download.ts'
import { newEditor, type PolicyEditor } from './editor/editor.ts'
import { newHistory, textsToBe } from './history.ts'
import { element } from './element.ts'
import { startOfChange } from './measure.ts'
import type { Page, PageState } from './page.ts'
import type { Saved } from './saved.ts'
import { fromFragment } from './share-address.ts'
import { shippedFiles } from './shipped.ts'
import { showPage } from './show-page.ts'
import { newStore, type Store } from './store.ts'
import { applyTheme, chosenTheme } from './theme.ts'
import { startWatchedWorker } from './watched-worker.ts'
import type { WorkerClient } from './worker-client.ts'

/** Starts the worker, reads the shipped policies and what was shared or left here, and puts everything on the page. */
export async function openPage(language: Language, words: Words): Promise<void> {
  const worker = startWatchedWorker(
    () => state.get('files'),
    () => showBanner(words.tookTooLong, words.close),
  )
  const shipped = await shippedFiles()
  const state = newStore<PageState>({
    decisions: [],
    decision: null,
    edition: null,
    otherEdition: null,
    language,
    theme: chosenTheme(),
    input: null,
    files: shipped,
    file: '',
    view: 'file',
    panel: 'case',
  })
  applyTheme(state.get('theme'))
  state.subscribe(['theme'], () => applyTheme(state.get('theme')))
  const history = newHistory(state, shipped, () => showBanner(words.historyFull, words.close))

  const shared = await fromFragment(location.hash)
  const draft = history.draft()
  const opened = shared.kind === 'saved' ? shared.saved : draft
  if (shared.kind === 'saved' && draft) {
    // What was here before stays in the history.
    state.set({ files: { ...shipped, ...draft.files } })
    history.keep()
  }
  const files = { ...shipped, ...opened?.files }
  const [, decisions] = await Promise.all([worker.call('setFiles', files), worker.call('decisions', undefined)])
  state.set({ decisions, files, input: opened?.input ?? null, ...possibleChoices(opened ?? {}, { decisions, files }) })
  if (shared.kind !== 'none') window.history.replaceState(null, '', location.pathname + location.search)

  const editorRoot = element('div', { class: 'editor' })
  const change = (name: string, text: string): void => {
    startOfChange()
    void worker.call('setFile', { name, text })
    state.set({ files: { ...state.get('files'), [name]: text } })
  }
  const editor = newEditor(editorRoot, words.policyText, state, change)
  const setText = (name: string, text: string): void =>
    Object.hasOwn(state.get('files'), name) ? editor.setText(name, text) : change(name, text)
  const write = (name: string, text: string): void => {
    setText(name, text)
    state.set({ file: name, view: 'file' })
  }
  watchDecisions(state, worker)
  const restore = (saved: Saved): void => {
    for (const [name, text] of Object.entries(textsToBe(saved, state.get('files'), shipped))) setText(name, text)
    state.set({ input: saved.input, view: 'file', ...possibleChoices(saved, state.all()) })
  }
  const isFresh = shared.kind === 'none' && !draft
  showPage(newPage(state, worker, editor, words), { shipped, editor, editorRoot, history, write, restore, isFresh })
  // What is shown first does not wait for it.
  void worker.call('setShipped', shipped)
  if (shared.kind === 'tooLarge') showBanner(words.shareTooLarge, words.close)
  if (shared.kind === 'malformed') showBanner(words.shareMalformed, words.close)
  history.watch()
  document.body.dataset['ready'] = ''
  performance.mark('daiyu.ready')
}

type Asking = Pick<WorkerClient, 'call'>

function newPage(state: Store<PageState>, worker: Asking, editor: PolicyEditor, words: Words): Page {
  return {
    call: worker.call,
    state,
    reveal: editor.reveal,
    highlight: editor.highlight,
    onCursor: editor.onCursor,
    edit: editor.edit,
    download,
    words: () => words,
  }
}

const PAUSE = 250

/** Keeps the list of decisions and editions as the files say. */
function watchDecisions(state: Store<PageState>, worker: Asking): void {
  const look = async (): Promise<void> => {
    const decisions = await worker.call('decisions', undefined)
    if (JSON.stringify(decisions) === JSON.stringify(state.get('decisions'))) return
    state.set({ decisions, ...possibleChoices(state.all(), { decisions, files: state.get('files') }) })
  }
  state.subscribe(
    ['files'],
    afterPause(PAUSE, () => void look()),
  )
}
