import { toTypeScript } from '../../compiler/typescript/to-typescript.ts'
import { issuesOf, loadCode, type Settle } from '../random/generated.ts'
import type { Outcome, Runner, Target } from './target.ts'

/** Generated TypeScript, from JSON to JSON: plain numbers where they are proved, the exact path elsewhere. */
export const numbers: Target = {
  name: 'numbers',
  make: async (program) => runner(await loadCode(toTypeScript(program, new Map()).code)),
}

/** The same with every case taken as one too large for plain numbers. */
export const exactPath: Target = {
  name: 'exact path',
  make: async (program) => {
    const { code } = toTypeScript(program, new Map())
    const isLarge = /\bisLarge\w*\((?=\w+\) \?)/u
    if (!isLarge.test(code)) return 'there is one path only'
    return runner(await loadCode(code.replace(isLarge, '(() => true)(')))
  },
}

function runner(settle: Settle): Runner {
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
}
