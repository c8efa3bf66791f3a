/** Every wrong bill of the list: refused with its path, the value and what is allowed, and nothing on standard output. */
import { isDeepStrictEqual } from 'node:util'
import { beforeAll, describe, expect, it } from 'vitest'
import { badInputs } from '../ningbo/bad-input.ts'
import { daiyu, type Result } from './daiyu.ts'

const words = ['run', 'ningbo.employee.settle', '--input', '-', '--format', 'json']

interface Wrong {
  readonly name: string
  readonly path: string
  readonly says: string
  readonly text: string
}

// What JSON can't say (NaN, undefined, a Date) never reaches the command.
const all = badInputs.flatMap((bad): readonly Wrong[] => {
  const text = 'json' in bad ? bad.json : asJson(bad.input)
  return text === null ? [] : [{ ...bad, text }]
})
const isLine = ({ text }: Wrong): boolean => text.trim() !== '' && !text.includes('\n')
const lines = all.filter(isLine)

describe('one on each line', () => {
  let result: Result
  beforeAll(() => {
    // The first line is right, or the whole would be one wrong value.
    const input = ['{}', ...lines.map(({ text }) => text)].join('\n')
    result = daiyu(words, { input })
  })

  it('there are as many errors', () => {
    expect(result.status).toBe(1)
    expect(result.out.trimEnd().split('\n')).toHaveLength(lines.length + 1)
  })

  it.each(lines.map((wrong, index) => ({ ...wrong, line: index + 1 })))('$name', ({ path, says, line }) => {
    const { error } = JSON.parse(result.out.split('\n')[line] ?? '')
    const issues: readonly { path: string; message: string }[] = error.issues ?? [error]
    const issue = issues.find((each) => each.path === path)
    expect(issues.map((each) => each.path)).toContain(path)
    expect(issue?.message).toContain(says)
  })
})

// One of each sort: a process for every one would take minutes.
const sorts = new Map(all.map((wrong) => [`${wrong.path.replace(/\d/g, '')} ${wrong.text.length > 2000}`, wrong]))
const chosen = [...new Set([...sorts.values(), ...all.filter((wrong) => !isLine(wrong))])]

describe('one by itself', () => {
  it.each(chosen)('$name', ({ text, path }) => {
    const { status, out, error } = daiyu(words, { input: text })
    expect({ status, out }).toEqual({ status: 1, out: '' })
    const { error: first } = JSON.parse(error)
    const issues: readonly { path: string }[] = first.issues ?? [first]
    expect(issues.map((issue) => issue.path)).toContain(path)
  })
})

function asJson(input: unknown): string | null {
  try {
    const text = JSON.stringify(input)
    return isDeepStrictEqual(JSON.parse(text), input) ? text : null
  } catch {
    return null
  }
}
