import { element } from '../../element.ts'
import type { PanelModule } from '../../page.ts'

export const casePanel: PanelModule = {
  id: 'case',
  title: (words) => words.casePanel,
  mount(root) {
    root.append(element('p', { class: 'empty' }, '…'))
  },
}
