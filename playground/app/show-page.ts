import { newBeside } from './editor/beside.ts'
import type { PolicyEditor } from './editor/editor.ts'
import { markProblems } from './editor/markers.ts'
import { registerProviders } from './editor/providers.ts'
import { brokenPromises } from './broken-promises.ts'
import { element } from './element.ts'
import { fileBar } from './file-bar.ts'
import { filesButton } from './files-dialog.ts'
import { header } from './header.ts'
import { historyButton } from './history-dialog.ts'
import type { History } from './history.ts'
import { layout } from './layout.ts'
import type { Page } from './page.ts'
import { panels } from './panels/all.ts'
import { problemList } from './problem-list.ts'
import { watchProblems } from './problems.ts'
import type { Saved } from './saved.ts'
import { shareButton } from './share-dialog.ts'
import { tabs } from './tabs.ts'
import { tourButton } from './tour/tour.ts'

interface Parts {
  readonly shipped: Readonly<Record<string, string>>
  readonly editor: PolicyEditor
  readonly editorRoot: HTMLElement
  readonly history: History
  /** Gives a file a text, a new one where there is none of the name, and shows it. */
  readonly write: (name: string, text: string) => void
  readonly restore: (saved: Saved) => void
  /** Was nothing shared and nothing left here? */
  readonly isFresh: boolean
}

/** Puts the parts of the page where they belong, and joins them. */
export function showPage(page: Page, { shipped, editor, editorRoot, history, write, restore, isFresh }: Parts): void {
  const words = page.words()
  const besideRoot = element('div', { class: 'editor beside' })
  newBeside(besideRoot, page, editor.models, shipped)
  registerProviders(page, editor.models)
  const { onProblems } = watchProblems(page)
  const problems = problemList(page)
  onProblems(problems.show)
  const broken = brokenPromises(page)
  onProblems(broken.show)
  onProblems(markProblems(editor.models))
  const panelTabs = tabs(
    words.results,
    panels.map((panel) => ({ id: panel.id, title: panel.title(words), mount: (root) => panel.mount(root, page) })),
    (panel) => page.state.set({ panel }),
  )
  document.body.append(
    ...layout(words, {
      header: header(page, [
        filesButton(page, shipped, write),
        shareButton(page, shipped),
        historyButton(page, history, shipped, restore),
        tourButton(page, shipped, isFresh),
      ]),
      files: fileBar(page, shipped),
      editors: [editorRoot, besideRoot],
      problems: problems.root,
      notice: broken.root,
      panelTabs,
    }),
  )
  const showPanel = (): void => panelTabs.show(page.state.get('panel'))
  showPanel()
  page.state.subscribe(['panel'], showPanel)
}
