import type { Language } from '../../grammar/tree.ts'
import type { Words } from '../words-zh.ts'
import { download } from './download.ts'
import { newBeside } from './editor/beside.ts'
import { markProblems } from './editor/markers.ts'
import { registerProviders } from './editor/providers.ts'
import { watchProblems } from './problems.ts'
import { newEditor } from './editor/editor.ts'
import { element } from './element.ts'
import { fileBar } from './file-bar.ts'
import { header } from './header.ts'
import { layout } from './layout.ts'
import type { Page, PageState } from './page.ts'
import { panels } from './panels/all.ts'
import { problemList } from './problem-list.ts'
import { newStore } from './store.ts'
import { tabs } from './tabs.ts'
import { applyTheme, chosenTheme } from './theme.ts'
import { startWorker } from './worker-client.ts'

/** Starts the worker, reads the shipped policies, and puts everything on the page. */
export async function openPage(language: Language, words: Words): Promise<void> {
  const worker = startWorker()
  const shipped = (await (await fetch('./policies.json')).json()) as Readonly<Record<string, string>>
  const ready = worker.call('setFiles', shipped)
  const decisionsThere = worker.call('decisions', undefined)
  const state = newStore<PageState>({
    decision: null,
    edition: null,
    otherEdition: null,
    language,
    theme: chosenTheme(),
    input: null,
    files: shipped,
    file: 'ningbo/employee.settle.policy',
    view: 'file',
    panel: 'case',
  })
  applyTheme(state.get('theme'))
  state.subscribe(['theme'], () => applyTheme(state.get('theme')))

  const editorRoot = element('div', { class: 'editor' })
  const editor = newEditor(editorRoot, words.policyText, state, (name, text) => {
    void worker.call('setFile', { name, text })
    state.set({ files: { ...state.get('files'), [name]: text } })
  })
  const page: Page = {
    call: worker.call,
    long(method, params, onProgress) {
      const own = startWorker()
      const answer = own
        .call('setFiles', state.get('files'))
        .then(() => own.call(method, params, onProgress))
        .finally(() => own.stop())
      return { answer, stop: () => own.stop() }
    },
    state,
    reveal: editor.reveal,
    highlight: editor.highlight,
    onCursor: editor.onCursor,
    edit: editor.edit,
    download,
    words: () => words,
  }
  await ready
  const decisions = await decisionsThere
  const [first] = decisions.filter(({ files }) => files.includes(state.get('file'))) ?? decisions
  state.set({ decision: first?.id ?? null, edition: first?.editions[0] ?? null })

  const besideRoot = element('div', { class: 'editor beside' })
  newBeside(besideRoot, page, editor.models, shipped)
  registerProviders(page, editor.models)
  const { onProblems } = watchProblems(page)
  const problems = problemList(page)
  onProblems(problems.show)
  onProblems(markProblems(editor.models))
  const panelTabs = tabs(
    words.results,
    panels.map((panel) => ({ id: panel.id, title: panel.title(words), mount: (root) => panel.mount(root, page) })),
    (panel) => state.set({ panel }),
  )
  document.body.append(
    ...layout(words, {
      header: header(page, decisions, []),
      files: fileBar(page, decisions, shipped),
      editors: [editorRoot, besideRoot],
      problems: problems.root,
      panelTabs,
    }),
  )
  const showPanel = (): void => panelTabs.show(state.get('panel'))
  showPanel()
  document.body.dataset['ready'] = ''
  state.subscribe(['panel'], showPanel)
}
