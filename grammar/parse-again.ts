import { findLanguage } from './find-language.ts'
import { keywords } from './keywords.ts'
import { limits } from './limits.ts'
import { parse } from './parse.ts'
import type { File } from './tree.ts'

const openers = keywords.filter(({ opens }) => opens === 'top').flatMap(({ zh, en }) => [zh, en])
const pieceStart = new RegExp(`^(?=(?:${openers.join('|')})[\\s「"])`, 'gmu')

/** A piece of the text, parsed, with the place where it stood last. */
interface Piece {
  readonly start: number
  readonly items: File['items']
  readonly comments: File['comments']
}

/**
 * A parser for the versions of a text that is being edited: it gives exactly what `parse` gives, but pieces (an
 * article, an example, a declaration) that have not changed keep their tree. A text with problems is parsed whole.
 */
export function newParser(): typeof parse {
  let known = new Map<string, Piece>()
  return (text, file) => {
    // Each character is a token at the most, so that a text this short is within the limits of the whole.
    if (text.length >= Math.min(limits.tokens, limits.bytes / 4)) return parse(text, file)
    const used = new Map<string, Piece>()
    const items: File['items'][number][] = []
    const comments: File['comments'][number][] = []
    const starts = [...text.matchAll(pieceStart)].map(({ index }) => index)
    const offsets = starts[0] === 0 ? starts : [0, ...starts]
    for (const [index, start] of offsets.entries()) {
      const source = text.slice(start, offsets[index + 1] ?? text.length)
      const found = known.get(source) ?? readPiece(source, file)
      if (found === null) return parse(text, file)
      const by = start - found.start
      const piece = { start, items: moved(found.items, by), comments: moved(found.comments, by) }
      used.set(source, piece)
      items.push(...piece.items)
      comments.push(...piece.comments)
    }
    known = used
    const tree: File = {
      kind: 'file',
      language: findLanguage(text),
      items,
      comments,
      span: { start: 0, end: text.length },
    }
    return { tree, problems: [] }
  }
}

function readPiece(source: string, file: string): Piece | null {
  const { tree, problems } = parse(source, file)
  return problems.length === 0 ? { start: 0, items: tree.items, comments: tree.comments } : null
}

/** The same data with every span so much further on. */
function moved<Node>(node: Node, by: number): Node {
  if (by === 0 || node === null || typeof node !== 'object') return node
  if (Array.isArray(node)) return node.map((each: unknown) => moved(each, by)) as Node
  const copy: Record<string, unknown> = {}
  for (const key in node) {
    const value: unknown = node[key]
    if (key === 'start' || key === 'end') copy[key] = (value as number) + by
    else copy[key] = value !== null && typeof value === 'object' ? moved(value, by) : value
  }
  return copy as Node
}
