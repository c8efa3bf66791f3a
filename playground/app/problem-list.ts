import { element } from './element.ts'
import type { Page } from './page.ts'

/** What is wrong in the files of the decision; a click shows the place. */
export function problemList({ words }: Page): HTMLElement {
  return element('section', { class: 'problems', 'aria-label': words().problems }, words().noProblems)
}
