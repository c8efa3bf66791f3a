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
  /** The title of the module that it is; null where it is a file of the policy itself. */
  readonly module: string | null
}

/** The files that speak of a policy (`bound`), its modules last; vocabularies and data are shown as fields and rows. */
export function readSheets(files: readonly SourceFile[], bound: ReadonlySet<string>): readonly Sheet[] {
  const sheets = files.flatMap(({ name, text }): readonly Sheet[] => {
    if (!bound.has(name)) return []
    const { tree } = parse(text, name)
    const [module = null] = tree.items.flatMap((item) => (item.kind === 'module' ? [item.title.value] : []))
    return [{ name, text, tree, tokens: readTokens(text, tree.language).tokens, module }]
  })
  return sheets.toSorted((a, b) => Number(a.module !== null) - Number(b.module !== null))
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
