import { parse } from '../../grammar/parse.ts'
import { readTokens } from '../../grammar/read-tokens.ts'
import type { Token } from '../../grammar/tokens.ts'
import type { Comment, File, Span } from '../../grammar/tree.ts'
import type { SourceFile } from '../compile.ts'

/** A policy file with what the page shows of it: its text, its tree and the tokens of the compiler. */
export interface Sheet {
  readonly name: string
  readonly text: string
  readonly tree: File
  readonly tokens: readonly Token[]
}

/** The files that hold articles, examples or invariants, in their order; vocabularies are shown as fields. */
export function readSheets(files: readonly SourceFile[]): readonly Sheet[] {
  return files.flatMap(({ name, text }) => {
    const { tree } = parse(text, name)
    if (tree.items.some(({ kind }) => kind === 'vocabulary')) return []
    return [{ name, text, tree, tokens: readTokens(text, tree.language).tokens }]
  })
}

/** The tokens that lie in a span. */
export function tokensIn({ tokens }: Sheet, { start, end }: Span): readonly Token[] {
  return tokens.filter((token) => token.startOffset >= start && token.endOffset < end)
}

/** The comments that stand directly above a place, each on its line, with no blank line between. */
export function commentsAbove({ text, tree }: Sheet, place: number): readonly Comment[] {
  const above: Comment[] = []
  let next = place
  for (const comment of tree.comments.toReversed()) {
    if (comment.span.start >= next) continue
    if (!comment.ownLine || !/^[^\S\n]*\r?\n[^\S\n]*$/u.test(text.slice(comment.span.end, next))) break
    above.unshift(comment)
    next = comment.span.start
  }
  return above
}
