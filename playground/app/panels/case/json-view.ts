import { describeIssue } from '../../../../runtime/describe-issue.ts'
import { readJson } from '../../../../runtime/json.ts'
import type { Language } from '../../../../grammar/tree.ts'
import { button, element } from '../../element.ts'
import { isSame } from './case-value.ts'
import type { CaseWords } from './words-zh.ts'

/** The case as JSON: the other view of the value. */
export interface JsonView {
  readonly root: HTMLElement
  readonly show: (input: unknown) => void
}

export function newJsonView(language: Language, words: CaseWords, change: (input: unknown) => void): JsonView {
  const fault = element('p', { class: 'case-fault', id: 'case-json-fault', role: 'alert' })
  const text = element('textarea', {
    'aria-label': words.jsonLabel,
    'aria-describedby': fault.id,
    class: 'case-json',
    spellcheck: 'false',
    rows: 24,
    oninput: () => {
      const read = readJson(text.value)
      fault.textContent = read.ok
        ? ''
        : `${words.jsonNotRead}${read.issues.map((issue) => describeIssue(issue, language)).join(' ')}`
      if (read.ok) change(read.value)
    },
  })
  const copied = element('span', { role: 'status', class: 'quiet' })
  const copy = async (): Promise<void> => {
    text.select()
    try {
      await navigator.clipboard.writeText(text.value)
      copied.textContent = words.copied
    } catch {
      // Without leave to write the clipboard, the text is selected for Ctrl-C.
    }
  }
  return {
    root: element(
      'div',
      { class: 'json-view' },
      text,
      fault,
      element(
        'p',
        {},
        button(words.copy, () => void copy()),
        ' ',
        copied,
      ),
    ),
    show(input) {
      const read = readJson(text.value)
      if (read.ok && isSame(read.value, input)) return
      text.value = JSON.stringify(input, null, 2)
      fault.textContent = ''
    },
  }
}
