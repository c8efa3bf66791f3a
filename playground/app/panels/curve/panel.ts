import { element } from '../../element.ts'
import type { PanelModule } from '../../page.ts'

export const curvePanel: PanelModule = {
  id: 'curve',
  title: (words) => words.curvePanel,
  mount(root) {
    root.append(element('p', { class: 'empty' }, '…'))
  },
}
