/** `daiyu build`: modules that settle what `daiyu run` settles, and nothing where a policy is wrong. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { daiyu, newFolder, root } from './daiyu.ts'
import { folderWith } from './folder-with.ts'
import { smallCase, smallPolicy } from './small-policy.ts'

const sample = join(root, 'policies', 'ningbo', 'employee.settle.case.json')

describe('JavaScript', () => {
  it('settles what the command settles, without anything else', async () => {
    const out = join(newFolder(), 'deep', 'generated')
    const built = daiyu(['build', '--out', out, '--target', 'js'])
    expect(built).toMatchObject({ status: 0, error: '' })
    const file = join(out, 'ningbo.employee.settle.js')
    expect(built.out).toContain('ningbo.employee.settle.js')
    expect(readFileSync(file, 'utf8')).not.toMatch(/^import /m)
    const { settle } = await import(pathToFileURL(file).href)
    const { out: expected } = daiyu(['run', 'ningbo.employee.settle', '--input', sample, '--format', 'json'])
    expect(`${JSON.stringify(settle(JSON.parse(readFileSync(sample, 'utf8'))))}\n`).toBe(expected)
  })

  it('chooses the edition by date', async () => {
    const cwd = folderWith()
    expect(daiyu(['build', '--out', 'generated', '--target', 'js'], { cwd }).status).toBe(0)
    const { settle, CaseError } = await import(pathToFileURL(join(cwd, 'generated', 'test.small.settle.js')).href)
    expect(settle(smallCase)).toMatchObject({ edition: '2023', subsidy: '60.01' })
    expect(settle({ request: { ...smallCase.request, on: '2022-01-01' } })).toMatchObject({ subsidy: '50.01' })
    expect(() => settle({ request: { ...smallCase.request, on: '2021-01-01' } })).toThrow(CaseError)
  })
})

describe('TypeScript', () => {
  it('has a module for each edition, and one for the decision', () => {
    const cwd = folderWith()
    const { status, out } = daiyu(['build', 'policies/small.policy', '--out', 'generated'], { cwd })
    const files = ['test.small.settle.2022.ts', 'test.small.settle.2023.ts', 'test.small.settle.ts']
    expect(status).toBe(0)
    expect(readdirSync(join(cwd, 'generated')).toSorted()).toEqual(files)
    for (const file of files) expect(out).toContain(`generated/${file}`)
  })

  it('is the same every time', () => {
    const cwd = folderWith()
    const texts = ['one', 'two'].map((folder) => {
      daiyu(['build', '--out', folder], { cwd })
      return readdirSync(join(cwd, folder)).map((name) => readFileSync(join(cwd, folder, name), 'utf8'))
    })
    expect(texts[0]).toEqual(texts[1])
  })
})

describe('SQL', () => {
  it('is a query for each edition, of the database that is named', () => {
    const cwd = folderWith()
    const { status, out } = daiyu(['build', '--out', 'queries', '--target', 'sql', '--dialect', 'postgres'], { cwd })
    expect(status).toBe(0)
    expect(readdirSync(join(cwd, 'queries')).toSorted()).toEqual([
      'test.small.settle.2022.sql',
      'test.small.settle.2023.sql',
    ])
    expect(out).toContain('test.small.settle.2023.sql')
    const query = readFileSync(join(cwd, 'queries', 'test.small.settle.2023.sql'), 'utf8')
    expect(query).toMatch(/^-- [^]*\n--   "row" bigint\n[^]*FROM "bills"\n {2}OFFSET 0[^]* AS "refused"\n/)
  })

  it('takes a database only with SQL', () => {
    const { status, error } = daiyu(['build', '--out', 'x', '--dialect', 'spark', '--language', 'en'], {
      cwd: folderWith(),
    })
    expect(status).toBe(2)
    expect(error).toContain('--dialect goes with --target sql only.')
  })
})

describe('the handbook', () => {
  it('is a page in each language for the decision, each with a link to the other', () => {
    const cwd = folderWith()
    const { status, out } = daiyu(['build', '--out', 'deep/handbook', '--target', 'doc'], { cwd })
    const pages = ['test.small.settle.en.html', 'test.small.settle.zh.html']
    expect(status).toBe(0)
    expect(readdirSync(join(cwd, 'deep', 'handbook')).toSorted()).toEqual(pages)
    const [english = '', chinese = ''] = pages.map((page) => readFileSync(join(cwd, 'deep/handbook', page), 'utf8'))
    expect(out).toContain('test.small.settle.zh.html')
    expect(english).toMatch(/<html lang="en">[^]* href="test\.small\.settle\.zh\.html"/)
    expect(chinese).toMatch(/<html lang="zh-CN">[^]* href="test\.small\.settle\.en\.html"/)
  })
})

it('a wrong policy leaves the folder as it is', () => {
  const cwd = folderWith({
    'policies/wrong.policy': smallPolicy.replace('test.small', 'test.wrong').replace('按比例 60%', '按比例 60'),
  })
  const { status, out, error } = daiyu(['build', '--out', 'generated'], { cwd })
  expect({ status, out }).toEqual({ status: 1, out: '' })
  expect(error).toContain('policies/wrong.policy')
  expect(existsSync(join(cwd, 'generated'))).toBe(false)
})

it('needs a folder', () => {
  expect(daiyu(['build'])).toMatchObject({ status: 2, out: '' })
  const cwd = folderWith({ taken: 'a file' })
  const { status, error } = daiyu(['build', '--out', 'taken'], { cwd })
  expect(status).toBe(2)
  expect(error).toMatch(/taken can't be used/)
})
