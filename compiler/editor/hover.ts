import { keywords } from '../../grammar/keywords.ts'
import { readTokens } from '../../grammar/read-tokens.ts'
import { tokenSpan, type Token } from '../../grammar/tokens.ts'
import type { Language, Span } from '../../grammar/tree.ts'
import { units } from '../../grammar/units.ts'
import { quantity } from '../check/literals.ts'
import { showExact } from '../check/spelling.ts'
import { plain } from '../program/exact.ts'
import { exactOf } from '../program/build.ts'
import { aboutDeclared } from './hover-declared.ts'
import { inlayHints } from './inlay-hints.ts'
import { keywordHelp } from './keyword-help.ts'
import { symbolsOf } from './symbols.ts'
import { wordsIn } from './words.ts'
import type { Analysis } from './workspace.ts'

/** What is said of a place of a text, as plain text: policies may hold anything, so whoever shows it has to escape it. */
export interface Hover {
  readonly span: Span
  readonly title: string
  readonly lines: readonly HoverLine[]
}
/** `name` is empty of a sentence that stands for itself. */
export interface HoverLine {
  readonly name: string
  readonly text: string
}

/**
 * Of a name what it means and where it comes from, of a keyword what it does, of a number what it is and what it leads
 * to; null elsewhere.
 */
export function hover(analysis: Analysis, offset: number, language: Language): Hover | null {
  const here = symbolsOf(analysis).at(analysis.file, offset)
  if (here) return { span: here.span, ...aboutDeclared(here, analysis, language) }
  const token = tokenAt(analysis, offset)
  return token && aboutToken(token, analysis, language)
}

/** As Markdown, with all that the policy holds escaped. */
export function hoverMarkdown({ title, lines }: Hover): string {
  const shown = lines.map(({ name, text }) => (name === '' ? escaped(text) : `${escaped(name)}: ${escaped(text)}`))
  return [`**${escaped(title)}**`, ...shown].join('\n\n')
}

const escaped = (text: string): string =>
  text.replace(/[\\`*_{}[\]()#+\-.!|<>~&$:@]/gu, '\\$&').replace(/\s*\n\s*/gu, ' ')

function tokenAt({ text, tree, file, trees }: Analysis, offset: number): Token | null {
  if (!trees.has(file)) return null
  const { tokens } = readTokens(text, tree.language)
  const isAt = (token: Token): boolean => token.startOffset <= offset && offset <= token.endOffset + 1
  return tokens.find((token) => isAt(token) && offset <= token.endOffset) ?? tokens.find(isAt) ?? null
}

function aboutToken(token: Token, analysis: Analysis, language: Language): Hover | null {
  const span = tokenSpan(token)
  const words = wordsIn(language)
  const keyword = keywords.find((each) => each.token === token.name)
  if (keyword) {
    const [zh, en] = keywordHelp[keyword.token]
    const text = language === 'zh' ? zh : en
    return { span, title: `${keyword.zh} · ${keyword.en}`, lines: [{ name: '', text }] }
  }
  if (token.name !== 'Quantity' || token.unit === null) return null
  const unit = units.find((each) => each.unit === token.unit)!
  const value = quantity(token.digits, token.unit, { file: '', start: 0, end: 0 })
  const exact = exactOf(value)
  const isPart = value.type.kind === 'rate' || value.type.kind === 'points'
  return {
    span,
    title: token.image,
    lines: [
      { name: words.type, text: words.typeOf(value.type.kind) },
      { name: words.unit, text: `${unit.zh} · ${unit.en}` },
      ...(exact === null
        ? []
        : [{ name: words.value, text: isPart ? plain(exact) : showExact(exact, value.type, language) }]),
      ...inlayHints(analysis, language)
        .filter(({ offset }) => offset === span.end)
        .flatMap(({ tooltip }) => tooltip.split('\n').map((text) => ({ name: '', text }))),
    ],
  }
}
