import type {
  Calculation,
  ExplainedLine,
  ExplainedResult,
  ExplainedTerm,
  Explanation,
  Held,
  Rule,
  Use,
} from './explanation.ts'
import { isWorthShowing } from './explain-results.ts'
import { isRounded, nameText, resultText, titleOf, useText } from './layout.ts'
import { inColumn } from '../show/numbers.ts'
import { wordsIn, type Language, type Words } from './words.ts'

const NAME_WIDTH = 48
const AMOUNT_WIDTH = 16

/** The explanation as plain text for a terminal; a Han character is as wide as two letters. Ends in a line break. */
export function explanationToText(explanation: Explanation, language: Language): string {
  const words = wordsIn(language)
  const sections = [
    [titleOf(explanation, words), words.edition(explanation.edition)],
    explanation.unconfirmed.map((leaning) => words.unconfirmed(leaning)),
    explanation.otherReadings.map((other) => words.otherReading(other)),
    ...explanation.splits.map(({ label, element, amount, rule, lines }) => [
      row(nameText(label, element, words), amount, rule),
      ...lines.flatMap((line) => ledgerLine(line, words)),
    ]),
    explanation.moves.flatMap(({ name, amount, rule, restsOn }) => [
      row(`${words.moves} → ${words.name(name)}`, amount, rule),
      ...usesText(restsOn, words, '      '),
    ]),
    titled(
      words.results,
      explanation.results.filter(isWorthShowing).flatMap((result) => resultLines(result, words)),
    ),
    titled(
      words.terms,
      explanation.terms.flatMap((term) => termLines(term, words)),
    ),
    titled(
      words.rules,
      explanation.rules.flatMap((rule, number) => ruleLines(rule, number, words)),
    ),
  ]
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

function titled(title: string, lines: readonly string[]): readonly string[] {
  return lines.length > 0 ? [`— ${title} —`, ...lines] : []
}

function ledgerLine(line: ExplainedLine, words: Words): readonly string[] {
  return [
    row(`  ${words.mode[line.mode]} → ${words.name(line.into)}`, line.amount, line.rule),
    ...usesText(line.restsOn, words, '      ', line.calculation),
    ...(line.calculation ? calculationLines(line.calculation, line.amount, words) : []),
  ]
}

function calculationLines(calculation: Calculation, amount: string, words: Words): readonly string[] {
  const { product } = calculation
  const rounded = isRounded(product, amount) ? [['', words.rounded, amount]] : []
  if (calculation.kind === 'flat') {
    return [['', timesText(calculation.amount, calculation.rate, words), product], ...rounded].map(calculationRow)
  }
  const { from, to, bands } = calculation
  const sum = bands.length > 1 ? [['', words.sum, product]] : []
  const ranges = bands.map((band) => [words.bandRange(band), timesText(band.amount, band.rate, words), band.product])
  return [
    `      ${words.position} ${inColumn(from)} — ${inColumn(to)}`,
    ...[...ranges, ...sum, ...rounded].map(calculationRow),
  ]
}

function calculationRow([range = '', text = '', value = '']: readonly string[]): string {
  return `      ${padEnd(range, 24)}${padStart(text, 24)} = ${padStart(inColumn(value), AMOUNT_WIDTH)}`
}

function timesText(amount: string, rate: string, words: Words): string {
  return `${inColumn(amount)} × ${words.rate(rate)}`
}

function resultLines(result: ExplainedResult, words: Words): readonly string[] {
  const because = result.before ? [] : heldText(result.held, words)
  return [row(`  ${words.name(result.name)}`, resultText(result, words), result.rule), ...because]
}

function termLines({ name, element, value, rule, held, restsOn }: ExplainedTerm, words: Words): readonly string[] {
  const from = restsOn.filter(({ isCondition }) => !isCondition)
  const because = restsOn.filter(({ isCondition }) => isCondition)
  return [
    `  ${nameText(words.name(name), element, words)}${words.colon}${words.value(value)}${reference(rule)}`,
    ...heldText(held, words),
    ...usesText(from, words, '      '),
    ...(because.length > 0 ? [`      ${words.onlyBecause}${words.colon}${usesInline(because, words)}`] : []),
  ]
}

function heldText(held: readonly Held[], words: Words): readonly string[] {
  return held.flatMap(({ excerpt }) =>
    excerpt ? [`      ▸ ${excerpt.before}${marked(excerpt, words)}${excerpt.after}`] : [],
  )
}

// A cell is marked in its row; what is the whole line needs no mark.
function marked({ before, held, after }: NonNullable<Held['excerpt']>, { lang }: Words): string {
  if (before === '' && after === '') return held
  return lang === 'en' ? `[${held}]` : `【${held}】`
}

function usesText(
  uses: readonly Use[],
  words: Words,
  indent: string,
  calculation: Calculation | null = null,
): readonly string[] {
  return uses.length > 0 ? [`${indent}${words.restsOn}${words.colon}${usesInline(uses, words, calculation)}`] : []
}

function usesInline(uses: readonly Use[], words: Words, calculation: Calculation | null = null): string {
  return uses.map((use) => useText(use, words, calculation)).join(words.comma)
}

function ruleLines({ article, quotes, readings }: Rule, number: number, words: Words): readonly string[] {
  const title = article ? `${article.source.title} ${article.title} (${words.grade[article.source.grade]})` : ''
  return [
    `  [${number + 1}] ${title}`,
    ...quotes.map(
      ({ text, isVerbatim, cites }) =>
        `      ${isVerbatim ? words.quote(text) : words.summary(text)}${cites.length > 0 ? ` ${cites.join(' ')}` : ''}`,
    ),
    ...readings.flatMap((reading) => [`      ${words.reading(reading)}`, `        ${words.readingBecause(reading)}`]),
  ]
}

function row(name: string, amount: string, rule: number | null): string {
  const shown = /^-?\d+\.\d{2}$/.test(amount) ? inColumn(amount) : amount
  return `${padEnd(name, NAME_WIDTH)}${padStart(shown, AMOUNT_WIDTH)}${reference(rule)}`.trimEnd()
}

function reference(rule: number | null): string {
  return rule === null ? '' : ` [${rule + 1}]`
}

function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(1, width - widthOf(text)))
}

function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - widthOf(text))) + text
}

// Han, kana, and fullwidth forms take two columns.
function widthOf(text: string): number {
  return Array.from(text).reduce(
    (sum, each) => sum + (/[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]/.test(each) ? 2 : 1),
    0,
  )
}
