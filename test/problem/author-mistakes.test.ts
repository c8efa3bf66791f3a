import { describe, expect, it } from 'vitest'
import { compile } from '../../compiler/compile.ts'
import type { ProblemCode } from '../../compiler/problem/code.ts'
import { say } from '../../compiler/problem/render.ts'
import type { Problem } from '../../grammar/problem.ts'
import { mistakes, type Mistake } from './author-mistakes.ts'
import { settlePolicy, settleWords } from '../ningbo/policy-text.ts'

const policy = settlePolicy()

function withMistake(text: string, { written, instead }: Pick<Mistake, 'written' | 'instead'>): string {
  expect(text.split(written)).toHaveLength(2)
  return text.replace(written, instead)
}

function problemsIn(text: string): readonly Problem<ProblemCode>[] {
  return compile([...settleWords, { name: 'policy', text }]).problems
}

const lineAt = (text: string, offset: number): string =>
  text.slice(text.lastIndexOf('\n', offset - 1) + 1, text.indexOf('\n', offset)).trim()

/** What is pointed at, and how it is called. */
function said(text: string, { code, span }: Problem<ProblemCode>) {
  return { code, line: lineAt(text, span.start), excerpt: text.slice(span.start, span.end) }
}

function messageOf(problem: Problem<ProblemCode>, language: 'zh' | 'en'): string {
  const { title, explanation = '', advice } = say(problem, language)
  return `${title}\n${explanation}\n${advice}`
}

it('finds nothing wrong with the policy as it is', () => {
  expect(problemsIn(policy)).toEqual([])
})

describe('each mistake', () => {
  it.each(mistakes)('$name', (mistake) => {
    const { code, line, excerpt, names } = mistake
    const text = withMistake(policy, mistake)
    const problems = problemsIn(text)
    expect(problems.map((problem) => said(text, problem))).toEqual([{ code, line, excerpt }])
    for (const name of [...names, mistake.zh ?? '']) expect(messageOf(problems[0]!, 'zh')).toContain(name)
    for (const name of [...names, mistake.en ?? '']) expect(messageOf(problems[0]!, 'en')).toContain(name)
  })

  it('is found beside all the others', () => {
    const text = mistakes.reduce(withMistake, policy)
    const found = problemsIn(text).map(({ code, span }) => `${code}: ${lineAt(text, span.start)}`)
    // Some are pointed at in lines that others change.
    const changed = (line: string): string =>
      mistakes.reduce((now, { written, instead }) => now.replace(written, instead), line)
    const expected = mistakes.map(
      ({ code, line, instead }) => `${code}: ${instead.includes(line) ? line : changed(line)}`,
    )
    expect(found.toSorted()).toEqual(expected.toSorted())
  })
})

/** The edition of 2023 below the articles, so that another edition beside it has all their rules. */
function withEditions(...editions: readonly string[]): string {
  const own = /^版本.*\n/m
  expect(policy).toMatch(own)
  return `${policy.replace(own, '')}\n${[...editions, own.exec(policy)![0]].join('\n')}`
}

describe('editions', () => {
  const edition = (from: string, until: string): string => `版本「2022」始于 ${from} 止于 ${until} 选用依据 结算日期`
  const codesOf = (text: string) => problemsIn(text).map((problem) => said(text, problem))

  it('follow one another', () => {
    expect(codesOf(withEditions(edition('2022年1月1日', '2022年12月31日')))).toEqual([])
  })

  it.each([
    {
      name: '17. a hole between two editions',
      until: '2022年12月30日',
      code: 'editions-gap',
      names: ['“2022”', '“2023”', '2022-12-31'],
    },
    {
      name: '18. two editions on one date',
      until: '2023年1月1日',
      code: 'editions-overlap',
      names: ['“2022”', '“2023”', '2023-01-01'],
    },
  ])('$name', ({ until, code, names }) => {
    const text = withEditions(edition('2022年1月1日', until))
    const problems = problemsIn(text)
    const line = '版本「2023」始于 2023年1月1日 止于 2023年12月31日 选用依据 结算日期'
    expect(problems.map((problem) => said(text, problem))).toEqual([{ code, line, excerpt: '「2023」' }])
    const [problem] = problems
    expect(lineAt(text, problem!.related!.span.start)).toBe(edition('2022年1月1日', until))
    for (const name of names) {
      expect(messageOf(problem!, 'zh')).toContain(name)
      expect(messageOf(problem!, 'en')).toContain(name)
    }
  })
})

describe('a letter wrong', () => {
  const words = [...policy.matchAll(/\p{Script=Han}[\p{ID_Continue}.]+/gu)].filter(({ index }) => {
    const before = policy.slice(policy.lastIndexOf('\n', index) + 1, index)
    // Texts and comments are anybody's own, and what the policy and its exceptions are called.
    return !/※|「[^」]*$/u.test(before)
  })

  it('is found wherever it is, and is almost always one problem', () => {
    // Every third word, beginning with another one each time.
    const first = Number(process.env['FC_SEED']) % 3
    const counts = words.flatMap(({ 0: word, index }, place) => {
      if (place % 3 !== first) return []
      return problemsIn(`${policy.slice(0, index)}${word.slice(0, -1)}错${policy.slice(index + word.length)}`).length
    })
    expect(Math.min(...counts)).toBeGreaterThan(0)
    expect(Math.max(...counts)).toBeLessThanOrEqual(3)
    expect(counts.filter((count) => count === 1).length / counts.length).toBeGreaterThan(0.9)
  })
})
