import type { Language } from '../../grammar/tree.ts'
import type { BoundEdition, BoundPolicy, BoundRule } from '../bind/bound.ts'
import type { SourceFile } from '../compile.ts'
import { itemName } from './item-name.ts'
import { positionOf } from '../problem/position.ts'

/** A rule where it stands: `policies/a.policy:12`, and as the file writes it. */
export interface WrittenRule {
  readonly place: string
  readonly text: string
}
/** What an edition says otherwise than another. `before` is null of what is added, `after` of what is removed. */
export interface TextChange {
  readonly kind: 'added' | 'removed' | 'changed'
  readonly name: string
  readonly before: WrittenRule | null
  readonly after: WrittenRule | null
}

/** What stands in the second edition in place of what stood in the first, in the order of the files. */
export function textChanges(
  before: BoundEdition,
  after: BoundEdition,
  policy: BoundPolicy,
  files: readonly SourceFile[],
): readonly TextChange[] {
  const texts = new Map(files.map(({ name, text }) => [name, text]))
  const written = ({ rule, file }: BoundRule): WrittenRule => {
    const text = texts.get(file) ?? ''
    return { place: `${file}:${positionOf(text, rule.span).line}`, text: withoutIndent(text, rule.span) }
  }
  const nameOf = ({ rule, file }: BoundRule): string => itemName(rule, texts.get(file) ?? '', languageOf(policy, file))
  const gone = before.rules.filter((rule) => !after.rules.includes(rule))
  const come = after.rules.filter((rule) => !before.rules.includes(rule))
  const changes: TextChange[] = []
  const isPaired = new Set<BoundRule>()
  for (const rule of gone) {
    const name = nameOf(rule)
    const next = come.find((each) => !isPaired.has(each) && nameOf(each) === name && each.over === rule.over)
    if (next) isPaired.add(next)
    const kind = next ? 'changed' : 'removed'
    changes.push({ kind, name, before: written(rule), after: next ? written(next) : null })
  }
  for (const rule of come)
    if (!isPaired.has(rule)) changes.push({ kind: 'added', name: nameOf(rule), before: null, after: written(rule) })
  return changes
}

const languageOf = ({ files }: BoundPolicy, file: string): Language =>
  files.find(({ name }) => name === file)?.language ?? 'zh'

/** A stretch of lines that stand below each other as they do in the file, the first without indentation. */
export function withoutIndent(text: string, { start, end }: { readonly start: number; readonly end: number }): string {
  const line = text.lastIndexOf('\n', start - 1) + 1
  const indent = text.slice(line).search(/\S/)
  return text
    .slice(start, end)
    .split('\n')
    .map((line, index) => (index > 0 && line.slice(0, indent).trim() === '' ? line.slice(indent) : line))
    .join('\n')
}
