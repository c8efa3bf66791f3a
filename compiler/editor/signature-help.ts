import type { Language } from '../../grammar/tree.ts'
import { cursorAt } from './cursor.ts'
import { functionNamed, numeric, type Kind } from './functions.ts'
import { wordsIn } from './words.ts'
import type { Analysis } from './workspace.ts'

/** How the function is called in whose brackets the cursor stands. */
export interface SignatureHelp {
  /** `足岁（日期、日期）` */
  readonly label: string
  /** What it gives, as a sentence. */
  readonly about: string
  /** The types of its arguments; each stands in the label, in this order. */
  readonly parameters: readonly string[]
  /** Which of them is being written. */
  readonly active: number
}

/** Null outside the brackets of a function that the language knows. */
export function signatureHelp(analysis: Analysis, offset: number, language: Language): SignatureHelp | null {
  const cursor = analysis.trees.has(analysis.file) ? cursorAt(analysis.text, offset, analysis.language) : null
  if (cursor === null || cursor.isText) return null
  const { statement } = cursor
  let depth = 0
  let argument = 0
  for (let at = statement.length - 1; at > 0; at -= 1) {
    const name = statement[at]?.name
    if (name === 'RightParen') depth += 1
    else if (name === 'Comma' && depth === 0) argument += 1
    else if (name === 'LeftParen' && depth > 0) depth -= 1
    else if (name === 'LeftParen') {
      const callee = statement[at - 1]
      const called = callee?.name === 'Name' ? functionNamed(callee.text) : undefined
      if (called === undefined) return null
      const words = wordsIn(language)
      const parameters = called.parameters.map((kinds) => typeText(kinds, language))
      const isChinese = analysis.language === 'zh'
      const list = `${parameters.join(isChinese ? '、' : ', ')}${called.endless ? '…' : ''}`
      return {
        label: `${called[analysis.language]}${isChinese ? `（${list}）` : `(${list})`}`,
        about: words.builtIn(called.en),
        parameters,
        active: Math.min(argument, parameters.length - 1),
      }
    }
  }
  return null
}

const typeText = (kinds: readonly Kind[], language: Language): string =>
  wordsIn(language)
    .typeOf(kinds === numeric ? 'number' : (kinds[0] ?? 'number'))
    .replace(/^an? /u, '')
