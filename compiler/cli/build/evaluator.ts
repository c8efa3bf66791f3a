import type { Outcome } from '../../diff/population/population.ts'
import type { Program } from '../../program/program.ts'
import { newModule } from '../../typescript/module.ts'
import { toTypeScript } from '../../typescript/to-typescript.ts'
import { bundleAlone, importableFrom } from './javascript-files.ts'

/**
 * Settles cases by the generated evaluator, which is many times faster than the interpreter, under the program's
 * edition whatever their date.
 */
export async function loadEvaluator(program: Program): Promise<(input: unknown) => Outcome> {
  const always: Program = { ...program, edition: { ...program.edition, from: null, until: null } }
  const modules = new Map([['evaluator.ts', toTypeScript(always, new Map()).code]])
  const { href } = importableFrom(await bundleAlone('evaluator', modules))
  const loaded = (await import(href)) as Readonly<Record<string, Settle>>
  const settle = loaded[newModule(always).names.entry]
  if (!settle) throw new Error('the generated evaluator exports no decision')
  return (input) => {
    try {
      return { ok: true, output: settle(input) }
    } catch (error) {
      const code = issueCode(error)
      if (code === null) throw error
      return { ok: false, code }
    }
  }
}

type Settle = (input: unknown) => Extract<Outcome, { ok: true }>['output']

// The class of the error is the bundle's own, so it is known by its name.
function issueCode(error: unknown): string | null {
  if (!(error instanceof Error) || error.name !== 'CaseError' || !('issues' in error)) return null
  const [first] = error.issues as readonly { readonly code: string }[]
  return first?.code ?? 'unknown'
}
