import { compileSound } from './compile-group.ts'
import { exit, inputOf, policiesOption, Refusal, type Call, type Command } from './command.ts'
import { explainCase } from './explain-case.ts'
import { loadDecision, policiesFolder } from './load.ts'
import { openCases } from './read-cases.ts'
import { readingOption } from './reading-option.ts'
import { settleText } from './settle.ts'
import { showFaults } from './show-faults.ts'

export const command: Command = {
  operands: '<policy>.<decision>',
  least: 1,
  most: 1,
  options: [
    {
      name: 'input',
      value: 'FILE',
      says: { zh: '案例（JSON）；- 从标准输入读', en: 'a case (JSON); - reads standard input' },
    },
    {
      name: 'edition',
      value: 'NAME',
      says: { zh: '按这个版本结算；不写则按日期选用', en: 'settle under this edition; default: by date' },
    },
    {
      name: 'format',
      value: 'text|html|json',
      oneOf: ['text', 'html', 'json'],
      says: { zh: '文字、网页，或给程序读的数据', en: 'text, a page, or data for programs' },
    },
    readingOption,
    policiesOption,
  ],
  examples: [
    'daiyu explain ningbo.employee.settle --input case.json',
    'daiyu explain ningbo.employee.settle --input case.json --format html > bill.html',
  ],
  run,
}

async function run(call: Call): Promise<number> {
  const input = inputOf(call)
  const [decision = ''] = call.operands
  const group = loadDecision(policiesFolder(call.values.get('policies')), decision)
  const compilation = await compileSound(group, call)
  if (typeof compilation === 'number') return compilation
  const cases = await openCases(input)
  if (cases.kind === 'many') throw new Refusal((say) => say.oneCaseOnly)
  const settling = { programs: compilation.programs, decision, edition: call.values.get('edition') }
  const settled = settleText(cases.line, settling, call.language, call.words)
  if (!settled.ok) return showFaults(settled.faults, call)
  const explained = await explainCase(settled, group)
  const format = call.values.get('format')
  const asText = format === 'html' ? explained.html(call.language) : explained.text(call.language)
  await call.terminal.out(format === 'json' ? `${JSON.stringify(explained.data)}\n` : asText)
  return exit.fine
}
