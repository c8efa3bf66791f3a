import { exampleFor } from '../diff/months/example-for.ts'
import { flipsOf, hasMonths, monthsOf, type Flips } from '../diff/months/flips.ts'
import { sayRun } from '../diff/report/months.ts'
import { namesOf } from '../diff/report/names.ts'
import { wordsIn } from '../diff/report/words.ts'
import { visible } from '../problem/visible.ts'
import type { Program } from '../program/program.ts'
import { compileGroup } from './compile-group.ts'
import { Refusal, UsageError, type Call, type Option } from './command.ts'
import { loadWithExamples, policiesFolder } from './load.ts'
import type { Version } from './population/compare.ts'
import { openCases } from './read-cases.ts'
import { decisionOf, readCase, settleUnder } from './settle.ts'
import { boldOn } from './terminal.ts'

export const caseOption: Option = {
  name: 'case',
  value: 'FILE',
  says: {
    zh: '逐月比较所用的一件；不写的，用政策的第一个示例，月数从 0 起',
    en: 'the case whose months are varied; by default the first example of the policy, with no months',
  },
}
export const alongOption: Option = {
  name: 'along',
  value: 'PATH,PATH',
  says: { zh: '两种月数，画成一格一格', en: 'the two months that a grid is drawn of' },
}

interface Compared extends Version {
  readonly decision: string
}

/**
 * Month by month what two editions settle differently, for the case that `--case` names or an example of the policy; null
 * where cases have no months, or there is no case. Throws a UsageError or a Refusal for a case that can't be used.
 */
export async function monthByMonth(
  before: Compared,
  after: Compared,
  call: Call,
  isWithoutGrid: boolean,
): Promise<Flips | null> {
  const [file, along] = [call.values.get('case'), call.values.get('along')]
  if (!hasMonths(before.program, after.program)) {
    if (file !== undefined || along !== undefined) throw new UsageError((say) => say.noMonths(before.decision))
    return null
  }
  const axes = along === undefined ? undefined : axesOf(along, monthsOf(before.program.input))
  const options = { ...(axes ? { axes } : {}), isWithoutGrid }
  if (file !== undefined) {
    const given = { label: null, input: await caseIn(file, before, after, call) }
    const flips = flipsOf(before.program, after.program, given, options)
    if (!flips) throw new Refusal((say) => say.monthsNotFollowed)
    return flips
  }
  const example = exampleIn(before, after, call)
  return example && flipsOf(before.program, after.program, example, { ...options, isFromNone: true })
}

function axesOf(along: string, paths: readonly string[]): readonly [string, string] {
  const [first, second, ...more] = along.split(',')
  const isKnown = (path: string | undefined): path is string => path !== undefined && paths.includes(path)
  if (!isKnown(first) || !isKnown(second) || first === second || more.length > 0)
    throw new UsageError((say) => say.notTwoMonths(along, paths))
  return [first, second]
}

/** The case of a file, which both have to settle. */
async function caseIn(file: string, before: Compared, after: Compared, { language, words }: Call): Promise<unknown> {
  const cases = await openCases(file)
  if (cases.kind === 'many') throw new UsageError((say) => say.notOneCase(file))
  const read = readCase(cases.line, language, words)
  const faults = read.ok
    ? [before, after].flatMap(({ program }) => {
        const settled = settleUnder(program, read.value, true, language)
        return settled.ok ? [] : settled.faults
      })
    : read.faults
  const messages = [...new Set(faults.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`)))]
  if (!read.ok || messages.length > 0) throw new Refusal((say) => say.caseRefused(file, messages))
  return read.value
}

/** An example of the policy, which may stand in files that hold nothing else. */
function exampleIn(before: Compared, after: Compared, call: Call): Flips['case'] | null {
  const group = loadWithExamples(policiesFolder(call.values.get('policies')), after.decision)
  const policy = compileGroup(group).policies.find((each) => decisionOf(each) === after.decision)
  return policy ? exampleFor(before.program, after.program, policy) : null
}

/** Along which months every output does what, in lines. */
export function flipLines(
  { case: { label, input }, along, checked }: Flips,
  programs: readonly Program[],
  { language, terminal }: Call,
): readonly string[] {
  const words = wordsIn(language)
  const names = namesOf(programs, language)
  return [
    boldOn(terminal)(words.sections.months),
    words.monthsSay(label, checked),
    JSON.stringify(input),
    ...along.flatMap(({ path, alike, outputs }) => [
      `  ${visible(names.nameOf(path))}${alike.length > 0 ? words.alikeMonths(alike.map((each) => visible(names.nameOf(each)))) : ''}`,
      ...outputs
        .filter(({ runs }) => runs.length > 1 || runs[0]?.is !== 'same')
        .map(({ output, runs }) => {
          const said = runs.map((run) => visible(sayRun(run, words, names)))
          return `    ${visible(names.nameOf(output))}${words.colon}${said.join(words.semicolon)}`
        }),
    ]),
  ]
}
