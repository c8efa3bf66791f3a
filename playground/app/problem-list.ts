import { positionOf } from '../../compiler/problem/position.ts'
import { element } from './element.ts'
import { baseName } from './file-names.ts'
import type { Page } from './page.ts'
import type { Problems } from './problems.ts'

/** What is wrong in the files of the decision; a click shows the place. */
export function problemList(page: Page): { readonly root: HTMLElement; readonly show: (all: Problems) => void } {
  const words = page.words()
  const list = element('ul', {})
  const count = element('span', { class: 'count', role: 'status' })
  const root = element(
    'section',
    { class: 'problems', 'aria-label': words.problems },
    element('h2', {}, words.problems, ' ', count),
    list,
  )
  return {
    root,
    show(all) {
      count.textContent = all.length === 0 ? words.noProblems : String(all.length)
      root.classList.toggle('none', all.length === 0)
      list.replaceChildren(
        ...all.map(({ file, span, severity, title, advice }) =>
          element(
            'li',
            {},
            element(
              'button',
              { type: 'button', class: severity, onclick: () => page.reveal({ file, span }) },
              element(
                'span',
                { class: 'mark', 'aria-label': words.severity[severity], role: 'img' },
                severity === 'error' ? '✕' : '!',
              ),
              element('span', { class: 'what' }, title, element('span', { class: 'advice' }, advice)),
              element(
                'span',
                { class: 'where' },
                `${baseName(file)}:${positionOf(page.state.get('files')[file] ?? '', span).line}`,
              ),
            ),
          ),
        ),
      )
    },
  }
}
