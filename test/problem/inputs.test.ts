import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { compile } from '../../compiler/compile.ts'

const read = (name: string): string => readFileSync(`policies/${name}`, 'utf8')

function problemsWith(name: 'vocabulary.policy' | 'ningbo/employee.settle.policy', from: string, to: string) {
  const files = ['vocabulary.policy', 'ningbo/employee.settle.policy'].map((each) => ({ name: each, text: read(each) }))
  const changed = files.map((file) => (file.name === name ? { ...file, text: file.text.replace(from, to) } : file))
  expect(changed).not.toEqual(files)
  return compile(changed).problems.map(({ code, facts }) => [code, facts.name])
}

it('two inputs of one label cannot be told apart', () => {
  const [from, to] = [
    '| 当年账户余额     | yearToDate.currentAccount',
    '| 账单自费         | yearToDate.currentAccount',
  ]
  expect(problemsWith('vocabulary.policy', from, to)).toContainEqual(['defined-twice', '账单自费'])
})

it('an amount that comes in is split in every case or in none', () => {
  const section = '  适用于 医疗类别 属于 住院：\n  分担 医疗费总额'
  expect(problemsWith('ningbo/employee.settle.policy', '  分担 医疗费总额', section)).toContainEqual([
    'split-incomplete',
    '医疗费总额',
  ])
})
