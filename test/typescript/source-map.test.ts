import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { originalPositionFor, TraceMap } from '@jridgewell/trace-mapping'
import { beforeAll, expect, test } from 'vitest'
import { writeFiles } from '../../compiler/cli/build/built-file.ts'
import { javaScriptFiles } from '../../compiler/cli/build/javascript-files.ts'
import { emitTypeScript } from '../../compiler/typescript/emit.ts'
import { ningbo, ningboTexts } from '../interpret/ningbo.ts'
import { completeBill } from '../ningbo/hand.ts'

const lineAt = (file: string, line: number): string => (ningboTexts.get(file) ?? '').split('\n')[line - 1] ?? ''
let code: string
let map: TraceMap
beforeAll(async () => {
  const emitted = await emitTypeScript(ningbo(), ningboTexts)
  code = emitted.code
  map = new TraceMap(emitted.map)
})

/** The line of the policy that a piece of generated code comes from; the piece's `word` is what is asked about. */
function policyLine(piece: string, word: string): string {
  const at = code.indexOf(piece)
  if (at < 0) throw new Error(`${piece} is not in the code`)
  const before = code.slice(0, at + piece.indexOf(word)).split('\n')
  const { source, line } = originalPositionFor(map, { line: before.length, column: before.at(-1)?.length ?? 0 })
  return source !== null && line !== null ? lineAt(source, line) : 'null'
}

test.each([
  ["if (personStatus === 'active' && age < 45) return 900_00", '900_00', '| 在职 | 不满 45周岁   | 900元 |'],
  ["if (personStatus === 'active' && age < 45) return 900_00", '45', '| 在职 | 不满 45周岁   | 900元 |'],
  ['return 1200_00', '1200_00', '| 三级 | 1200元 |'],
  ['[35_000_00, 70_000_00]', '70_000_00', '按比例 基金支付比例 四舍五入到分  计入 统筹基金支付'],
  ['19389 /* 2023-02-01 */', '19389', '例外「家庭病床不设起付线」始于 2023年2月1日'],
  ["filing.kind === 'longTermResidence'", 'longTermResidence', '长期居住备案有效 是指 任一 备案 满足 备案有效'],
  ['function computeFund(', 'computeFund', '按比例 基金支付比例 四舍五入到分  计入 统筹基金支付'],
  ['const fund = computeFund(', 'computeFund', '按比例 基金支付比例 四舍五入到分  计入 统筹基金支付'],
  ['if (cash < 0n)', 'cash', '保证「个人现金不为负」个人现金 不低于 0元'],
])('%s: %s comes from the line', (piece, word, line) => {
  expect(policyLine(piece, word)).toContain(line)
})

test('what no line says comes from none', () => {
  expect(policyLine('const personKeys = ', 'personKeys')).toBe('null')
  expect(policyLine('export interface SettleOutput', 'SettleOutput')).toBe('null')
})

test('a stack names the line of the policy, through esbuild and Node', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'daiyu-stack-'))
  try {
    const files = [...ningboTexts].map(([name, text]) => ({ name, text }))
    writeFiles(folder, await javaScriptFiles([ningbo()], files, folder))
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
    const bill = completeBill({ costs: { total: '1.00', firstPay: '2.00' } })
    const main = `import { settle } from './ningbo.employee.settle.js'\nsettle(${JSON.stringify(bill)})\n`
    writeFileSync(join(folder, 'main.js'), main)
    const run = promisify(execFile)(process.execPath, ['--enable-source-maps', join(folder, 'main.js')])
    const { stderr } = await run.then(
      () => ({ stderr: '' }),
      (error: { stderr: string }) => error,
    )
    const settlement = 'policies/shared/settlement.policy'
    const lines = (ningboTexts.get(settlement) ?? '').split('\n')
    const line = lines.findIndex((text) => text.includes('数额 账单先自付')) + 1
    expect(stderr).toContain(`settlement.policy:${line}:`)
    expect(stderr).toContain('computeFirstPay')
  } finally {
    rmSync(folder, { recursive: true })
  }
})
