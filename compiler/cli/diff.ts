import { comparedToJson, compareVersions, versionOf } from '../diff/compare-versions.ts'
import type { Compared } from '../diff/report/compared.ts'
import { namesOf } from '../diff/report/names.ts'
import { compileSound } from './compile-group.ts'
import { likeOption, readLike } from './like.ts'
import { exit, policiesOption, UsageError, type Call, type Command } from './command.ts'
import { loadDecision, policiesFolder } from './load.ts'
import { alongOption, caseOption, flipLines, monthByMonth } from './months.ts'
import { comparedPopulationLines, comparePopulation, type Version } from './population/compare.ts'
import { regionLines } from './region-lines.ts'
import { overOption, weightsOption } from './population/over.ts'
import { readingOption, readingsWith, withReadings } from './reading-option.ts'
import { examplesFile } from './witness-examples.ts'
import { textChangeLines } from './text-changes.ts'
import { once } from '../once.ts'

export const command: Command = {
  operands: '<policy>.<decision>@<edition> <policy>.<decision>@<edition>',
  least: 2,
  most: 2,
  options: [
    likeOption,
    {
      name: 'quick',
      says: {
        zh: '只要结论和公式，不逐块找案例：没有案例的块也可能列出',
        en: 'verdict and formulas alone, without a case for each region: some may be regions that no case is in',
      },
    },
    overOption,
    weightsOption,
    caseOption,
    alongOption,
    {
      name: 'format',
      value: 'text|html|json|examples',
      oneOf: ['text', 'html', 'json', 'examples'],
      says: {
        zh: '给人看，或存档的网页，或给程序读，或把找到的案例写成算例文件，放在政策旁边，可用 daiyu test 核对',
        en: 'for people, a page to file, for programs; or the cases found as a file of examples to put beside the policy, for daiyu test',
      },
    },
    readingOption,
    policiesOption,
  ],
  examples: [
    'daiyu diff ningbo.employee.settle@2022 ningbo.employee.settle@2023',
    'daiyu diff ningbo.employee.settle@2023 ningbo.employee.settle@2023+C06=excluded',
    'daiyu diff ningbo.employee.settle@2022 ningbo.employee.settle@2023 --format html > report.html',
    'daiyu diff ningbo.employee.settle@2022 ningbo.employee.settle@2023 --format examples > cases.policy',
    'daiyu diff ningbo.employee.settle@2023 nantong.employee.settle@2025 --like bill.json',
    'daiyu diff ningbo.employee.settle@2022 ningbo.employee.settle@2023 --over bills.ndjson',
    'daiyu diff ningbo.employee.settle@2022 ningbo.employee.settle@2023 --over bills.parquet --quick',
    'daiyu diff ningbo.employee.settle@2022 ningbo.employee.settle@2023 --over generated:1:100000',
    'daiyu diff ningbo.employee.retirementYears@20年 ningbo.employee.retirementYears@衔接期 --case case.json',
  ],
  run,
}

async function run(call: Call): Promise<number> {
  const [first = '', second = ''] = call.operands
  const open = newOpener(call)
  const [before, after] = [await open(first), await open(second)]
  if (typeof before === 'number') return before
  if (typeof after === 'number') return after
  if (before.program.decision.id !== after.program.decision.id)
    throw new UsageError((say) => say.notSameDecision(before.decision, after.decision))
  const format = call.values.get('format')
  const isText = format === undefined || format === 'text'
  // First, since they may have something to say of the command line.
  const flips = await monthByMonth(before, after, call, isText)
  const like = await readLike([before, after], call)
  if (typeof like === 'number') return like
  const over = call.values.get('over')
  const population = over === undefined ? null : await comparePopulation(before, after, over, call)
  if (before.decision !== after.decision && like === null) call.terminal.error(`${call.words.mayTakeLong}\n`)
  const found = compareVersions(before, after, {
    before: first,
    after: second,
    flips,
    like,
    isWithoutWitnesses: call.switches.has('quick'),
  })
  const { terminal } = call
  if (format === 'examples') {
    await terminal.out(examplesFile(found.regions, [before, after], call))
    return exit.fine
  }
  const compared: Compared = { ...found, population }
  if (!isText) {
    if (format === 'json') await terminal.out(`${JSON.stringify(comparedToJson(compared))}\n`)
    else await terminal.out(await pageOf(compared, before, after, call))
    return exit.fine
  }
  const programs = [before.program, after.program]
  const lines = [
    ...textChangeLines(found.text, call, namesOf(programs, call.language).inWords),
    '',
    ...regionLines(found, programs, call),
    ...(flips ? ['', ...flipLines(flips, programs, call)] : []),
    ...(population ? ['', ...comparedPopulationLines(population, call)] : []),
  ]
  await terminal.out(`${lines.join('\n')}\n`)
  return exit.fine
}

/** The comparison as a page. What makes it is loaded when it is asked for. */
async function pageOf(compared: Compared, before: Version, after: Version, { language }: Call): Promise<string> {
  const { reportToHtml } = await import('../diff/report/to-html.ts')
  const [was, is] = [before, after].map(({ program, group }) => ({ program, files: group }))
  return reportToHtml(compared, was!, is!, language)
}

/**
 * Opens one side of the comparison, `ningbo.employee.settle@2023+C06=excluded`; or, where its policy does not compile,
 * gives the exit status. Two editions of a decision, read alike, are compiled together.
 */
function newOpener(call: Call) {
  const compiled = new Map<string, ReturnType<typeof compileDecision>>()
  return (written: string) =>
    openEdition(written, call, (decision, readings) => {
      const key = [decision, ...readings].join('+')
      return once(compiled, key, () => compileDecision(decision, readings, call))
    })
}

async function compileDecision(decision: string, readings: readonly string[], call: Call) {
  const group = loadDecision(policiesFolder(call.values.get('policies')), decision)
  return { group, compilation: await compileSound(group, withReadings(readings, call)) }
}

async function openEdition(
  written: string,
  call: Call,
  compileOnce: (decision: string, readings: readonly string[]) => ReturnType<typeof compileDecision>,
) {
  const at = written.lastIndexOf('@')
  const decision = written.slice(0, Math.max(at, 0))
  const [edition = '', ...chosen] = written.slice(at + 1).split('+')
  if (decision === '' || edition === '') throw new UsageError((say) => say.notAnEdition(written))
  const { group, compilation } = await compileOnce(decision, readingsWith(chosen, call))
  if (typeof compilation === 'number') return compilation
  const version = versionOf(compilation, group, decision, edition)
  if (!version) {
    const names = compilation.programs.map((each) => each.edition.name)
    throw new UsageError((say) => `${say.noSuchEdition(edition)}${say.thereAre(names)}`)
  }
  return { ...version, group }
}
