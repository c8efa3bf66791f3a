import { findLanguage } from './find-language.ts'
import { keywords } from './keywords.ts'
import { limits } from './limits.ts'
import { parse, parseSound } from './parse.ts'
import type { File, Language } from './tree.ts'

const openers = keywords.filter(({ opens }) => opens === 'top').flatMap(({ zh, en }) => [zh, en])
const pieceStart = new RegExp(`^(?=(?:${openers.join('|')})[\\s「"])`, 'gmu')

/** Where the article, example or declaration begins that an offset is in. */
export function startOfPiece(text: string, offset: number): number {
  return [...text.slice(0, offset).matchAll(pieceStart)].at(-1)?.index ?? 0
}

/** A piece of the text, or several in a row, parsed, with the place where it stood last. */
interface Piece {
  readonly start: number
  readonly isSound: boolean
  readonly items: File['items']
  readonly comments: File['comments']
  readonly problems: ReturnType<typeof parse>['problems']
}
type Parser = (text: string, file: string) => ReturnType<typeof parse>

/**
 * A parser for the versions of a text that is being edited: it gives exactly what `parse` gives, but pieces (an
 * article, an example, a declaration) that have not changed keep their tree. A piece with problems is parsed together
 * with the one behind it, at which the parser finds its way again; if it does not, the text is parsed whole.
 */
export function newParser(): Parser {
  let known = new Map<string, Piece>()
  // Of the text before: a letter typed is often taken back.
  let knownBefore = known
  let last: { readonly text: string; readonly result: ReturnType<typeof parse> } | null = null
  const read = (text: string, file: string): ReturnType<typeof parse> => {
    // Each character is a token at the most, so that a text this short is within the limits of the whole.
    if (text.length >= Math.min(limits.tokens, limits.bytes / 4)) return parse(text, file)
    const language = findLanguage(text)
    const used = new Map<string, Piece>()
    const starts = [...text.matchAll(pieceStart)].map(({ index }) => index)
    const offsets = starts[0] === 0 ? starts : [0, ...starts]
    const pieceOf = (from: number, to: number, how: keyof typeof parsers): Piece => {
      const start = offsets[from] ?? 0
      const source = text.slice(start, offsets[to] ?? text.length)
      const key = `${how} ${language} ${source}`
      const found = used.get(key) ?? known.get(key) ?? knownBefore.get(key) ?? parsers[how](source, language, file)
      const piece = moved(found, start)
      used.set(key, piece)
      return piece
    }
    const pieces: Piece[] = []
    for (let from = 0; from < offsets.length;) {
      const piece = pieceOf(from, from + 1, 'alone')
      if (piece.isSound) {
        pieces.push(piece)
        from += 1
        continue
      }
      let to = from + 1
      while (to < offsets.length && !pieceOf(to, to + 1, 'alone').isSound) to += 1
      const isLast = to >= offsets.length
      const broken = pieceOf(from, isLast ? to : to + 1, 'together')
      if (!isLast && !endsWith(broken, pieceOf(to, to + 1, 'alone'))) return parse(text, file)
      pieces.push(broken)
      from = to + 1
    }
    const problems = pieces.flatMap((piece) => piece.problems)
    if (problems.length >= limits.problems) return parse(text, file)
    knownBefore = known
    known = used
    const tree: File = {
      kind: 'file',
      language,
      items: pieces.flatMap(({ items }) => items),
      comments: pieces.flatMap(({ comments }) => comments),
      span: { start: 0, end: text.length },
    }
    return { tree, problems }
  }
  return (text, file) => {
    const result = last?.text === text ? last.result : read(text, file)
    last = { text, result }
    return result
  }
}

/** A piece by itself: what is wrong with it is told by parsing it together with the one behind it. */
function parseAlone(source: string, language: Language): Piece {
  const tree = parseSound(source, language)
  return { start: 0, isSound: tree !== null, items: tree?.items ?? [], comments: tree?.comments ?? [], problems: [] }
}

function parseTogether(source: string, language: Language, file: string): Piece {
  const { tree, problems } = parse(source, file, language)
  return { start: 0, isSound: problems.length === 0, items: tree.items, comments: tree.comments, problems }
}

const parsers = { alone: parseAlone, together: parseTogether }

/** Whether a sound piece means in what it is the end of what it means by itself. */
function endsWith({ items, problems }: Piece, sound: Piece): boolean {
  const own = items.filter(({ span }) => span.start >= sound.start)
  return problems.every(({ span }) => span.end <= sound.start) && isSame(own, sound.items)
}

function isSame(a: unknown, b: unknown): boolean {
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return a === b
  const [own, other] = [a as Record<string, unknown>, b as Record<string, unknown>]
  const keys = Object.keys(own)
  return keys.length === Object.keys(other).length && keys.every((key) => isSame(own[key], other[key]))
}

function moved(piece: Piece, start: number): Piece {
  const by = start - piece.start
  if (by === 0) return piece
  const { items, comments, problems } = piece
  return {
    ...piece,
    start,
    items: shifted(items, by),
    comments: shifted(comments, by),
    problems: shifted(problems, by),
  }
}

/** The same data with every span so much further on. */
function shifted<Node>(node: Node, by: number): Node {
  if (node === null || typeof node !== 'object') return node
  if (Array.isArray(node)) return node.map((each: unknown) => shifted(each, by)) as Node
  const copy: Record<string, unknown> = {}
  for (const key in node) {
    const value: unknown = node[key]
    if ((key === 'start' || key === 'end') && typeof value === 'number') copy[key] = value + by
    else copy[key] = value !== null && typeof value === 'object' ? shifted(value, by) : value
  }
  return copy as Node
}
