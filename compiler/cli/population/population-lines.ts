import { wordsIn } from '../../explain/words.ts'
import type {
  Category,
  Cause,
  CauseSide,
  Movement,
  OutputMovement,
  Population,
} from '../../diff/population/population.ts'
import { visible } from '../../problem/visible.ts'
import { inColumn } from '../../show/numbers.ts'
import type { Call } from '../command.ts'
import { padEnd, padStart, textWidth } from '../text-width.ts'
import { boldOn } from '../terminal.ts'

/** What becomes of many cases, for people: what moves, how it is spread, for whom, and the furthest cases with their causes. */
export function populationLines(population: Population, call: Call): readonly string[] {
  const { words, terminal } = call
  const bold = boldOn(terminal)
  const { outputs, failed, categories, largest, notCompared } = population
  const moving = outputs.filter(({ changed }) => changed > 0)
  const alike = outputs.filter(({ changed }) => changed === 0).map((each) => nameOf(each, call))
  return [
    bold(words.populationTitle(population.cases, population.settled, population.unchanged)),
    ...failureLines(failed, call),
    ...(notCompared.length > 0 ? [`  ${words.notCompared(notCompared)}`] : []),
    ...(alike.length > 0 ? [`  ${words.alikeOutputs(alike)}`] : []),
    ...(moving.length > 0 ? ['', bold(words.whatMoves), ...movingTable(moving, call)] : []),
    ...(moving.some(({ distribution }) => distribution) ? ['', bold(words.spread), ...spreadTable(moving, call)] : []),
    ...categories.flatMap((category) => categoryLines(category, moving, call, bold)),
    ...(largest.length > 0 ? ['', bold(words.furthest), ...largestLines(largest, moving, call)] : []),
  ]
}

function failureLines(
  { both, onlyBefore, onlyAfter, codes }: Population['failed'],
  { words }: Call,
): readonly string[] {
  if (both + onlyBefore + onlyAfter === 0) return []
  const each = codes.map(({ code, before, after }) => `    ${words.failedBy(code, before, after)}`)
  return [`  ${words.failed(both, onlyBefore, onlyAfter)}`, ...each]
}

function movingTable(moving: readonly OutputMovement[], call: Call): readonly string[] {
  const { words } = call
  const heads = [
    '',
    words.alike,
    words.gain,
    words.lose,
    words.more,
    words.less,
    words.before,
    words.after,
    words.difference,
  ]
  const rows = moving.map((output) => [
    nameOf(output, call),
    ...[output.unchanged, output.gain, output.lose, output.more, output.less].map((count) =>
      count === null ? '' : String(count),
    ),
    ...[output.before, output.after, output.difference].map((sum) => (sum === null ? '' : inColumn(sum))),
  ])
  return table([heads, ...rows])
}

function spreadTable(moving: readonly OutputMovement[], call: Call): readonly string[] {
  const { words } = call
  const spread = moving.flatMap((output) => (output.distribution ? [{ output, of: output.distribution }] : []))
  const percents = spread[0]?.of.quantiles.map(({ percent }) => `${percent}%`) ?? []
  return table([
    ['', words.least, ...percents, words.most],
    ...spread.map(({ output, of }) => [
      nameOf(output, call),
      ...[of.least, ...of.quantiles.map(({ difference }) => difference), of.most].map(inColumn),
    ]),
  ])
}

function categoryLines(
  category: Category,
  moving: readonly OutputMovement[],
  call: Call,
  bold: (text: string) => string,
): readonly string[] {
  // One value for all says nothing.
  if (category.values.length < 2) return []
  const { words } = call
  const shown = moving.filter(({ payer }) => payer !== null)
  const rows = category.values.map(({ value, label, after, cases, changed, outputs }) => {
    const name = call.language === 'zh' ? (words.plainValue[label] ?? label) : value
    const other = after && (call.language === 'zh' ? after.label : after.value)
    const sums = shown.map(({ path }) => outputs.find((each) => each.path === path)?.difference ?? '0.00')
    return [
      visible(other === null ? name : `${name} → ${other}`),
      String(cases),
      String(changed),
      ...sums.map(inColumn),
    ]
  })
  const heads = ['', words.casesOf, words.changedOf, ...shown.map((output) => nameOf(output, call))]
  return ['', bold(words.byCategory(nameOf(category, call))), ...table([heads, ...rows])]
}

// Of what somebody pays, the case that rises and the one that falls furthest.
function largestLines(largest: readonly Movement[], moving: readonly OutputMovement[], call: Call): readonly string[] {
  const { words } = call
  const paid = moving.filter(({ payer }) => payer !== null)
  const shown = paid.length > 0 ? paid : moving
  return shown.flatMap((output) => {
    const ofOutput = largest.filter((each) => each.output === output.path)
    const firsts = [true, false].flatMap(
      (isRise) => ofOutput.find(({ difference }) => difference.startsWith('-') !== isRise) ?? [],
    )
    return firsts.flatMap(({ number, before, after, difference, causes }) => [
      `  ${words.movement(nameOf(output, call), number, inColumn(before), inColumn(after), signed(difference))}`,
      ...causes.flatMap((cause) => causeLines(cause, call)),
    ])
  })
}

function causeLines({ name, before, after }: Cause, call: Call): readonly string[] {
  const words = wordsIn(call.language)
  const value = (side: CauseSide | null): string => (side ? words.value(side.value) : '…')
  const places = [before?.place, after?.place].filter((place) => place != null)
  const article = after?.article ?? before?.article
  return [
    `    ${visible(`${words.name(name)}${words.colon}${value(before)} → ${value(after)}`)}`,
    ...(article == null ? [] : [`      ${visible(article)}`]),
    ...(places.length > 0 ? [`      ${visible([...new Set(places)].join(' → '))}`] : []),
  ]
}

function nameOf({ path, label }: { readonly path: string; readonly label: string }, { language }: Call): string {
  return visible(language === 'zh' ? label : path)
}

function signed(difference: string): string {
  return difference.startsWith('-') ? `−${inColumn(difference.slice(1))}` : `+${inColumn(difference)}`
}

/** The first column on the left, the others on the right; a column in which nothing stands is left out. */
function table([heads = [], ...rows]: readonly (readonly string[])[]): readonly string[] {
  const columns = heads.map((_, at) => at).filter((at) => at === 0 || rows.some((row) => (row[at] ?? '') !== ''))
  const widths = new Map(
    columns.map((at) => [at, Math.max(...[heads, ...rows].map((row) => textWidth(row[at] ?? '')))] as const),
  )
  return [heads, ...rows].map((row) =>
    ['', ...columns.map((at) => (at === 0 ? padEnd : padStart)(row[at] ?? '', widths.get(at) ?? 0))]
      .join('  ')
      .trimEnd(),
  )
}
