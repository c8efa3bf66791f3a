import { spellOpener, unknownUnit } from './explain.ts'
import { replaceBy, type Finding } from './finding.ts'
import { findKeywords, keywordOf, opensStatement } from './keyword-tokens.ts'
import { keywords } from './keywords.ts'
import { near } from './near.ts'
import { scan } from './scan.ts'
import { asToken, makeToken, tokenSpan, type Token, type TokenName } from './tokens.ts'
import type { Language } from './tree.ts'

/** A guess at what was meant: other tokens for `[from, to)`, and the problem that says so. */
export interface Repair {
  readonly from: number
  readonly to: number
  readonly tokens: readonly Token[]
  readonly finding: Finding
}

/** Repairs of one kind, the likeliest first. */
export interface Guess {
  readonly repairs: readonly Repair[]
  /** Whether none is believed where two would help as much. */
  readonly isUnique: boolean
}

/** What may have been meant at the error at `index`, kind after kind. */
export function* guesses(source: string, tokens: readonly Token[], index: number, language: Language): Iterable<Guess> {
  for (const place of [index, index - 1, index - 2]) {
    const token = tokens[place]
    if (token?.name !== 'Name' && token?.name !== 'DefinedName') continue
    yield { repairs: [...unglue(source, token, place)], isUnique: false }
  }
  for (const place of [index, index - 1, index + 1, index - 2]) {
    yield { repairs: [...correctSpelling(source, tokens, place)], isUnique: true }
  }
  for (const place of [index, index - 1]) {
    yield {
      repairs: [...strangeUnit(tokens, place, language), ...hyphen(source, tokens, place, language)],
      isUnique: false,
    }
  }
  yield { repairs: [...clauseEnd(source, tokens, index, language)], isUnique: false }
  for (const place of [index, index - 1]) {
    const token = tokens[place]
    if (token !== undefined && isKeyword(token.name)) yield { repairs: [nameInstead(token, place)], isUnique: false }
  }
}

const isKeyword = (name: TokenName): boolean => keywords.some(({ token }) => token === name)

/** 适用于医疗类别: the keyword in a name, with blanks around it. */
function* unglue(source: string, name: Token, place: number): Iterable<Repair> {
  const { image, startOffset } = name
  const found = keywords
    .flatMap(({ zh }) => [...image.matchAll(new RegExp(zh, 'gu'))].map(({ index }) => ({ zh, index })))
    .filter(({ zh }) => zh !== image)
    .toSorted((one, other) => rank(one, image) - rank(other, image) || other.zh.length - one.zh.length)
  for (const { zh, index } of found.slice(0, 8)) {
    const cuts = [0, index, index + zh.length, image.length]
    const pieces = cuts
      .slice(1)
      .flatMap((end, piece) => (end > (cuts[piece] ?? 0) ? [[cuts[piece] ?? 0, end] as const] : []))
    const tokens = pieces.map(([from, to]) => rescan(source, startOffset + from, startOffset + to, name.line))
    if (tokens.some((each) => each === null)) continue
    const written = pieces.map(([from, to]) => image.slice(from, to)).join(' ')
    const edits = pieces.slice(1).map(([from]) => ({ span: at(startOffset + from), text: ' ' }))
    yield {
      from: place,
      to: place + 1,
      tokens: tokens.flatMap((each) => each ?? []),
      finding: {
        code: 'keyword-glued',
        span: tokenSpan(name),
        facts: { found: image, keyword: zh, written },
        fixes: [{ label: written, edits }],
      },
    }
  }
}

// A keyword at the beginning is the likeliest, then one at the end.
const rank = ({ zh, index }: { readonly zh: string; readonly index: number }, image: string): number =>
  index === 0 ? 0 : index + zh.length === image.length ? 1 : 2

const at = (offset: number): { readonly start: number; readonly end: number } => ({ start: offset, end: offset })

/** The tokens of a part of a name; null where it is none that could stand alone. */
function rescan(source: string, start: number, end: number, line: number): readonly Token[] | null {
  let isFine = true
  const refuse = (): void => {
    isFine = false
  }
  const piece = source.slice(start, end)
  const { tokens } = scan(piece, 'zh', 4, refuse)
  const known = findKeywords(piece, tokens, refuse)
  if (!isFine || known.length !== 1) return null
  return known.map((token) => ({
    ...token,
    startOffset: token.startOffset + start,
    endOffset: token.endOffset + start,
    line,
  }))
}

