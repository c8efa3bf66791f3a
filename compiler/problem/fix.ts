import type { Fix } from '../../grammar/problem.ts'
import type { Language } from '../../grammar/tree.ts'
import { visible } from './visible.ts'

/** The text after the fix. Edits never overlap. */
export function applyFix(text: string, fix: Fix): string {
  return [...fix.edits]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((result, { span, text: written }) => result.slice(0, span.start) + written + result.slice(span.end), text)
}

/** What a fix does, as a sentence: 把“−”改为“下浮”. */
export function sayFix(fix: Fix, text: string, language: Language): string {
  const [edit] = fix.edits
  if (!edit || fix.edits.length > 1) return say[language].change(visible(fix.label))
  const found = visible(text.slice(edit.span.start, edit.span.end).trim())
  const written = visible(edit.text.trim())
  if (edit.span.start === edit.span.end) {
    if (written === '') return edit.text.includes('\n') ? say[language].line : say[language].blank
    return say[language].add(written)
  }
  return edit.text === '' ? say[language].remove(found) : say[language].replace(found, written)
}

const say: Readonly<
  Record<
    Language,
    {
      change: (label: string) => string
      line: string
      blank: string
      add: (written: string) => string
      remove: (found: string) => string
      replace: (found: string, written: string) => string
    }
  >
> = {
  zh: {
    change: (label) => `改为${marked(label)}`,
    line: '在这里换行',
    blank: '加上空格',
    add: (written) => `加上${marked(written)}`,
    remove: (found) => `删去${marked(found)}`,
    replace: (found, written) => `把${marked(found)}改为${marked(written)}`,
  },
  en: {
    change: (label) => `change it to ${marked(label).trim()}`,
    line: 'begin a new line here',
    blank: 'add a blank',
    add: (written) => `add ${marked(written).trim()}`,
    remove: (found) => `delete ${marked(found).trim()}`,
    replace: (found, written) => `change ${marked(found).trim()} to ${marked(written).trim()}`,
  },
}

/** In quotes, unless it has quotes of its own. */
function marked(text: string): string {
  return /[“”"]/u.test(text) ? ` ${text} ` : `“${text}”`
}
