import { element } from '../../element.ts'
import type { PanelModule } from '../../page.ts'

export const typescriptPanel: PanelModule = {
  id: 'typescript',
  title: (words) => words.typescriptPanel,
  mount(root) {
    root.append(element('p', { class: 'empty' }, '…'))
  },
}
