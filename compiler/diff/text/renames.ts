import { namesIn } from '../../bind/names-in.ts'
import type { BoundPolicy } from '../../bind/bound.ts'
import type { Rule } from '../../../grammar/tree.ts'
import { shapeOf, type Naming } from './shape.ts'
import type { Statement } from './statements.ts'

/** One side: what it says, how it names things, and the names that are not its own. */
export interface Side {
  readonly statements: readonly Statement[]
  readonly naming: Naming
  readonly policy: BoundPolicy
}

/** From the name before to the name after, with the first statement that defines each. */
export type Renames = ReadonlyMap<string, { readonly to: string; readonly was: Statement; readonly is: Statement }>

/**
 * Names of the policy's own that only changed: from the name before to the name after. Proved: with the names exchanged,
 * all that defines the one is, piece by piece, all that defines the other, and one rule at least that uses the one is a
 * rule that uses the other, where any does.
 */
export function renamesBetween(before: Side, after: Side): Renames {
  const [was, is] = [usesOf(before), usesOf(after)]
  const gone = [...was.keys()].filter((name) => !is.has(name) && isOwn(name, before))
  const come = [...is.keys()].filter((name) => !was.has(name) && isOwn(name, after))
  const renames = new Map<string, string>()
  for (let found = -1; found !== renames.size;) {
    found = renames.size
    const [open, free] = [
      gone.filter((name) => !renames.has(name)),
      come.filter((name) => ![...renames.values()].includes(name)),
    ]
    const masked = (side: Side, self: string, others: readonly string[]): Naming => {
      const hidden = new Set(others)
      return (written) => {
        const name = side.naming(written)
        return name === self ? '= ' : hidden.has(name) ? '? ' : side === before ? (renames.get(name) ?? name) : name
      }
    }
    // All uses first, which tells more; then the definitions alone.
    for (const part of ['uses', 'definitions'] as const) {
      const keyOf = (side: Side, name: string, others: readonly string[]): string =>
        shapesOf((side === before ? was : is).get(name)![part], masked(side, name, others)).join('\n')
      const keys = new Map(free.map((name) => [name, keyOf(after, name, free)]))
      for (const name of open.filter((each) => !renames.has(each))) {
        const key = keyOf(before, name, open)
        const same = free.filter((each) => keys.get(each) === key && ![...renames.values()].includes(each))
        const rivals = open.filter((each) => !renames.has(each) && keyOf(before, each, open) === key)
        if (same[0] !== undefined && same.length === rivals.length) renames.set(name, same[0])
      }
    }
  }
  const held = proved(renames, was, is, before, after)
  return new Map(
    [...held].map(([from, to]) => [from, { to, was: was.get(from)!.definitions[0]!, is: is.get(to)!.definitions[0]! }]),
  )
}

interface Uses {
  readonly definitions: readonly Statement[]
  readonly uses: readonly Statement[]
}

function proved(
  candidates: ReadonlyMap<string, string>,
  was: ReadonlyMap<string, Uses>,
  is: ReadonlyMap<string, Uses>,
  before: Side,
  after: Side,
): ReadonlyMap<string, string> {
  const renamed: Naming = (written) => {
    const name = before.naming(written)
    return candidates.get(name) ?? name
  }
  const held = [...candidates].filter(([old, next]) => {
    const [a, b] = [was.get(old)!, is.get(next)!]
    const others = (uses: Uses, naming: Naming): readonly string[] =>
      shapesOf(
        uses.uses.filter((each) => !uses.definitions.includes(each)),
        naming,
      )
    const [used, uses] = [others(a, renamed), others(b, after.naming)]
    const isUsedAlike = used.some((each) => uses.includes(each)) || (used.length === 0 && uses.length === 0)
    const definitions = shapesOf(a.definitions, renamed)
    return isUsedAlike && definitions.join('\n') === shapesOf(b.definitions, after.naming).join('\n')
  })
  return held.length === candidates.size ? candidates : proved(new Map(held), was, is, before, after)
}

const shapesOf = (statements: readonly Statement[], naming: Naming): readonly string[] =>
  statements.map(({ node, heading }) => shapeOf([node, heading], naming)).toSorted()

/** The names that rules define, each with the statements that define and that mention it. */
function usesOf({ statements, naming }: Side): ReadonlyMap<string, Uses> {
  const found = new Map<string, { definitions: Statement[]; uses: Statement[] }>()
  for (const statement of statements)
    for (const name of statement.rule ? definedBy(statement.rule).map(naming) : []) {
      const known = found.get(name) ?? { definitions: [], uses: [] }
      known.definitions.push(statement)
      found.set(name, known)
    }
  for (const statement of statements)
    if (statement.what === 'rule' || statement.what === 'invariant')
      for (const name of new Set(namesIn([statement.node, statement.heading]).map(({ text }) => naming(text))))
        found.get(name)?.uses.push(statement)
  return found
}

function definedBy(rule: Rule): readonly string[] {
  switch (rule.kind) {
    case 'define':
    case 'table':
    case 'bands':
    case 'classify':
    case 'listAll':
      return [rule.name.text]
    case 'split':
      return rule.lines.map(({ into }) => into.text)
    case 'move':
      return [rule.into.text]
    case 'accumulate':
    case 'adjust':
    case 'except':
    case 'match':
    case 'requires':
      return []
  }
}

function isOwn(name: string, { policy }: Side): boolean {
  const fields = [...policy.decision.inputs, ...policy.decision.outputs].flatMap((record) => record.fields)
  return !fields.some(({ label, id }) => label === name || id === name)
}
