/** Receipts: what goes into their hashes, and that interpreter and generated code give the same. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { compile, type Readings } from '../../compiler/compile.ts'
import { javaScriptFiles } from '../../compiler/cli/build/javascript-files.ts'
import { provenanceOf } from '../../compiler/program/provenance.ts'
import { version } from '../../compiler/version.ts'
import { hashOf, type Receipt } from '../../runtime/receipt.ts'
import { smallCase, smallPolicy, smallVocabulary } from '../cli/small-policy.ts'
import { completeBill, handBills } from '../ningbo/hand.ts'
import { ningboTexts } from '../interpret/ningbo.ts'
import { runCode } from '../typescript/generated.ts'

const files = { 'words.policy': smallVocabulary, 'small.policy': smallPolicy }
const asFiles = (texts: Readonly<Record<string, string>>) =>
  Object.entries(texts).map(([name, text]) => ({ name, text }))

function provenance(texts: Readonly<Record<string, string>>, edition = '2023', readings: Readings = {}) {
  const { programs, problems } = compile(asFiles(texts), readings)
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
  const program = programs.find((each) => each.edition.name === edition)!
  return provenanceOf(program, new Map(Object.entries(texts)))
}

const hex = (text: string): string => createHash('sha256').update(text).digest('hex')

it('the version is that of the package', () => {
  const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as object
  expect(manifest).toMatchObject({ version })
})

it('says decision, edition, readings, compiler, and the hash of the files', () => {
  // Both files are as they would be formatted, so that their hashes are what any tool gives.
  const hashes = Object.values(files).map(hex).toSorted()
  expect(provenance(files)).toEqual({
    decision: 'test.small.settle',
    edition: '2023',
    policy: `sha256:${hex(`${hashes[0]}\n${hashes[1]}\n`)}`,
    readings: {},
    compiler: `daiyu ${version}`,
  })
})

it('is the same whatever the files are called, how lines end, and what examples stand in other files', () => {
  const windows = smallPolicy.replaceAll('\n', '\r\n')
  const renamed = { 'a/words.policy': `\uFEFF${smallVocabulary}\n\n`, 'b/other.policy': windows }
  expect(provenance(renamed)).toEqual(provenance(files))
  const example = `政策 test.small「小政策」\n引用「words」\n事项 核定\n示例「一」\n  已知\n    | 申请日期 | 2023年1月1日 |\n    | 申请金额 | 1元 |\n    | 申请类别 | 甲类 |\n  应得\n    | 补贴 | 0.60元 |\n`
  expect(provenance({ ...files, 'small.examples.policy': example })).toEqual(provenance(files))
})

it('another policy, and another vocabulary, have another hash', () => {
  const rate = { ...files, 'small.policy': smallPolicy.replaceAll('60%', '61%') }
  const words = { ...files, 'words.policy': smallVocabulary.replace('乙类', '丙类') }
  const hashes = [files, rate, words].map((each) => provenance(each).policy)
  expect(new Set(hashes).size).toBe(3)
})

it('a file that speaks of another edition only does not count', () => {
  const [before = '', after = ''] = smallPolicy.split(/(?=版本「2023」)/u)
  const header = smallPolicy.slice(0, smallPolicy.indexOf('版本'))
  const apart = { 'words.policy': smallVocabulary, 'small.2022.policy': before, 'small.2023.policy': header + after }
  const changed = { ...apart, 'small.2022.policy': before.replaceAll('50%', '55%') }
  expect(provenance(changed, '2023')).toEqual(provenance(apart, '2023'))
  expect(provenance(changed, '2022').policy).not.toEqual(provenance(apart, '2022').policy)
})

it('another edition, and another reading, have another receipt', () => {
  expect(provenance(files, '2022')).not.toEqual(provenance(files, '2023'))
  const texts = Object.fromEntries(ningboTexts)
  const [own, other] = [{}, { C06: 'excluded' }].map((readings) => provenance(texts, '2023', readings))
  expect(own).toMatchObject({ readings: {}, policy: other?.policy })
  expect(other).toMatchObject({ readings: { C06: 'excluded' } })
})

it('without the texts there is no hash of the policy', () => {
  const [program] = compile(asFiles(files)).programs
  expect(provenanceOf(program!, new Map()).policy).toBeNull()
})

it('hashes of JSON do not depend on the order of keys, and depend on everything else', () => {
  expect(hashOf({ b: [1, null, 'x'], a: { d: '1', c: true } })).toBe(
    hashOf({ a: { c: true, d: '1' }, b: [1, null, 'x'] }),
  )
  expect(hashOf({ a: '1' })).toBe(`sha256:${hex('{"a":"1"}')}`)
  const values = [{ a: '1' }, { a: 1 }, { a: ['1'] }, { a: null }, {}, [], ['a'], 'a', null, true]
  expect(new Set(values.map(hashOf)).size).toBe(values.length)
})

it('generated code gives the same receipt, and equal results have equal receipts', async () => {
  const { programs } = compile(asFiles(files))
  const built = await javaScriptFiles(programs, asFiles(files), 'out')
  const code = built.find(({ name }) => name.endsWith('.settle.js'))?.text ?? ''
  const [settle, receipt] = [await runCode(code), await runCode(code, 'receipt')]
  const asTwo = receipt as unknown as (input: unknown, output: unknown) => Receipt
  const output = settle(smallCase)
  const expected = { ...provenance(files), input: hashOf(smallCase), output: hashOf(output) }
  expect(asTwo(smallCase, output)).toEqual(expected)
  expect(asTwo(structuredClone(smallCase), settle(smallCase))).toEqual(expected)
  expect(() => asTwo(smallCase, { ...Object(output), edition: '2021' })).toThrow('2021')
})

it('every bill worked out by hand has a receipt of its own', () => {
  const inputs = handBills.map(({ given }) => completeBill(given))
  expect(new Set(inputs.map(hashOf)).size).toBe(new Set(inputs.map((each) => JSON.stringify(each))).size)
})
