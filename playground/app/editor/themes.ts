import { monaco } from '../monaco.ts'
import type { Theme } from '../page.ts'

export const themeName = (theme: Theme): string => `daiyu-${theme}`

export function defineThemes(): void {
  monaco.editor.defineTheme(themeName('light'), { base: 'vs', inherit: true, rules: [], colors: {} })
  monaco.editor.defineTheme(themeName('dark'), { base: 'vs-dark', inherit: true, rules: [], colors: {} })
}
