import { describe, expect, it } from 'vitest'
import { applyFix, sayFix } from '../../compiler/problem/fix.ts'
import { problemsOf, readPages } from './page.ts'

describe('fixes', () => {
  // Of that page only the first two hundred problems are shown, so mending one shows another.
  for (const { code, policies } of readPages().filter((page) => page.code !== 'too-many-problems')) {
    const files = policies.find(({ kind }) => kind === 'fails')!.files
    const problems = problemsOf(files)
    problems.forEach((problem, place) => {
      problem.fixes?.forEach((fix, index) => {
        it(`${code}: fix ${index + 1} of problem ${place + 1}, ${problem.code}, mends it and breaks nothing`, () => {
          const mended = files.map((file) =>
            file.name === problem.file ? { ...file, text: applyFix(file.text, fix) } : file,
          )
          const count = (of: typeof files) => problemsOf(of).filter((each) => each.code === problem.code).length
          expect(count(mended)).toBeLessThan(count(files))
          const known = new Set(problemsOf(files).map((each) => each.code))
          expect(problemsOf(mended).filter((each) => !known.has(each.code))).toEqual([])
        })
      })
    })
  }

  it('say what they do', () => {
    const text = '支付比例 是指 80%。'
    const at = (start: number, end: number, written: string, label = '') => ({
      label,
      edits: [{ span: { start, end }, text: written }],
    })
    expect(sayFix(at(11, 12, ''), text, 'zh')).toBe('删去“。”')
    expect(sayFix(at(11, 12, ''), text, 'en')).toBe('delete “。”')
    expect(sayFix(at(12, 12, ' 四舍五入到分'), text, 'zh')).toBe('加上“四舍五入到分”')
    expect(sayFix(at(8, 11, '90%'), text, 'zh')).toBe('把“80%”改为“90%”')
    expect(sayFix(at(8, 11, '90%'), text, 'en')).toBe('change “80%” to “90%”')
    expect(sayFix(at(4, 4, '\n'), text, 'en')).toBe('begin a new line here')
    expect(sayFix(at(4, 4, ' '), text, 'zh')).toBe('加上空格')
  })
})
