import type { Place } from '../problem/report.ts'
import { symbolsOf } from './symbols.ts'
import type { Analysis } from './workspace.ts'

/**
 * Where the thing at an offset is made: the rules that state its value; from such a rule, and of what no rule states, the
 * line that declares it. Of a file that is named, its beginning. Nothing where there is nothing.
 */
export function definition(analysis: Analysis, offset: number): readonly Place[] {
  const symbols = symbolsOf(analysis)
  const here = symbols.at(analysis.file, offset)
  if (!here) return []
  const { declared, role } = here
  if (declared.kind === 'file') return [{ file: declared.label, span: { start: 0, end: 0 } }]
  const all = symbols.of(declared)
  const stated = all.filter((each) => each.role === 'states')
  // A row declares both spellings; the first stands for it.
  const declares = all.filter(
    (each, index) => each.role === 'declares' && !(each.text === declared.id && all[index - 1]?.role === 'declares'),
  )
  const own = declares.filter(({ file }) => file === here.file)
  const found =
    stated.length > 0 && role !== 'states' ? stated : declared.kind === 'source' && own.length > 0 ? own : declares
  return found.map(({ file, span }) => ({ file, span }))
}
