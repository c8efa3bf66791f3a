import type { Place, Program } from '../program/program.ts'
import type { Proof } from '../prove/proof.ts'
import { proveProgram } from '../prove/prove.ts'
import { proofLines } from '../prove/to-lines.ts'
import { wordsIn } from '../prove/words.ts'
import { compileSound } from './compile-group.ts'
import { exit, formatOption, policiesOption, UsageError, type Call, type Command } from './command.ts'
import { loadDecision, policiesFolder } from './load.ts'
import { placesIn } from '../problem/places.ts'
import { readingOption, readingsWith, withReadings } from './reading-option.ts'
import { boldOn } from './terminal.ts'

export const command: Command = {
  operands: '<policy>.<decision>[@<edition>]',
  least: 1,
  most: 1,
  options: [formatOption, readingOption, policiesOption],
  notes: {
    zh: [
      '对每一个可能的案例，证明或者推翻：政策的保证（保证、单调）；分出的各项加起来正是所分的金额；',
      '金额不为负；比例在0到100%之间。不是抽查；推翻的附一个最小的案例，没有判定的说明原因。',
      '不写版本就逐个版本证明。全部成立，退出码是0，否则是1。',
    ],
    en: [
      'Proves or refutes, over every possible case: what the policy promises (always, monotone); that the parts',
      'of what is shared out add up to it; that no amount is negative; that rates lie within 0 and 100%.',
      'Nothing is sampled: what is refuted comes with a smallest case, what is not decided with the reason.',
      'Without an edition, each is proved. Exit status 0 if all hold, else 1.',
    ],
  },
  examples: [
    'daiyu prove ningbo.employee.settle@2023',
    'daiyu prove ningbo.employee.settle@2023+C06=excluded',
    'daiyu prove nantong.employee.settle --format json',
  ],
  run,
}

async function run(call: Call): Promise<number> {
  const [written = '', ...chosen] = (call.operands[0] ?? '').split('+')
  const [decision = '', ...rest] = written.split('@')
  const edition = rest.length > 0 ? rest.join('@') : undefined
  const group = loadDecision(policiesFolder(call.values.get('policies')), decision)
  const compilation = await compileSound(group, withReadings(readingsWith(chosen, call), call))
  if (typeof compilation === 'number') return compilation
  const programs = compilation.programs.filter((each) => edition === undefined || each.edition.name === edition)
  if (programs.length === 0) {
    const names = compilation.programs.map((each) => each.edition.name)
    throw new UsageError((say) => `${say.noSuchEdition(edition ?? '')}${say.thereAre(names)}`)
  }
  const { terminal, language } = call
  const { lineOf: placeText } = placesIn(group)
  const style = { words: wordsIn(language), bold: boldOn(terminal), placeText }
  let isProved = true
  for (const program of programs) {
    const proof = proveProgram(program)
    const nameOf = language === 'zh' ? (label: string): string => label : identifierIn(program)
    if (!proof.proved) isProved = false
    if (call.values.get('format') === 'json') await terminal.out(`${toJson(proof, placeText)}\n`)
    else await terminal.out(`${proofLines(proof, program, { ...style, nameOf }).join('\n')}\n`)
  }
  return isProved ? exit.fine : exit.wrong
}

function toJson(proof: Proof, placeText: (place: Place) => string): string {
  const placed = (items: readonly { readonly place: Place }[]): readonly object[] =>
    items.map((each) => ({ ...each, place: placeText(each.place) }))
  const properties = placed(proof.properties.map((each) => ({ ...each, limits: placed(each.limits) })))
  return JSON.stringify({ ...proof, properties })
}

/** The identifier of what has a label; the label where there is none. */
function identifierIn({ definitions, input, output }: Program): (label: string) => string {
  const ids = new Map<string, string>()
  for (const { id, label } of definitions) ids.set(label, id)
  for (const { path, label } of [...input.fields, ...output]) ids.set(label, path)
  return (label) => ids.get(label) ?? label
}
