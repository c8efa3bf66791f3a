import { sayWhy } from '../diff/exact/why.ts'
import { blocksOf, hasFloor, type Block, type Line, type Row } from '../diff/report/blocks.ts'
import { rangeText } from '../diff/report/bounds.ts'
import type { Compared } from '../diff/report/compared.ts'
import { conditionText } from '../diff/report/condition.ts'
import { isNumber, namesOf } from '../diff/report/names.ts'
import { refusalText } from '../diff/report/refusal.ts'
import { wordsIn } from '../diff/report/words.ts'
import { visible } from '../problem/visible.ts'
import type { Program } from '../program/program.ts'
import type { Call } from './command.ts'
import { boldOn } from './terminal.ts'

/** What two programs settle differently, output by output; then what they agree on, and what was not decided. */
export function regionLines(
  { verdict, regions, limits }: Pick<Compared, 'verdict' | 'regions' | 'limits'>,
  programs: readonly Program[],
  call: Call,
): readonly string[] {
  const { words, language } = call
  const said: Said = { ...call, words: wordsIn(language), own: words, names: namesOf(programs, language), verdict }
  const same = Object.entries(verdict).flatMap(([output, each]) => (each === 'same' ? [said.names.nameOf(output)] : []))
  const blocks = blocksOf(regions)
  return [
    ...blocks.flatMap((block) => [...blockLines(block, said), '']),
    ...(blocks.length > 0 ? [said.words.regionsSay] : []),
    ...(hasFloor(regions) ? [said.words.floorSays] : []),
    ...(blocks.length > 0 ? [''] : []),
    ...(same.length > 0 ? [words.sameOutputs(same)] : []),
    limits.length === 0 ? words.comparedAll(blocks.length > 0) : words.notDecided,
    ...limits.map(({ expression, place, why }) => {
      const where = place === '' ? '' : ` ${place}`
      return `  ${visible(said.names.inText(expression))}${where}: ${sayWhy(why, language)}`
    }),
  ]
}

interface Said extends Pick<Call, 'terminal'> {
  readonly words: ReturnType<typeof wordsIn>
  readonly own: Call['words']
  readonly names: ReturnType<typeof namesOf>
  readonly verdict: Compared['verdict']
}

function blockLines({ outputs, common, rows }: Block, said: Said): readonly string[] {
  const { words, own, names, terminal, verdict } = said
  const titles = outputs.map(({ path }) => {
    const becomes = isNumber(names.kindOf(path)) ? own.verdict[verdict[path]!] : words.differs
    return path === 'refused' ? words.refusedOutput : `${names.nameOf(path)}${words.colon}${becomes}`
  })
  const [, ...others] = outputs
  const alike = ([1, -1] as const).flatMap((sign) => {
    const same = others.flatMap((each) => (each.sign === sign ? [names.nameOf(each.path)] : []))
    return same.length > 0 ? [words.alike(same, sign)] : []
  })
  const causes = causesOf(rows[0]!, said)
  const isShared = rows.every((row) => causesOf(row, said).join() === causes.join())
  return [
    boldOn(terminal)(visible(titles.join(words.semicolon))),
    ...alike.map((each) => `  ${visible(each)}`),
    ...(common.length > 0 ? [`  ${visible(words.always(common.map((each) => conditionText(each, said))))}`] : []),
    ...(isShared && causes.length > 0 ? [`  ${visible(words.because(causes))}`] : []),
    ...rows.flatMap((row) => [
      `  ${visible(refusalText(row.difference, words) ?? names.difference(row.difference))}`,
      ...(isShared ? [] : [`    ${visible(words.because(causesOf(row, said)))}`]),
      ...row.where.map((each) => `    ${visible(conditionText(each, said))}`),
      ...row.lines.flatMap((line) => regionText(line, said)),
    ]),
  ]
}

function causesOf({ lines }: Row, { names }: Said): readonly string[] {
  return [...new Set(lines.flatMap(({ region }) => region.causes.map(({ told }) => told[names.language])))]
}

function regionText({ region, where }: Line, said: Said): readonly string[] {
  const { kind, least, most, witness, output } = region
  const { words } = said
  const bounds = least === null && most === null ? [] : [rangeText(region, words)]
  const rounding = kind === 'throughRounding' ? [said.own.throughRounding] : []
  const conditions = where.map((each) => conditionText(each, said))
  const told = [conditions.join(words.semicolon), bounds.map((each) => `(${each})`).join(''), ...rounding]
  const outcome = (value: string): string =>
    output !== 'refused' ? said.names.value(value) : value === 'settled' ? words.settled : words.refused
  const line = told.filter((each) => each !== '').join(' ')
  return [
    ...(line === '' ? [] : [`    ${visible(line)}`]),
    ...(witness
      ? [
          `      ${said.own.forExample(outcome(witness.before), outcome(witness.after))} ${JSON.stringify(witness.input)}`,
        ]
      : []),
  ]
}
