/** The reference itself: every block compiles, every example in it settles to the numbers written there. */
import { describe, expect, test } from 'vitest'
import { compile, type SourceFile } from '../../compiler/compile.ts'
import { readExamples } from '../../compiler/examples/read-examples.ts'
import { runExample } from '../../compiler/examples/run-example.ts'
import { interpret } from '../../compiler/interpret/interpret.ts'
import { problemsOfOtherReadings } from '../../compiler/other-readings.ts'
import { newReport } from '../../compiler/problem/report.ts'
import { format } from '../../grammar/format.ts'
import { changedFiles, filesFor, inFrame, readPage, vocabularies, wholeFiles, type Page } from './page.ts'

// What a short block defines is often used by nothing else in its frame.
const toBeExpected = new Set(['unused-name'])

const told = ({ code, facts, file }: { code: string; facts: object; file: string }) =>
  `${file} ${code} ${JSON.stringify(facts)}`

function problemsOf(files: readonly SourceFile[], isFramed: boolean): readonly string[] {
  const compilation = compile(files)
  const { problems, policies } = compilation
  const report = newReport()
  for (const policy of policies) readExamples(policy, report)
  const others = problemsOfOtherReadings(files, compilation, compile)
  return [...problems, ...report.problems, ...others]
    .filter(({ code }) => !isFramed || !toBeExpected.has(code))
    .map(told)
}

/** What came of each example of the files, by its label. */
function settleExamples(files: readonly SourceFile[]): Readonly<Record<string, unknown>> {
  const { programs, policies } = compile(files)
  return Object.fromEntries(
    policies.flatMap((policy) =>
      readExamples(policy, newReport()).map((example) => {
        const ofPolicy = programs.filter((program) => program.policy.id === policy.id)
        const outcome = runExample(ofPolicy, `${policy.id}.${policy.decision.id}`, example)
        return [example.label, outcome.kind === 'passed' ? 'passed' : outcome]
      }),
    ),
  )
}

const allPassed = (outcomes: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.keys(outcomes).map((label) => [label, 'passed']))

describe.each(['zh', 'en'] as const)('the reference in %s', (language) => {
  const page: Page = readPage(language)
  const policyBlocks = page.blocks.filter(({ language: of, says }) => of === 'policy' && !says['frame'])
  const headings = [...new Set(page.blocks.filter((block) => block.language === 'diff').map(({ heading }) => heading))]

  test('says of every block what it is', () => {
    for (const { language: of, says, line } of page.blocks)
      expect(`${line} ${of} ${Object.keys(says).join(' ')}`).toMatch(
        /^\d+ (policy (file|frame|frame in|in)|csv file|diff of|diff of as|json (input|output))$/,
      )
    expect(policyBlocks.length).toBeGreaterThan(25)
    expect(headings).toHaveLength(10)
  })

  describe.each(policyBlocks)('line $line, $heading', (block) => {
    const files = filesFor(page, block)
    test('compiles without problems', () => {
      expect(problemsOf(files, block.says['file'] === undefined)).toEqual([])
      expect(compile(files).programs.length > 0 || files.length === vocabularies(page).length).toBe(true)
    })
    test('stands as the formatter writes it', () => {
      const styled = (text: string) => format(text, 'block.policy').text ?? ''
      const frame = styled(inFrame(page, block.says['in'], ''))
      expect(
        styled(inFrame(page, block.says['in'], block.text))
          .slice(frame.length)
          .trimStart(),
      ).toBe(block.text.trimStart())
    })
    test('settles its examples', () => {
      const outcomes = settleExamples(files)
      expect(outcomes).toEqual(allPassed(outcomes))
    })
  })

  test('has examples for what is said of amounts', () => {
    const labels = new Set(policyBlocks.flatMap((block) => Object.keys(settleExamples(filesFor(page, block)))))
    expect(labels.size).toBeGreaterThan(15)
  })

  test('settles by another reading to what it says', () => {
    const block = policyBlocks.find(({ says }) => says['file'] === 'readings.policy')!
    const { programs, policies } = compile(filesFor(page, block), { R02: 'whole' })
    const [example] = readExamples(policies[0]!, newReport())
    // 5000 × 80% = 4000, as the page says.
    const result = interpret(programs[0]!, example?.input)
    expect(result.ok && result.evaluation.output).toMatchObject({ fund: '4000.00', person: '6000.00' })
  })

  describe.each(headings)('edit %s', (heading) => {
    const files = changedFiles(page, heading)
    test('compiles without problems', () => {
      expect(problemsOf(files, false)).toEqual([])
    })
    test('settles the examples', () => {
      const outcomes = settleExamples(files)
      expect(outcomes).toEqual(allPassed(outcomes))
    })
  })

  describe('what can’t be written', () => {
    const framed = (text: string): readonly SourceFile[] => [
      ...vocabularies(page),
      { name: 'block.policy', text: inFrame(page, 'rules', text) },
    ]
    test('is told by one problem each, and can be written as it says', () => {
      for (const { refused, instead, code } of page.refusals) {
        const codes = compile(framed(refused)).problems.map((problem) => problem.code)
        expect([refused, ...codes.filter((each) => !toBeExpected.has(each))]).toEqual([refused, code])
        expect(problemsOf(framed(instead), true), instead).toEqual([])
      }
      expect(page.refusals.length).toBeGreaterThan(15)
    })
  })

  test('settles the case given in JSON to what it shows', () => {
    const json = (key: 'input' | 'output') => page.blocks.find(({ says }) => says[key] !== undefined)!
    const decision = json('input').says['input']
    const files = [...wholeFiles(page)].map(([name, text]) => ({ name, text }))
    const program = compile(files).programs.find(({ policy, decision: { id } }) => `${policy.id}.${id}` === decision)!
    const result = interpret(program, JSON.parse(json('input').text))
    expect(result.ok && result.evaluation.output).toEqual(JSON.parse(json('output').text))
  })
})
