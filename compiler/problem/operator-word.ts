import { builtInWords, keywords } from '../../grammar/keywords.ts'
import type { Language } from '../../grammar/tree.ts'

const symbols: Readonly<Record<string, string>> = { plus: '+', minus: '−', times: '×', divide: '÷' }

/** An operator as the language writes it: `loweredBy` is 下浮 or `lowered by`, `plus` is +. */
export function operatorWord(operator: string, language: Language): string {
  const symbol = Object.hasOwn(symbols, operator) ? symbols[operator] : undefined
  const keyword = keywords.find(({ token }) => token.toLowerCase() === operator.toLowerCase())
  const word = builtInWords.find(({ en }) => en === operator)
  return symbol ?? (keyword ?? word)?.[language] ?? operator
}
