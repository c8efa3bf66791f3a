import { openDialog } from './dialog.ts'
import { button, element } from './element.ts'
import { baseName } from './file-names.ts'
import type { History } from './history.ts'
import type { Page } from './page.ts'
import { changedFiles, savedOf, type Saved } from './saved.ts'

/** Lists what was, to go back to it; going back is a change like any other, and loses nothing. */
export function historyButton(
  { state, words: wordsOf }: Pick<Page, 'state' | 'words'>,
  history: History,
  shipped: Readonly<Record<string, string>>,
  restore: (saved: Saved) => void,
): HTMLElement {
  const words = wordsOf()
  const date = new Intl.DateTimeFormat(state.get('language') === 'zh' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
  })
  const open = (): void => {
    const all = history.versions()
    const isChanged = Object.keys(changedFiles(state.get('files'), shipped)).length > 0
    const goTo = (saved: Saved): void => {
      history.keep()
      restore(saved)
      dialog.close()
    }
    const unchanged = (): Saved => savedOf({ ...state.all(), files: {} }, shipped)
    const versions = all.map(({ at, saved }) =>
      element(
        'li',
        {},
        element('span', { class: 'when' }, date.format(at)),
        element('span', { class: 'what' }, Object.keys(saved.files).map(baseName).join(words.comma)),
        button(words.restore, () => goTo(saved)),
      ),
    )
    const dialog = openDialog(
      words.history,
      words.close,
      element('p', {}, words.historySays),
      element(
        'div',
        { class: 'dialog-actions' },
        button(words.revertAll, () => goTo(unchanged()), { disabled: !isChanged }),
      ),
      versions.length === 0
        ? element('p', { class: 'quiet' }, words.noHistory)
        : element('ul', { class: 'versions' }, ...versions),
    )
  }
  return button(words.history, open)
}
