import type { Hindrance } from '../worker/sides.ts'
import { element } from './element.ts'
import type { Page } from './page.ts'

/** Why there is nothing to show; what stands in a file can be pressed. */
export function hindranceList(hindrances: readonly Hindrance[], page: Pick<Page, 'reveal'>): HTMLElement {
  return element(
    'ul',
    { class: 'hindrances' },
    ...hindrances.map(({ said, place }) =>
      element(
        'li',
        {},
        place ? element('button', { type: 'button', class: 'link', onclick: () => page.reveal(place) }, said) : said,
      ),
    ),
  )
}
