import { element } from './element.ts'
import { inOrder } from './choices.ts'
import { shortNames } from './file-names.ts'
import type { Page } from './page.ts'

/**
 * The files of the decision and those opened besides, the views of two texts beside each other, and what can be done with
 * the file in the editor.
 */
export function fileBar(page: Page, shipped: Readonly<Record<string, string>>): HTMLElement {
  const { state } = page
  const words = page.words()
  const opened = new Set<string>()
  const tabs = element('div', { class: 'file-tabs' })
  const others = element('select', {
    'aria-label': words.otherFiles,
    onchange: () => {
      if (others.value !== '') state.set({ file: others.value, view: 'file' })
    },
  })
  const keywords = element(
    'button',
    { type: 'button', class: 'plain', title: words.keywordsTitle, onclick: () => void rewrite(true) },
    words.keywords,
  )
  const format = element(
    'button',
    { type: 'button', class: 'plain', title: words.formatTitle, onclick: () => void rewrite(false) },
    words.format,
  )

  const rewrite = async (isTranslated: boolean): Promise<void> => {
    const [file, decision] = [state.get('file'), state.get('decision')]
    const before = state.get('files')[file]
    const edits = await page.call('formatting', { file, decision, isTranslated })
    if (state.get('files')[file] === before) page.edit(file, edits)
  }

  const tab = (text: string, title: string, isCurrent: boolean, isChanged: boolean, onclick: () => void): HTMLElement =>
    element(
      'button',
      {
        type: 'button',
        title,
        class: isChanged ? 'changed' : null,
        'aria-current': isCurrent ? 'true' : null,
        onclick,
      },
      text,
      isChanged && element('span', { class: 'dot', role: 'img', 'aria-label': words.changed }, ' •'),
    )

  const fill = (): void => {
    const own = inOrder(state.get('decisions').find(({ id }) => id === state.get('decision'))?.files ?? [])
    const [file, view, texts] = [state.get('file'), state.get('view'), state.get('files')]
    const [edition, other] = [state.get('edition'), state.get('otherEdition')]
    if (!own.includes(file)) opened.add(file)
    const names = shortNames(own)
    const shown = [...own, ...[...opened].filter((name) => !own.includes(name))]
    const isChanged = (name: string): boolean => texts[name] !== shipped[name]
    tabs.replaceChildren(
      ...shown.map((name) =>
        tab(
          names.get(name) ?? shortNames([name]).get(name) ?? name,
          name,
          view !== 'editions' && name === file,
          isChanged(name),
          () => state.set({ file: name, view: 'file' }),
        ),
      ),
    )
    if (other !== null && edition !== null)
      tabs.prepend(
        tab(`${other} ↔ ${edition}`, words.twoEditions, view === 'editions', false, () =>
          state.set({ view: 'editions' }),
        ),
      )
    if (isChanged(file))
      tabs.append(
        tab(words.changes, words.changesTitle, view === 'changes', false, () =>
          state.set({ view: view === 'changes' ? 'file' : 'changes' }),
        ),
      )
    requestAnimationFrame(() =>
      tabs.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' }),
    )
    const rest = Object.keys(texts).filter((name) => /\.(policy|csv)$/u.test(name) && !shown.includes(name))
    others.replaceChildren(
      element('option', { value: '' }, words.otherFiles),
      ...rest.map((name) => element('option', { value: name }, name)),
    )
    others.value = ''
  }
  fill()
  state.subscribe(['decision', 'edition', 'otherEdition', 'file', 'view', 'files', 'decisions'], fill)
  return element(
    'nav',
    { class: 'files', 'aria-label': words.files },
    tabs,
    element('div', { class: 'file-actions' }, others, keywords, format),
  )
}
