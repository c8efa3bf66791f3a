import type { Ruled } from './facts.ts'
import { namesOf } from './named.ts'

/** Rules without those of modules about names that nothing asks for, be it by way of other names. */
export function withoutIdle(
  rules: readonly Ruled[],
  asked: readonly string[],
  labelOf: (name: string) => string,
): readonly Ruled[] {
  const waitsFor = ({ rule, isOfModule }: Ruled): string | null =>
    isOfModule && 'name' in rule && rule.kind !== 'accumulate' ? labelOf(rule.name.text) : null
  const reached = new Set(asked.map(labelOf))
  let kept: readonly Ruled[] = []
  for (;;) {
    const next = rules.filter((each) => waitsFor(each) === null || reached.has(waitsFor(each) ?? ''))
    if (next.length === kept.length) return next
    kept = next
    for (const { rule, when } of kept) for (const name of namesOf([rule, when])) reached.add(labelOf(name))
  }
}
