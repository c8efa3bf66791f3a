import type { Theme } from './page.ts'
import { keep, kept } from './storage.ts'

const KEY = 'daiyu.theme'

/** As chosen before, else as the system has it. */
export function chosenTheme(): Theme {
  const chosen = kept(KEY)
  if (chosen === 'light' || chosen === 'dark') return chosen
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

export function chooseTheme(theme: Theme): void {
  keep(KEY, theme)
}

export function applyTheme(theme: Theme): void {
  document.documentElement.dataset['theme'] = theme
}
