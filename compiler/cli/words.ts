import type { Language } from '../../grammar/tree.ts'
import { en } from './words-en.ts'
import { zh, type Words } from './words-zh.ts'

export type { Words }

export function wordsIn(language: Language): Words {
  return language === 'zh' ? zh : en
}
