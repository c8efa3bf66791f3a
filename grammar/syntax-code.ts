/**
 * Every problem that parsing can find, with the facts it carries. Spellings in facts are in the file's
 * language. A spelling in angle brackets is a class of words, to be named by whoever writes the sentence:
 * `<name>` `<text>` `<quantity>` `<number>` `<fraction>` `<date>` `<month-day>` `<row>` `<rule-line>`, and the
 * groups `<statement>` (any word that opens one), `<value>` (name, quantity, date, parenthesis …), `<operator>`
 * (+ − × ÷, comparisons, 并且 …), `<comparison>` (不满 …) and `<rounding>` (四舍五入到分 …, 不足为零).
 * A fix whose label is empty deletes what it covers.
 */
export const syntaxCodes = [
  // ---- the file as a whole; nothing else is reported and the tree is empty ----
  /** limit, found: bytes in UTF-8. */
  'text-too-large',
  /** limit: tokens. The span is the first token too many. */
  'too-many-tokens',
  /** limit: levels of parentheses and of `任一 … 满足` in one another. The span is the one too deep. */
  'too-deep',
  /** limit: operators + − × ÷ in one expression. The span is the first operator too many. */
  'expression-too-long',
  /** limit: problems. Reported last, in place of those beyond the limit. */
  'too-many-problems',

  // ---- characters ----
  /** codePoint: like `U+200B`; kind: `bidi` `zero-width` `control` `surrogate` `line-separator`. Fix: delete it. */
  'hidden-character',
  /** character, codePoint: a character that no word of the language contains. */
  'invalid-character',
  /** character: one of 。 ． . ； ; — statements need no end mark. Fix: delete it. */
  'full-stop',
  /** name, character, codePoint, lookalike (the plain character, or empty). Fix where there is a lookalike. */
  'confusable-name',
  /** opening, closing: the marks used (“ ” ‘ ’ 『 』 《 》 ' '). Fix: the file's own marks. */
  'curly-quotes',
  /** opening: the mark that is not closed on its line. Fix: close it at the line's end. */
  'unterminated-text',
  /** No facts: 「 inside 「 … 」. Fix: “ ” inside. */
  'quote-in-quote',
  /** symbol, word: ≥ >= ≤ <= > < = == && written where the language has a word. Fix: the word. */
  'symbol-for-word',

  // ---- numbers and dates ----
  /** found: what follows the digits; units: all units of the file's language; suggestions: units near to it. */
  'unknown-unit',
  /** found, written: digits in groups separated by commas, and without. Fix. */
  'thousands-comma',
  /** found; forms: how a date is written. A year and month without a day, 2023/2/1, 2023.2.1. Fix where complete. */
  'bad-date',
  /** separator: what stands between the ends (- 至 到); written: the range, or its beginning, with the right mark. Fix. */
  'range-with-hyphen',

  // ---- words ----
  /** found, keyword, written: a keyword grown together with its neighbours, and the same with blanks. Fix. */
  'keyword-glued',
  /** found, keyword: a word one or two letters away from the keyword that belongs here. Fix. */
  'misspelt-keyword',
  /** found: a keyword where a name belongs; language: `zh` or `en`, the language it is a keyword of. */
  'keyword-as-name',
  /** found, keywords: the first word of keywords of several words (`applies`: `applies to`). Fix where there is one. */
  'incomplete-keyword',

  // ---- rows ----
  /** No facts. Fix: a bar at the line's end. */
  'row-not-closed',
  /** No facts: a line with bars that does not begin with one. Fix: a bar at the line's beginning. */
  'row-not-opened',
  /** keyword: the statement on whose line a row begins. Fix: a line break. */
  'row-on-keyword-line',
  /** No facts: nothing between two bars. */
  'empty-cell',

  // ---- sentences ----
  /** name, suggestions (keywords): a name at the beginning of a line, where only `name 是指 …` may be. */
  'name-starts-nothing',
  /**
   * found, expected, inRule: a token that cannot follow. inRule is the keyword that opened the statement
   * (是指 for a definition), or empty outside statements.
   */
  'unexpected-token',
  /** after, expected, inRule: the statement ends too early, with `after`. The span is that token. */
  'incomplete-statement',
  /** found, after, inRule: a token after a statement that was complete with the token `after`. */
  'extra-token',
  /** keyword: the statement that needs ： here. Fix: insert it. */
  'missing-colon',
  /** keyword: the statement in which a comma stands for ：. Fix: the colon. */
  'comma-between-clauses',
  /** keyword, container (keyword): a statement outside the 条文, 示例 or 分担 that it belongs into. */
  'misplaced-statement',
  /** keyword, name (may be empty): a table, declaration or list of an example without rows. */
  'missing-rows',
  /** keyword (示例), part (已知 or 应得): an example without one of its parts. */
  'missing-part',
  /** keyword: 替换 or 另解, after which no rule stands. */
  'missing-rule',
  /** keyword: rows below a statement that takes none. */
  'misplaced-rows',
  /** amount: the amount as written, of a split without lines. lines: the keywords that begin one. */
  'split-without-lines',
] as const

export type SyntaxCode = (typeof syntaxCodes)[number]
