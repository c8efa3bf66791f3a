import { element } from './element.ts'
import type { Page } from './page.ts'
import type { Problems } from './problems.ts'

/** Says that everything is worked out as if some promises of the policy were not made, where only they are broken. */
export function brokenPromises(page: Page): { readonly root: HTMLElement; readonly show: (all: Problems) => void } {
  const words = page.words()
  const list = element('ul', {})
  const root = element(
    'aside',
    { class: 'broken-promises', role: 'status', hidden: true },
    element('p', {}, words.asIfNotPromised),
    list,
  )
  return {
    root,
    show(all) {
      const errors = all.filter(({ severity }) => severity === 'error')
      root.hidden = errors.length === 0 || errors.some(({ code }) => code !== 'invariant-broken')
      list.replaceChildren(
        ...errors.map(({ file, span, title }) =>
          element(
            'li',
            {},
            element('button', { type: 'button', class: 'link', onclick: () => page.reveal({ file, span }) }, title),
          ),
        ),
      )
    },
  }
}
