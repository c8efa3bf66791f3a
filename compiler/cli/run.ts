import { answerForAll, answerOnce, type Answer, type Job } from './answer.ts'
import { compileSound } from './compile-group.ts'
import { exit, inputOf, policiesOption, Refusal, UsageError, type Call, type Command } from './command.ts'
import { loadDecision, policiesFolder } from './load.ts'
import { provenancesOf } from './provenances.ts'
import { openCases } from './read-cases.ts'
import { readingOption } from './reading-option.ts'
import { everyEdition } from './replay.ts'
import { runMany } from './run-many.ts'
import { decisionOf } from './settle.ts'
import { programFormats, showFaults } from './show-faults.ts'

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
      value: `NAME|${everyEdition}`,
      says: {
        zh: '按这个版本结算；all 按每个版本各结算一次；不写则按日期选用',
        en: 'settle under this edition; all: under each of them; default: by date',
      },
    },
    { name: 'explain', says: { zh: '再说明每一分钱从哪条来', en: 'also explain where every fen comes from' } },
    {
      name: 'receipt',
      says: {
        zh: '再写明由什么算出：版本、政策文件的哈希、编译器、解读、案例和结果的哈希；以后用 daiyu verify 复核',
        en: 'also say by what it was settled: edition, hash of the policy, compiler, readings, hashes of case and result; daiyu verify checks it later',
      },
    },
    {
      name: 'format',
      value: 'text|json|platform',
      oneOf: ['text', 'json', 'platform'],
      says: {
        zh: '给人看，给程序读，或按国家医保信息平台的字段；许多件时总是 JSON',
        en: 'for people, for programs, or in the fields of the national platform; many cases are always JSON',
      },
    },
    readingOption,
    policiesOption,
  ],
  examples: [
    'daiyu run ningbo.employee.settle --input case.json',
    'daiyu run ningbo.employee.settle --input cases.ndjson > results.ndjson',
    'daiyu run ningbo.employee.settle --input case.json --edition all',
    'daiyu run ningbo.employee.settle --input case.json --reading C06=excluded',
    'daiyu run ningbo.employee.settle --input case.json --receipt --format json > result.json',
  ],
  run,
}

async function run(call: Call): Promise<number> {
  const input = inputOf(call)
  if (call.switches.has('receipt') && call.values.get('format') === 'platform')
    throw new UsageError((say) => say.notTogether('--receipt', '--format platform'))
  const [decision = ''] = call.operands
  const group = loadDecision(policiesFolder(call.values.get('policies')), decision)
  const compilation = await compileSound(group, call)
  if (typeof compilation === 'number') return compilation
  const { programs, policies } = compilation
  const edition = call.values.get('edition')
  const policy = policies.find((each) => decisionOf(each) === decision)
  if (!policy) throw new Refusal((say) => say.unknownDecision(decision))
  const isNamed = programs.some(({ output }) => output.some(({ platform }) => platform !== null))
  if (call.values.get('format') === 'platform' && !isNamed) throw new Refusal((say) => say.noPlatformFields(decision))
  const provenance = provenancesOf(group)
  const job: Job = { settling: { programs, decision, edition }, policy, group, call, provenance }
  const answer = edition === everyEdition ? answerForAll : answerOnce
  const cases = await openCases(input)
  if (cases.kind === 'many') return runMany(cases.lines, (line) => answer(line, job), call)
  return show(answer(cases.line, job), call)
}

async function show({ isFine, faults, json, text }: Answer, call: Call): Promise<number> {
  if (faults.length > 0) return showFaults(faults, call)
  await call.terminal.out(
    programFormats.has(call.values.get('format') ?? '') ? `${JSON.stringify(await json())}\n` : await text(),
  )
  return isFine ? exit.fine : exit.wrong
}
