import type { Words } from '../words-zh.ts'
import { element } from './element.ts'

interface Parts {
  readonly header: HTMLElement
  readonly files: HTMLElement
  readonly editors: readonly HTMLElement[]
  readonly problems: HTMLElement
  readonly notice: HTMLElement
  readonly panelTabs: { readonly list: HTMLElement; readonly panels: readonly HTMLElement[] }
}

/** The page: header, then the policy on the left and the panels on the right, below each other on narrow screens. */
export function layout(
  words: Words,
  { header, files, editors, problems, notice, panelTabs }: Parts,
): readonly HTMLElement[] {
  return [
    element('a', { class: 'skip', href: '#policy' }, words.skipToEditor),
    element('a', { class: 'skip', href: '#results' }, words.skipToPanels),
    header,
    element(
      'main',
      {},
      element(
        'section',
        { id: 'policy', class: 'left', 'aria-label': words.policyText, tabindex: -1 },
        files,
        ...editors,
        problems,
      ),
      element(
        'section',
        { id: 'results', class: 'right', 'aria-label': words.results, tabindex: -1 },
        notice,
        panelTabs.list,
        ...panelTabs.panels,
      ),
    ),
  ]
}
