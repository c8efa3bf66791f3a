import { describeIssue } from '../../runtime/describe-issue.ts'
import type { Receipt } from '../../runtime/receipt.ts'
import type { Compilation } from '../compile.ts'
import { checkReceipt, isReproduced, receiptIn, type Finding } from '../receipt/check-receipt.ts'
import { compileSound } from './compile-group.ts'
import { exit, inputOf, policiesOption, Refusal, type Call, type Command } from './command.ts'
import { loadDecision, policiesFolder } from './load.ts'
import { provenancesOf } from './provenances.ts'
import { openCases } from './read-cases.ts'
import { readingOption } from './reading-option.ts'
import { readCase } from './settle.ts'
import type { Line } from './split-lines.ts'

export const command: Command = {
  operands: 'RESULT',
  least: 1,
  most: 1,
  options: [
    {
      name: 'input',
      value: 'FILE',
      says: {
        zh: '结果所属的案例（JSON），或每行一件（NDJSON），次序与结果相同',
        en: 'the case of the result (JSON), or one on each line (NDJSON), in the order of the results',
      },
    },
    {
      name: 'format',
      value: 'text|json',
      oneOf: ['text', 'json'],
      says: { zh: '给人看，或给程序读（每件一行）', en: 'for people, or for programs (a line each)' },
    },
    policiesOption,
  ],
  notes: {
    zh: [
      'RESULT 是 daiyu run --receipt --format json 或生成的程序写下的结果（带 receipt）。按其中的事项、版本和解读',
      '重新结算，与原结果逐项比较。结果相同时退出状态为 0；政策文件或编译器已不是当时的，另外说明。',
    ],
    en: [
      'RESULT is what daiyu run --receipt --format json, or a generated evaluator, wrote: a result with its receipt.',
      'It is worked out again by the decision, edition and readings of the receipt, and compared. The exit status is 0',
      'where it comes out the same; that policy files or compiler are no longer those of then is said beside it.',
    ],
  },
  examples: [
    'daiyu run ningbo.employee.settle --input case.json --receipt --format json > result.json',
    'daiyu verify result.json --input case.json',
  ],
  run,
}

type Compiled = Compilation & { readonly provenance: ReturnType<typeof provenancesOf> }

async function run(call: Call): Promise<number> {
  const input = inputOf(call)
  const [path = ''] = call.operands
  const [results, cases] = [linesOf(await openCases(path)), linesOf(await openCases(input))]
  const known = new Map<string, Compiled | number>()
  let [number, wrong] = [0, 0]
  for (;;) {
    const [result, given] = [await results.next(), await cases.next()]
    if (result.done && given.done) break
    number += 1
    if (result.done || given.done) throw new Refusal((say) => say.notAsMany(path, input))
    const findings = await verify(result.value, given.value, known, call)
    if (typeof findings === 'number') return findings
    if (!isReproduced(findings)) wrong += 1
    await show(number, findings, call)
  }
  return wrong > 0 ? exit.wrong : exit.fine
}

async function* linesOf(cases: Awaited<ReturnType<typeof openCases>>): AsyncGenerator<Line> {
  if (cases.kind === 'one') yield cases.line
  else yield* cases.lines
}

/** What is found of one result; or, where its policy does not compile, the exit status. */
async function verify(
  result: Line,
  given: Line,
  known: Map<string, Compiled | number>,
  call: Call,
): Promise<readonly Finding[] | number> {
  const [readResult, readGiven] = [result, given].map((line) => readCase(line, call.language, call.words))
  const stated = readResult?.ok ? readResult.value : null
  const receipt = receiptIn(stated)
  if (!receipt) throw new Refusal((say) => say.noReceipt)
  if (!readGiven?.ok)
    throw new Refusal((say) => readGiven?.faults.map(({ message }) => message).join('\n') ?? say.noReceipt)
  const compiled = await compiledBy(receipt, known, call)
  if (typeof compiled === 'number') return compiled
  const program = compiled.programs.find(({ edition }) => edition.name === receipt.edition)
  if (!program) throw new Refusal((say) => say.noEditionOf(receipt.decision, receipt.edition))
  return checkReceipt(program, compiled.provenance(program), Object(stated), receipt, readGiven.value)
}

async function compiledBy(
  { decision, readings }: Receipt,
  known: Map<string, Compiled | number>,
  call: Call,
): Promise<Compiled | number> {
  const chosen = Object.entries(readings).map(([name, other]) => `${name}=${other}`)
  const key = [decision, ...chosen].join(' ')
  const before = known.get(key)
  if (before !== undefined) return before
  const group = loadDecision(policiesFolder(call.values.get('policies')), decision)
  const values = new Map([
    ...call.values,
    ...(chosen.length > 0 ? [[readingOption.name, chosen.join(',')] as const] : []),
  ])
  const compilation = await compileSound(group, { ...call, values })
  const compiled = typeof compilation === 'number' ? compilation : { ...compilation, provenance: provenancesOf(group) }
  known.set(key, compiled)
  return compiled
}

async function show(number: number, findings: readonly Finding[], call: Call): Promise<void> {
  const { terminal, words, values } = call
  const isSame = isReproduced(findings)
  const sentences = findings.flatMap((finding) => sentencesOf(finding, call))
  if (values.get('format') === 'json') return terminal.out(`${JSON.stringify({ isSame, findings, sentences })}\n`)
  const head = isSame ? words.sameResult(number) : words.otherResult(number)
  return terminal.out([head, ...sentences.map((sentence) => `  ${sentence}`), ''].join('\n'))
}

function sentencesOf(finding: Finding, { words, language }: Call): readonly string[] {
  switch (finding.kind) {
    case 'otherCase':
      return [words.otherCase]
    case 'changedResult':
      return [words.changedResult]
    case 'otherPolicy':
      return [words.otherPolicy]
    case 'otherCompiler':
      return [words.otherCompiler(finding.before, finding.now)]
    case 'otherResult':
      return [words.otherFigure(finding.path, JSON.stringify(finding.stated), JSON.stringify(finding.now))]
    case 'refused':
      return finding.issues.map((issue) => `${words.refused}${describeIssue(issue, language)}`)
  }
}
