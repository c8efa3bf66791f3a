import type { Fix, Problem } from '../../grammar/problem.ts'
import type { Span } from '../../grammar/tree.ts'
import type { SemanticCode } from './semantic-code.ts'

/** A stretch of a file; offsets are UTF-16 code units into its text. */
export interface Place {
  readonly file: string
  readonly span: Span
}

/** Collects problems; the same code at the same place is said once. */
export interface Report {
  readonly problems: Problem<SemanticCode>[]
  error(code: SemanticCode, place: Place, facts?: Problem['facts'], more?: More): void
  warning(code: SemanticCode, place: Place, facts?: Problem['facts'], more?: More): void
}
interface More {
  readonly related?: Place | undefined
  readonly fixes?: readonly Fix[]
}

export function newReport(): Report {
  const problems: Problem<SemanticCode>[] = []
  const seen = new Set<string>()
  const add =
    (severity: 'error' | 'warning') =>
    (code: SemanticCode, place: Place, facts: Problem['facts'] = {}, more: More = {}) => {
      // What is too large as a whole is said where it was first met.
      const key = code === 'too-many-cases' ? code : `${code} ${place.file} ${place.span.start} ${place.span.end}`
      if (seen.has(key)) return
      seen.add(key)
      const { related, fixes } = more
      problems.push({
        code,
        severity,
        file: place.file,
        span: place.span,
        facts,
        ...(related && { related }),
        ...(fixes && { fixes }),
      })
    }
  return { problems, error: add('error'), warning: add('warning') }
}

/** Says again what was found before. */
export function repeat(problems: readonly Problem<SemanticCode>[], report: Report): void {
  for (const { code, severity, file, span, facts, related, fixes } of problems)
    report[severity](code, { file, span }, facts, { related, ...(fixes && { fixes }) })
}
