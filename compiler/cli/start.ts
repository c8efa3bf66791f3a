import { existsSync } from 'node:fs'
import { readExamples } from '../examples/read-examples.ts'
import { newReport } from '../problem/report.ts'
import { compileSound } from './compile-group.ts'
import { exit, policiesOption, Refusal, type Call, type Command } from './command.ts'
import { columnsBeside, type Column } from './columns.ts'
import { play } from './play.ts'
import { ledgerOf } from './ledger.ts'
import { loadGroups, policiesFolder, type Group } from './load.ts'
import { shownPath } from './shown-path.ts'
import { hasExamples, hasArticles } from '../files/head.ts'
import { decisionOf, settleValue } from './settle.ts'
import { boldOn } from './terminal.ts'

export const command: Command = {
  operands: '',
  least: 0,
  most: 0,
  options: [
    { name: 'once', says: { zh: '显示之后结束，不打开网页', en: 'show it and end, without the page' } },
    policiesOption,
  ],
  examples: ['daiyu start', 'daiyu start --once'],
  run,
}

// Two cases beside each other are worth more than one.
const CASES = 2

/** Settles the first examples of a policy, of one with a case in a file beside it if there is any, and says what to try next; then serves the page, unless `--once`. */
async function run(call: Call): Promise<number> {
  const { language, words, terminal } = call
  const folder = policiesFolder(call.values.get('policies'))
  const groups = loadGroups([], folder).filter((files) => files.some(({ text }) => hasExamples(text)))
  const group = groups.find((files) => existsSync(sampleBeside(files))) ?? groups[0]
  if (!group) throw new Refusal((say) => say.noExamples)
  const compilation = await compileSound(group, call)
  if (typeof compilation === 'number') return compilation
  const [policy] = compilation.policies
  if (!policy) throw new Refusal((say) => say.noExamples)
  const decision = decisionOf(policy)
  const examples = readExamples(policy, newReport()).slice(0, CASES)
  const columns = examples.flatMap(({ label, input }): readonly Column[] => {
    const settled = settleValue(input, { programs: compilation.programs, decision, edition: undefined }, language)
    if (!settled.ok) return []
    return [{ head: label, ledger: ledgerOf(settled.program, policy, settled.evaluation, language, words) }]
  })
  const bold = boldOn(terminal)
  const next = nextSteps(group, decision)
  const lines = [...columnsBeside(columns, bold), '', bold(words.tryNext), ...next.map((each) => `  ${each(call)}`)]
  await terminal.out(`\n${lines.join('\n')}\n`)
  return call.switches.has('once') ? exit.fine : play(call, 0)
}

function nextSteps(group: Group, decision: string): readonly ((call: Call) => string)[] {
  const path = pathOfRules(group)
  const sample = sampleBeside(group)
  const input = existsSync(sample) ? shownPath(sample) : 'case.json'
  return [
    ({ words }) => words.changeAndRepeat(shownPath(path), 'npm start'),
    ({ words }) => words.explainIt(`npx daiyu explain ${decision} --input ${input}`),
    ({ words }) => words.buildIt('npx daiyu build --out generated'),
    ({ words }) => words.moreHelp('npx daiyu'),
  ]
}

/** The file with the articles: of several, the one with a case beside it. */
function pathOfRules(group: Group): string {
  const paths = group.flatMap(({ path, text }) => (hasArticles(text) ? [path] : []))
  return paths.find((path) => existsSync(caseBeside(path))) ?? paths[0] ?? ''
}

const sampleBeside = (group: Group): string => caseBeside(pathOfRules(group))
const caseBeside = (path: string): string => path.replace(/\.policy$/, '.case.json')
