import type { Place } from '../../compiler/index.ts'
import { positionOf } from '../../compiler/problem/position.ts'
import { element } from './element.ts'
import { baseName } from './file-names.ts'
import type { Page } from './page.ts'
import type { Problems } from './problems.ts'

type Fix = Problems[number]['fixes'][number]

/** What is wrong in the files of the decision; a click shows the place, or does what mends it. */
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
      const texts = page.state.get('files')
      // What is written meanwhile has problems of its own, soon.
      const mend = ({ file, span, edits }: Place & Pick<Fix, 'edits'>): void => {
        if (page.state.get('files')[file] !== texts[file]) return
        page.reveal({ file, span })
        page.edit(file, edits)
      }
      list.replaceChildren(
        ...all
          .slice(0, MOST)
          .map(({ file, span, severity, title, advice, fixes }) =>
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
                element('span', { class: 'where' }, `${baseName(file)}:${positionOf(texts[file] ?? '', span).line}`),
              ),
              fixes.length === 0
                ? null
                : element(
                    'div',
                    { class: 'mends' },
                    ...fixes.map((fix) =>
                      element(
                        'button',
                        { type: 'button', onclick: () => mend({ file, span, edits: fix.edits }) },
                        fix.title,
                      ),
                    ),
                  ),
            ),
          ),
        ...(all.length > MOST ? [element('li', { class: 'quiet' }, words.moreProblems(all.length - MOST))] : []),
      )
    },
  }
}

const MOST = 200
