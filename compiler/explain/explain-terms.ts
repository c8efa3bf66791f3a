import type { Computation, Step } from '../interpret/evaluation.ts'
import type { Definition } from '../program/program.ts'
import { explainValue } from './explain-value.ts'
import type { ExplainedTerm, Held, Use } from './explanation.ts'
import { elementOf, placeOf, usesOf, type Case } from './uses.ts'

/** Every term that something rests on, directly or through other terms; not what the ledger or the results show. */
export function explainTerms(
  settled: Case,
  rootsOf: readonly { readonly restsOn: readonly Use[] }[],
): readonly ExplainedTerm[] {
  const isShownElsewhere = shownElsewhere(settled)
  const explained = new Map<Step, ExplainedTerm>()
  const open = rootsOf.flatMap(({ restsOn }) => restsOn)
  for (let use = open.pop(); use; use = open.pop()) {
    const { kind, name, element } = use
    const definition = settled.program.definitions.find(({ id }) => id === name.id)
    const step = settled.steps.get(name.id)?.find((each) => each.element === (element?.index ?? null))
    if (kind === 'input' || !definition || !step || explained.has(step) || isShownElsewhere(definition)) continue
    const term = explainTerm(settled, definition, step)
    explained.set(step, term)
    open.push(...term.restsOn)
  }
  return settled.evaluation.steps.flatMap((step) => explained.get(step) ?? [])
}

// Shares stand in the ledger, what comes out in the results.
function shownElsewhere({ program }: Case): (definition: Definition) => boolean {
  const results = new Set(program.output.flatMap(({ value }) => (value.kind === 'ref' ? value.id : [])))
  return ({ id, role }) => role !== 'term' || results.has(id)
}

function explainTerm(settled: Case, { id, label, over, type, origin }: Definition, step: Step): ExplainedTerm {
  return {
    name: { id, label },
    element: elementOf(settled, over, step.element),
    value: explainValue(step.value, type, settled.program.choices),
    rule: settled.book.numberOf(step.choices.find((choice) => choice.origin)?.origin ?? origin),
    place: placeOf(origin),
    held: heldIn(settled, step),
    restsOn: usesOf(settled, step),
  }
}

/** The branches that held, each once: a table that stands in several bands is looked at in each. */
export function heldIn({ book }: Case, { choices }: Computation): readonly Held[] {
  const origins = choices.flatMap(({ origin }) => origin ?? [])
  const distinct = new Map(origins.map((origin) => [`${origin.file} ${origin.start} ${origin.end}`, origin]))
  return [...distinct.values()].map((origin) => book.held(origin))
}
