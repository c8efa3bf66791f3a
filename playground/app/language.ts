import type { Language } from '../../grammar/tree.ts'
import { keep, kept } from './storage.ts'

const KEY = 'daiyu.language'

/** The language of the page: as chosen before, else the browser's. */
export function chosenLanguage(): Language {
  const chosen = kept(KEY)
  if (chosen === 'zh' || chosen === 'en') return chosen
  return navigator.languages.some((each) => each.startsWith('zh')) ? 'zh' : 'en'
}

/** Chooses the language from the next loading on. */
export function chooseLanguage(language: Language): void {
  keep(KEY, language)
}
