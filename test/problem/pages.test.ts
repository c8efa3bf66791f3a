import { describe, expect, it } from 'vitest'
import { problemCodes } from '../../compiler/problem/code.ts'
import { problemsOf, readPages } from './page.ts'

const pages = readPages()

describe('pages', () => {
  it('are one per code', () => {
    expect(pages.map(({ code }) => code).toSorted()).toEqual([...problemCodes].toSorted())
  })

  it.each(pages)(
    '$code: what it means in both languages, a policy that fails, its repair',
    ({ code, text, policies }) => {
      const [title, chinese, english] = text.split('\n\n')
      expect(title).toBe(`# ${code}`)
      expect(chinese).toMatch(/^[^\n]*\p{Script=Han}[^\n]*。$/u)
      expect(english).toMatch(/^[^\p{Script=Han}\n]+\.$/u)
      expect(policies.map(({ kind }) => kind)).toEqual(['fails', 'works'])
    },
  )

  for (const { code, policies } of pages)
    for (const { kind, with: also, files } of policies)
      it(`${code} ${kind}`, () => {
        const codes = new Set(problemsOf(files).map((problem) => problem.code))
        expect([...codes].toSorted()).toEqual(kind === 'works' ? [] : [code, ...also].toSorted())
      })
})
