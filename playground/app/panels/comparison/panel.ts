import { element } from '../../element.ts'
import type { PanelModule } from '../../page.ts'

export const comparisonPanel: PanelModule = {
  id: 'comparison',
  title: (words) => words.comparisonPanel,
  mount(root) {
    root.append(element('p', { class: 'empty' }, '…'))
  },
}
