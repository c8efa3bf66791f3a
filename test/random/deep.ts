/**
 * A deep run: new random policies on the interpreter, the generated TypeScript and the oracle, then random bills of
 * Ningbo on these and the reference. `npm run test:random -- --help` says what can be chosen.
 */
import { parseArgs } from 'node:util'
import { compile } from '../../compiler/compile.ts'
import { randomBill, seededRandom } from '../ningbo/bills.ts'
import { referenceSettle } from '../ningbo/reference.ts'
import { canonical, generated, interpreted } from './compare.ts'
import { load } from './generated.ts'
import { oracleOf } from './oracle/oracle.ts'
import { explain, search, type SearchOptions } from './search.ts'
import { settlePolicy, settleWords } from '../ningbo/policy-text.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    policies: { type: 'string', default: '2000' },
    cases: { type: 'string', default: '60' },
    bills: { type: 'string', default: '100000' },
    reckless: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})

if (values.help) {
  console.log(`--seed N      the first seed; without it one by the clock
--policies N  how many policies, by as many seeds (${values.policies})
--cases N     random cases for each (${values.cases})
--reckless    only policies by a careless author; without it every third
--bills N     random bills of Ningbo (${values.bills})`)
} else {
  const failures = (await runPolicies()) + (await runBills())
  console.log(failures === 0 ? 'everything agrees' : `${failures} failures`)
  process.exitCode = failures === 0 ? 0 : 1
}

async function runPolicies(): Promise<number> {
  const first = values.seed === undefined ? Date.now() % 2 ** 31 : Number(values.seed)
  const count = Number(values.policies)
  const careful = values.reckless ? 0 : count - Math.floor(count / 3)
  console.log(`seeds ${first} to ${first + count - 1}, the first ${careful} of careful policies`)
  const ofCareful = await runSeeds(first, careful, false)
  return ofCareful + (await runSeeds(first + careful, count - careful, true))
}

/** A line for every hundred policies. */
async function runSeeds(first: number, count: number, isReckless: boolean): Promise<number> {
  const options: SearchOptions = { isReckless, cases: Number(values.cases) }
  let failures = 0
  for (let done = 0; done < count; done += 100) {
    const seeds = Array.from({ length: Math.min(100, count - done) }, (_, index) => first + done + index)
    const findings = await search(seeds, options)
    const { policies, compiled, cases, settled } = findings
    const refused = [...findings.refused].map(([code, of]) => `${code} ${of.length}`).join(', ')
    console.log(`${policies} policies, ${compiled} compile (${refused}); ${settled} of ${cases} cases are settled`)
    for (const failure of findings.failures) console.log(await explain(failure, options))
    failures += findings.failures.length
  }
  return failures
}

function isVocabulary({ name }: { readonly name: string }): boolean {
  return name.endsWith('.policy')
}

/** The Ningbo policy: interpreter, generated TypeScript, oracle and reference on random bills. */
async function runBills(): Promise<number> {
  const count = Number(values.bills)
  if (count === 0) return 0
  const policy = settlePolicy()
  const { programs } = compile([...settleWords, { name: 'employee.settle.policy', text: policy }])
  const [program] = programs
  if (!program) throw new Error('the Ningbo policy does not compile')
  const settle = await load(program)
  const [vocabularies, data] = [settleWords.filter(isVocabulary), settleWords.filter((file) => !isVocabulary(file))]
  const words = vocabularies.map(({ text }, index) => (index === 0 ? text : text.replace(/^词汇.*$/mu, ''))).join('\n')
  const oracle = oracleOf(words, [policy], new Map(data.map(({ name, text }) => [name, text])))
  const seed = values.seed === undefined ? Date.now() % 2 ** 31 : Number(values.seed)
  const random = seededRandom(seed)
  console.log(`${count} bills of Ningbo by seed ${seed}`)
  let failures = 0
  for (let done = 0; done < count && failures < 5; done++) {
    const bill = randomBill(random)
    const output = referenceSettle(bill)
    const expected = canonical({ ok: true, output })
    const others = [interpreted(program, bill), generated(settle, bill), oracle(program.edition.name, bill)]
    const wrong = others.findIndex((other) => canonical(other) !== expected)
    if (wrong < 0) continue
    failures++
    const name = ['interpreter', 'generated TypeScript', 'oracle'][wrong]
    console.log(`${name} is not the reference: ${JSON.stringify(bill)}\n${canonical(others[wrong])}\n${expected}`)
  }
  return failures
}
