import type { PanelModule } from '../page.ts'
import { casePanel } from './case/panel.ts'
import { comparisonPanel } from './comparison/panel.ts'
import { curvePanel } from './curve/panel.ts'
import { typescriptPanel } from './typescript/panel.ts'

export const panels: readonly PanelModule[] = [casePanel, curvePanel, comparisonPanel, typescriptPanel]