/** A keyword, of several words perhaps, in which a letter or two went wrong. */
function* correctSpelling(source: string, tokens: readonly Token[], place: number): Iterable<Repair> {
  const first = tokens[place]
  if (first?.name !== 'Name' || keywordOf(first.text) !== null) return
  // One character is near to too much to be a slip in a keyword.
  if (!/^[\p{Script=Han}A-Za-z]{2,}$/u.test(first.text)) return
  for (const length of [4, 3, 2, 1]) {
    const words = tokens.slice(place, place + length)
    if (
      words.length < length ||
      words.some(({ line, image }) => line !== first.line || (!/^[a-z]+$/iu.test(image) && length > 1))
    )
      continue
    const found = words.map(({ image }) => image).join(' ')
    const candidates = spellings.filter((spelling) => spelling.split(' ').length === length)
    const span = { start: first.startOffset, end: (words.at(-1) ?? first).endOffset + 1 }
    for (const keyword of near(found, candidates)) {
      const token = keywords.find(({ zh, en }) => zh === keyword || en === keyword)?.token
      if (token === undefined) continue
      const facts = { found, keyword }
      yield {
        from: place,
        to: place + length,
        tokens: [{ ...asToken(first, token), image: source.slice(span.start, span.end), endOffset: span.end - 1 }],
        finding: { code: 'misspelt-keyword', span, facts, fixes: replaceBy(span, keyword) },
      }
    }
  }
}

const spellings = keywords.flatMap(({ zh, en }): readonly string[] => [zh, en])

/** 45 岁: a word after a number, where only a unit could stand. */
function* strangeUnit(tokens: readonly Token[], place: number, language: Language): Iterable<Repair> {
  const [number, word] = [tokens[place - 1], tokens[place]]
  if (number?.name !== 'Number' || word?.name !== 'Name' || number.line !== word.line) return
  yield {
    from: place - 1,
    to: place + 1,
    tokens: [{ ...number, endOffset: word.endOffset }],
    finding: unknownUnit(word, language),
  }
}

/** 3元（含）-5元: the sign for a range. */
function* hyphen(source: string, tokens: readonly Token[], place: number, language: Language): Iterable<Repair> {
  const [included, minus] = [tokens[place - 1], tokens[place]]
  if (included?.name !== 'Included' || minus?.name !== 'Minus') return
  const span = tokenSpan(minus)
  const mark = language === 'zh' ? '—' : '..'
  const end = tokens[place - 2]?.startOffset ?? span.start
  yield {
    from: place,
    to: place + 1,
    tokens: [asToken(minus, 'Dash')],
    finding: {
      code: 'range-with-hyphen',
      span,
      facts: { separator: minus.image, written: `${source.slice(end, included.endOffset + 1)}${mark}` },
      fixes: replaceBy(span, mark),
    },
  }
}

function nameInstead(token: Token, place: number): Repair {
  const facts = { found: token.image, language: keywordOf(token.image)?.language ?? 'en' }
  return {
    from: place,
    to: place + 1,
    tokens: [{ ...asToken(token, 'Name'), text: token.image }],
    finding: { code: 'keyword-as-name', span: tokenSpan(token), facts },
  }
}

const withColon = new Set<TokenName>(['AppliesTo', 'Each', 'Except'])

/** A statement with ： in which there is none: a comma may stand for it, or nothing. */
function* clauseEnd(source: string, tokens: readonly Token[], index: number, language: Language): Iterable<Repair> {
  let start = index - 1
  while (start > 0 && !opensStatement(tokens[start])) start -= 1
  const opener = tokens[start]
  if (opener === undefined || !withColon.has(opener.name)) return
  if (tokens.slice(start, index).some((token) => token.name === 'Colon')) return
  const keyword = spellOpener(opener, language)
  const colon = language === 'zh' ? '：' : ':'
  for (const place of [index, index - 1, index - 2]) {
    const comma = tokens[place]
    if (comma?.name !== 'Comma' || place <= start) continue
    const span = tokenSpan(comma)
    const finding: Finding = { code: 'comma-between-clauses', span, facts: { keyword }, fixes: replaceBy(span, colon) }
    yield { from: place, to: place + 1, tokens: [asToken(comma, 'Colon')], finding }
  }
  const previous = tokens[index - 1]
  if (previous === undefined) return
  const end = previous.endOffset + 1
  const fixes = replaceBy(at(end), colon)
  const finding: Finding = { code: 'missing-colon', span: tokenSpan(previous), facts: { keyword }, fixes }
  yield { from: index, to: index, tokens: [makeToken('Colon', source, end, end, previous.line)], finding }
}
