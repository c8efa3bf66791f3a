import { element } from './element.ts'
import type { Decisions } from './header.ts'
import type { Page } from './page.ts'

/** The files of the decision; the one in the editor is marked. */
export function fileBar({ state, words }: Page, decisions: Decisions): HTMLElement {
  const bar = element('nav', { class: 'files', 'aria-label': words().files })
  const fill = (): void => {
    const files = decisions.find(({ id }) => id === state.get('decision'))?.files ?? []
    bar.replaceChildren(
      ...files.map((name) =>
        element(
          'button',
          {
            type: 'button',
            title: name,
            'aria-current': name === state.get('file') ? 'true' : null,
            onclick: () => state.set({ file: name }),
          },
          name.replace(/^.*\//, '').replace(/\.policy$/, ''),
        ),
      ),
    )
  }
  fill()
  state.subscribe(['decision', 'file'], fill)
  return bar
}
