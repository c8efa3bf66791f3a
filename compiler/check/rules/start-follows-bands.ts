import { partsOf } from '../../program/build.ts'
import type { Expr } from '../../program/program.ts'
import { byId } from '../by-id.ts'
import type { TypedEdition, TypedSplit } from '../typed.ts'
import { holdsUnknown, placeOf, together, type RuleInput } from './rule.ts'

/** Rule: a split that uses bands counts from the amount that the bands go along, unless that is the amount split. */
export function startFollowsBands(input: RuleInput): void {
  const { typed, report } = input
  for (const split of typed.splits) {
    const { bandedFrom } = split
    if (!bandedFrom || holdsUnknown(bandedFrom)) continue
    const counted = inputsIn(bandedFrom, typed)
    if (split.amount.kind === 'input') counted.add(split.amount.path)
    for (const { name, along, when } of bandsOf(split, typed)) {
      const meaning = typed.symbols.meanings.get(along)
      if (meaning?.kind !== 'input' || counted.has(meaning.field.id)) continue
      if (together([split.when, when], input).kind === 'found')
        report.warning('start-ignores-along', placeOf(bandedFrom.at), { name, along })
    }
  }
}

/** The band tables that the lines of a split come down to. */
function bandsOf(split: TypedSplit, typed: TypedEdition): { name: string; along: string; when: Expr | null }[] {
  const rates = split.lines.flatMap((line) => (line.mode === 'atRate' && line.amount ? [line.amount] : []))
  const refs = new Set<string>()
  for (const rate of rates) follow(rate, typed, refs, new Set())
  return [...refs]
    .flatMap((id) => byId(typed).terms.get(id) ?? [])
    .flatMap((term) =>
      term.general.flatMap(({ kind, when, origin }) => {
        const own = term.defined.rules.find(
          ({ rule, file }) => file === origin.file && rule.span.start === origin.start,
        )
        return kind === 'bands' && own?.rule.kind === 'bands'
          ? [{ name: term.defined.written, along: own.rule.along.text, when }]
          : []
      }),
    )
}

function inputsIn(expr: Expr, typed: TypedEdition): Set<string> {
  const inputs = new Set<string>()
  follow(expr, typed, new Set(), inputs)
  return inputs
}

/** Everything that an expression rests on, by way of names; a chain of names may be long. */
function follow(expr: Expr, typed: TypedEdition, refs: Set<string>, inputs: Set<string>): void {
  const waiting = [expr]
  for (let each = waiting.pop(); each; each = waiting.pop()) {
    if (each.kind === 'input') inputs.add(each.path)
    waiting.push(...partsOf(each))
    if (each.kind !== 'ref' || refs.has(each.id)) continue
    refs.add(each.id)
    const term = byId(typed).terms.get(each.id)
    waiting.push(...[...(term?.general ?? []), ...(term?.exceptions ?? [])].map(({ value }) => value))
  }
}
