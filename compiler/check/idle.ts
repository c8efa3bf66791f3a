import type { Span } from '../../grammar/tree.ts'
import type { BoundEdition, BoundPolicy } from '../bind/bound.ts'
import type { Place, Report } from '../problem/report.ts'
import type { SemanticCode } from '../problem/semantic-code.ts'

const codes: ReadonlySet<SemanticCode> = new Set([
  'row-never-applies',
  'section-never-applies',
  'exception-never-applies',
  'unused-name',
])

/** What editions have in common is of no use only if it is of no use to any of them: told when all have been asked. */
export interface Idle {
  readonly reportOf: (edition: BoundEdition) => Report
  readonly tell: () => void
}

export function newIdle(policy: BoundPolicy, report: Report): Idle {
  const found = new Map<string, { readonly place: Place; readonly tell: () => void; readonly in: Set<BoundEdition> }>()
  return {
    reportOf: (edition) => {
      const keep =
        (say: Report['error']): Report['error'] =>
        (code, place, facts, more) => {
          if (!codes.has(code)) return say(code, place, facts, more)
          const key = `${code} ${place.file} ${place.span.start} ${place.span.end}`
          const entry = found.get(key) ?? { place, tell: () => say(code, place, facts, more), in: new Set() }
          entry.in.add(edition)
          found.set(key, entry)
        }
      return {
        problems: report.problems,
        error: keep((...problem) => report.error(...problem)),
        warning: keep((...problem) => report.warning(...problem)),
      }
    },
    tell: () => {
      for (const entry of found.values()) {
        const others = policy.editions.filter((edition) => !entry.in.has(edition))
        if (!others.some((edition) => speaksAt(edition, entry.place))) entry.tell()
      }
    },
  }
}

function speaksAt({ rules }: BoundEdition, { file, span }: Place): boolean {
  const holds = (outer: Span | undefined): boolean =>
    outer !== undefined && outer.start <= span.start && span.end <= outer.end
  return rules.some((each) => each.file === file && (holds(each.rule.span) || holds(each.when?.span)))
}
