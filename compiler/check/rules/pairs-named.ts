import { near } from '../../bind/near.ts'
import { namesIn } from '../../bind/names-in.ts'
import type { BoundPolicy } from '../../bind/bound.ts'
import type { Report } from '../../problem/report.ts'
import type { TypedEdition } from '../typed.ts'

/** Rule: every name of 名称对照 is one that some edition or another reading states, or a source; in a module, one that the module speaks of. */
export function pairsNamed(policy: BoundPolicy, editions: readonly TypedEdition[], report: Report): void {
  if (policy.names.length === 0) return
  const stated = editions.flatMap(({ symbols }) => symbols.defined.map(({ label }) => label))
  const modules = new Set(policy.files.flatMap(({ name, isModule }) => (isModule ? name : [])))
  const ofModules = namesIn(policy.items.flatMap(({ item, file }) => (modules.has(file) ? item : [])))
  const inModules = new Set(ofModules.map(({ text }) => text))
  const ofReadings = namesIn(policy.otherRules.map(({ rule }) => rule)).map(({ text }) => text)
  const known = new Set([...stated, ...ofReadings, ...policy.sources.map(({ name }) => name)])
  const paired = new Set(policy.names.flatMap(({ label, id }) => [label, id]))
  for (const { label, id, file, span } of policy.names) {
    if (known.has(label) || known.has(id)) continue
    // A module states more than every policy needs.
    if (modules.has(file) && (inModules.has(label) || inModules.has(id))) continue
    const open = stated.filter((name) => !paired.has(name))
    report.warning('pair-without-name', { file, span }, { name: label, near: near(label, open) })
  }
}
