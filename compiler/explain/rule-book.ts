import type { Origin, Program, ReadingInfo } from '../program/program.ts'
import type { ExplainedReading, Held, Rule } from './explanation.ts'

/** Numbers the rules that an explanation mentions, in the order of first mention. */
export class RuleBook {
  readonly rules: Rule[] = []
  readonly #numbers = new Map<string, number>()
  readonly #program: Program
  readonly #texts: ReadonlyMap<string, string>

  constructor(program: Program, texts: ReadonlyMap<string, string>) {
    this.#program = program
    this.#texts = texts
  }

  /** The number of the rule that something comes from; null where it comes from no article. */
  numberOf({ article, quotes, readings }: Origin): number | null {
    if (article === null && quotes.length === 0 && readings.length === 0) return null
    const key = JSON.stringify([article, quotes, readings])
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    this.#numbers.set(key, this.rules.length)
    this.rules.push(this.#rule(article, quotes, readings))
    return this.rules.length - 1
  }

  held(origin: Origin): Held {
    const { file, start, end } = origin
    const text = this.#texts.get(file)
    const excerpt = text === undefined ? null : excerptOf(text, start, end)
    return { rule: this.numberOf(origin), place: { file, start, end }, excerpt }
  }

  #rule(articleIndex: number | null, quotes: readonly number[], readings: readonly number[]): Rule {
    const program = this.#program
    const article = program.articles[articleIndex ?? -1]
    const source = program.sources[article?.source ?? -1]
    return {
      article: article && source ? { title: article.title, source } : null,
      quotes: quotes
        .flatMap((index) => program.quotes[index] ?? [])
        .map(({ text, isVerbatim, cites }) => ({ text, isVerbatim, cites })),
      readings: readings.flatMap((index) => program.readings[index] ?? []).map(explainReading),
    }
  }
}

function explainReading({ name, statement, because, alternatives, chosen }: ReadingInfo): ExplainedReading {
  return { name, statement, because, other: alternatives.find((each) => each.name === chosen) ?? null }
}

/** What held, in its line: a cell in its row. Of what takes several lines, the first stands for all. */
function excerptOf(text: string, start: number, end: number): NonNullable<Held['excerpt']> {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const lineBreak = text.indexOf('\n', start)
  const lineEnd = lineBreak < 0 ? text.length : lineBreak
  const before = withoutOpeningBar(text.slice(lineStart, start))
  const after = end > lineEnd ? '' : withoutClosingBar(text.slice(end, lineEnd))
  const held = text.slice(start, Math.min(end, lineEnd))
  const opened = before === '' ? withoutOpeningBar(held) : held
  return { before, held: after === '' ? withoutClosingBar(opened) : opened.replace(/\s+/g, ' '), after }
}

// The bars at the ends of a row are no part of what it says.
function withoutOpeningBar(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/^ ?(?:[|｜] ?)?/, '')
}

function withoutClosingBar(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/(?: ?[|｜])? ?$/, '')
}
