import type * as library from '../../compiler/index.ts'
import { bundled } from './bundled.ts'
import { median, type Figure } from './figure.ts'
import { largePolicy } from './large-policy.ts'

const RULES = 500
const KEYSTROKES = 120
const WARM_UP = 40
const BUDGET_MS = 16

/** From a keystroke in a policy of 500 rules to what there is to say about it. */
export async function measureTyping(): Promise<readonly Figure[]> {
  const { newCompiler, toJson } = await bundled<typeof library>('compiler/index.ts')
  const [vocabulary, policy] = largePolicy(RULES)
  const compile = newCompiler()
  const first = compile([vocabulary, policy]).problems
  if (first.length > 0) throw new Error(`the large policy has problems: ${JSON.stringify(first[0])}`)
  const places = [...policy.text.matchAll(/起付标准(?=\d+ {5})/g)].map(({ index }) => index)
  const times = Array.from({ length: KEYSTROKES }, (_, keystroke) => {
    // A letter that makes a name unknown, each time in another article.
    const at = places[(keystroke * 7) % places.length] ?? 0
    const text = `${policy.text.slice(0, at)}错${policy.text.slice(at)}`
    const files = [vocabulary, { ...policy, text }]
    // What a person waits for: the clock, not the processor, whose other threads collect garbage meanwhile.
    const start = performance.now()
    const problems = compile(files).problems.map((problem) => toJson(problem, files))
    const time = performance.now() - start
    if (!problems.some(({ code }) => code === 'unknown-name')) throw new Error('the mistake was not found')
    return time
  })
  const typical = median(times.slice(WARM_UP))
  return [
    {
      name: `keystroke to diagnostics, a policy of ${RULES} rules, against ${BUDGET_MS} ms`,
      ratio: typical / BUDGET_MS,
      floor: 1,
      aim: 0.5,
      better: 'less',
      measured: `${typical.toFixed(1)} ms, the median`,
    },
  ]
}
