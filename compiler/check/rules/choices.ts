import type { BoundChoice, BoundEdition, BoundPolicy } from '../../bind/bound.ts'
import { near } from '../../bind/near.ts'
import type { Report } from '../../problem/report.ts'

const comparable = new Set(['money', 'number', 'months', 'rate'])

/** Rule: an edition that is the lowest (highest) of several names at least two, one of them for ties, and an output to compare. */
export function choicesSound(policy: BoundPolicy, report: Report): void {
  for (const edition of policy.editions) if (edition.choice) checkChoice(edition, edition.choice, policy, report)
}

function checkChoice(own: BoundEdition, { choose, file }: BoundChoice, policy: BoundPolicy, report: Report): void {
  const ownName = own.edition.name.value
  const known = policy.editions.map(({ edition }) => edition.name.value)
  for (const text of [...choose.editions, choose.tiesTo]) {
    if (text === null || !text.value) continue
    const named = policy.editions.find(({ edition }) => edition.name.value === text.value)
    const place = { file, span: text.span }
    if (!named) report.error('unknown-edition', place, { name: text.value, near: near(text.value, known) })
    else if (named !== own && named.choice) report.error('choice-of-choice', place, { name: text.value })
  }
  const names = choose.editions.map((text) => text?.value ?? ownName)
  const isTied = names.includes(choose.tiesTo?.value ?? ownName)
  const place = { file, span: choose.name.span }
  const { text: name } = choose.name
  if (new Set(names).size < 2 || new Set(names).size < names.length || !isTied)
    report.error('choice-of-one', place, { name })
  const output = policy.decision.outputs
    .flatMap(({ fields }) => fields)
    .find(({ label, id }) => label === name || id === name)
  if (name && (!output || output.type.optional || !comparable.has(output.type.kind)))
    report.error('choice-not-by-number', place, { name })
}
