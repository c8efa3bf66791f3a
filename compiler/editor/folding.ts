import type { Comment, Item, Span, TopItem } from '../../grammar/tree.ts'
import { rulesOf } from './rules-in.ts'
import type { Analysis } from './workspace.ts'

/** What can be folded away, from the end of the line in which it begins to the end of that in which it ends. */
export interface Fold {
  readonly span: Span
  readonly kind: 'region' | 'comment'
}

/** In the order of the text; whatever takes a single line is none. */
export function folding({ text, tree }: Analysis): readonly Fold[] {
  const regions = tree.items.flatMap(spansIn).map((span): Fold => ({ span: trimmed(span, text), kind: 'region' }))
  const comments = runsOf(tree.comments, text).map((span): Fold => ({ span, kind: 'comment' }))
  const all = [...regions, ...comments].filter(({ span }) => text.slice(span.start, span.end).includes('\n'))
  const sorted = all.toSorted((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
  // What begins in one line and ends in one is folded as one: a rule and the 替换 before it.
  const isOneLine = (from: number, to: number): boolean => !text.slice(from, to).includes('\n')
  return sorted.filter(({ span }, index) => {
    const last = sorted[index - 1]?.span
    return !last || span.end !== last.end || !isOneLine(last.start, span.start)
  })
}

function spansIn(item: TopItem): readonly Span[] {
  if (item.kind !== 'article') return [item.span]
  const sections = item.sections.flatMap((section) => [section.span, ...section.items.flatMap(spansOfItem)])
  return [item.span, ...item.items.flatMap(spansOfItem), ...sections]
}

const spansOfItem = (item: Item): readonly Span[] => [
  ...new Map([item.span, ...rulesOf(item).map(({ span }) => span)].map((span) => [span.start, span])).values(),
]

const trimmed = ({ start, end }: Span, text: string): Span => ({
  start,
  end: start + text.slice(start, end).trimEnd().length,
})

/** Comments on lines of their own, one below the other. */
function runsOf(comments: readonly Comment[], text: string): readonly Span[] {
  const runs: Span[] = []
  for (const { ownLine, span } of comments) {
    const last = runs.at(-1)
    if (!ownLine) continue
    if (last && /^\r?\n[^\S\n]*$/u.test(text.slice(last.end, span.start)))
      runs[runs.length - 1] = { start: last.start, end: span.end }
    else runs.push(span)
  }
  return runs
}
