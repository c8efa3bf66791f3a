import type { BoundPolicy } from '../bind/bound.ts'
import { compileSound } from './compile-group.ts'
import { exit, policiesOption, UsageError, type Call, type Command } from './command.ts'
import { explainCase } from './explain-case.ts'
import { ledgerLines, ledgerOf } from './ledger.ts'
import { loadDecision, policiesFolder, type Group } from './load.ts'
import { openCases } from './read-cases.ts'
import { runMany } from './run-many.ts'
import { showFaults } from './show-faults.ts'
import { settleText, type Settled, type Settling } from './settle.ts'

export const command: Command = {
  operands: '<policy>.<decision>',
  least: 1,
  most: 1,
  options: [
    {
      name: 'input',
      value: 'FILE',
      says: {
        zh: '案例（JSON），或每行一件（NDJSON）；- 从标准输入读',
        en: 'a case (JSON), or one on each line (NDJSON); - reads standard input',
      },
    },
    {
      name: 'edition',
      value: 'NAME',
      says: { zh: '按这个版本结算；不写则按日期选用', en: 'settle under this edition; default: by date' },
    },
    { name: 'explain', says: { zh: '再说明每一分钱从哪条来', en: 'also explain where every fen comes from' } },
    {
      name: 'format',
      value: 'text|json',
      oneOf: ['text', 'json'],
      says: {
        zh: '给人看，或给程序读；许多件时总是 JSON',
        en: 'for people, or for programs; many cases are always JSON',
      },
    },
    policiesOption,
  ],
  examples: [
    'daiyu run ningbo.employee.settle --input case.json',
    'daiyu run ningbo.employee.settle --input cases.ndjson > results.ndjson',
  ],
  run,
}

async function run(call: Call): Promise<number> {
  const input = call.values.get('input')
  if (input === undefined) throw new UsageError((say) => say.optionMissing('--input FILE'))
  const [decision = ''] = call.operands
  const group = loadDecision(policiesFolder(call.values.get('policies')), decision)
  const compilation = await compileSound(group, call)
  if (typeof compilation === 'number') return compilation
  const settling: Settling = { programs: compilation.programs, decision, edition: call.values.get('edition') }
  const cases = await openCases(input)
  if (cases.kind === 'many') return runMany(cases.lines, settling, group, call)
  const settled = settleText(cases.line, settling, call.language, call.words)
  if (!settled.ok) return showFaults(settled.faults, call)
  await call.terminal.out(await written(settled, compilation.policies, group, call))
  return exit.fine
}

async function written(
  settled: Extract<Settled, { ok: true }>,
  policies: readonly BoundPolicy[],
  group: Group,
  call: Call,
): Promise<string> {
  const { program, evaluation } = settled
  const explained = call.switches.has('explain') ? await explainCase(settled, group) : null
  if (call.values.get('format') === 'json') {
    return `${JSON.stringify({ ...evaluation.output, ...(explained && { explanation: explained.data }) })}\n`
  }
  const policy = policies.find(({ decision }) => decision.id === program.decision.id)
  const bold = (text: string) => (call.terminal.hasColour.out ? `\u001B[1m${text}\u001B[0m` : text)
  const ledger = policy
    ? ledgerLines(ledgerOf(program, policy, evaluation.output, call.language, call.words), bold)
    : []
  return `${ledger.join('\n')}\n${explained ? `\n${explained.text(call.language)}` : ''}`
}
