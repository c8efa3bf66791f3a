import type { Span } from '../../grammar/tree.ts'
import { identityOf } from '../bind/amend.ts'
import type { BoundEdition, BoundPolicy, BoundRule } from '../bind/bound.ts'
import { pair, type Named } from '../diff/text/pair.ts'
import { namingIn, shapeOf } from '../diff/text/shape.ts'
import type { Statement } from '../diff/text/statements.ts'
import { namedIn } from '../diff/text-changes.ts'
import type { Place } from '../problem/report.ts'
import { rulesOf } from './rules-in.ts'
import type { Analysis } from './workspace.ts'
import { once } from '../once.ts'

/**
 * What becomes of a rule in an edition under which it does not hold: another stands in its place, or none; and, of a rule
 * that stands in the place of another, that it does. `edition` is null where it is so in all of them.
 */
export interface EditionChange {
  readonly span: Span
  readonly how: 'changed' | 'gone' | 'replaced' | 'replaces'
  readonly edition: string | null
  /** The other rule. */
  readonly place: Place | null
}

const known = new WeakMap<Analysis['trees'], ReadonlyMap<string, readonly EditionChange[]>>()

/** Of the rules of a file, in the order of the text. */
export function editionChanges(analysis: Analysis): readonly EditionChange[] {
  return once(known, analysis.trees, () => changesByFile(analysis)).get(analysis.file) ?? []
}

function changesByFile(analysis: Analysis): ReadonlyMap<string, readonly EditionChange[]> {
  const all = analysis.policies.flatMap((policy) => [...amongEditions(policy, analysis), ...replacements(policy)])
  const byFile = new Map<string, EditionChange[]>()
  for (const { file, ...change } of all) byFile.set(file, [...(byFile.get(file) ?? []), change])
  for (const changes of byFile.values()) changes.sort((a, b) => a.span.start - b.span.start)
  return byFile
}

type FileChange = EditionChange & { readonly file: string }

const keyOf = ({ file, span }: Place): string => `${file} ${span.start}`

/** Every edition held against the one that it amends, or else against the one before it. */
function amongEditions(policy: BoundPolicy, { group }: Analysis): readonly FileChange[] {
  const named = new Map<BoundEdition, Named>()
  const sides = (edition: BoundEdition): Named =>
    once(named, edition, () => {
      const { statements, ...rest } = namedIn({ policy, edition, files: group })
      return { ...rest, statements: statements.filter(({ what, rule }) => what === 'rule' && rule !== null) }
    })
  return policy.editions.flatMap((edition, index) => {
    const base =
      policy.editions.find((each) => each.edition.name.value === edition.edition.amends?.value) ??
      policy.editions[index - 1]
    if (!base || base === edition) return []
    const [was, is] = [sides(base), sides(edition)]
    const { pairs, gone } = pair(was, is)
    const [old, next] = [base, edition].map((each) => each.edition.name.value)
    const stays = new Set(is.statements.map(keyOf))
    const change = (
      { file, span }: Statement,
      how: EditionChange['how'],
      of: string,
      other: Statement | null,
    ): FileChange => ({
      file,
      span,
      how,
      edition: of,
      place: other && { file: other.file, span: other.span },
    })
    return [
      ...pairs.flatMap(([a, b]) =>
        keyOf(a) === keyOf(b) || isSame(a, b, was, is)
          ? []
          : [change(a, 'changed', next!, b), change(b, 'replaces', old!, a)],
      ),
      ...gone.flatMap((each) => (stays.has(keyOf(each)) ? [] : [change(each, 'gone', next!, null)])),
    ]
  })
}

const isSame = (a: Statement, b: Statement, was: Named, is: Named): boolean =>
  shapeOf([a.node, a.heading], was.naming) === shapeOf([b.node, b.heading], is.naming)

/** Rules of modules in whose place, in all editions, the policy puts others. */
function replacements(policy: BoundPolicy): readonly FileChange[] {
  const naming = namingIn(policy)
  const standing = new Map<string, BoundRule>()
  for (const { rules } of policy.editions)
    for (const each of rules) standing.set(keyOf({ file: each.file, span: each.rule.span }), each)
  const inPlace = policy.items.flatMap(({ item, file }) => {
    const rule = item.kind === 'replace' ? item.rule : null
    return rule && standing.has(keyOf({ file, span: rule.span })) ? [{ rule, file }] : []
  })
  return policy.items.flatMap(({ item, file }): FileChange[] => {
    const [rule] = item.kind === 'reading' || item.kind === 'replace' ? [] : rulesOf(item)
    if (inPlace.length === 0 || !rule || standing.has(keyOf({ file, span: item.span }))) return []
    const { key } = identityOf(rule, naming)
    const by = inPlace.find((each) => identityOf(each.rule, naming).key === key)
    return by
      ? [
          { file, span: item.span, how: 'replaced', edition: null, place: { file: by.file, span: by.rule.span } },
          { file: by.file, span: by.rule.span, how: 'replaces', edition: null, place: { file, span: item.span } },
        ]
      : []
  })
}
