import { issuesOf, load } from '../random/generated.ts'
import type { Outcome, Target } from './target.ts'

/** Generated TypeScript, from the JSON to the JSON: numbers where they are proved, the exact path elsewhere. */
export const typescript: Target = {
  name: 'TypeScript',
  make: async (program) => {
    const settle = await load(program)
    const outcome = (input: unknown): Outcome => {
      try {
        return { settled: true, output: settle(input) }
      } catch (problem) {
        const issues = issuesOf(problem)
        if (!issues) throw problem
        return { settled: false, issues }
      }
    }
    return { settle: (cases) => Promise.resolve(cases.map(outcome)) }
  },
}
