import { transform } from 'esbuild'
import { expect, test } from 'vitest'
import { fileName } from '../../compiler/cli/build/built-file.ts'
import { emitDecision, emitTypeScript } from '../../compiler/typescript/emit.ts'
import { settled } from '../interpret/make.ts'
import { outcome, runProgram } from './generated.ts'
import { hostileProgram, hostileTexts, programWith } from './hostile.ts'

/** The code without its comments, and with every string the same. */
async function structure(code: string): Promise<string> {
  const { code: bare } = await transform(code, {
    loader: 'ts',
    minifyWhitespace: true,
    legalComments: 'none',
    charset: 'utf8',
  })
  // An edition may give its name to the import of it.
  return bare
    .replace(/\bsettle[\w\p{Script=Han}]+/gu, 'settleIn')
    .replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g, 'text')
}

async function structures(text: string): Promise<readonly string[]> {
  const program = programWith(text)
  const { code } = await emitTypeScript(program, new Map())
  return [await structure(code), await structure(await emitDecision([program], () => './edition.js'))]
}

test.each(hostileTexts.map((text) => [JSON.stringify(text), text]))('%s changes no structure', async (_, text) => {
  expect(await structures(text)).toEqual(await structures('标签'))
})

test.each(hostileTexts.map((text) => [JSON.stringify(text), text]))('%s comes out as it went in', async (_, text) => {
  const program = programWith(text)
  const input = { on: '2023-06-01', tier: 'community' }
  expect(outcome(await runProgram(program), input)).toEqual(settled(program, input))
})

test('no text is printed that would turn or hide what follows it', async () => {
  for (const text of hostileTexts) {
    const { code } = await emitTypeScript(programWith(text), new Map())
    expect(code.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|<\/script>/u)
    expect(code.replace(/'(?:[^'\\\n]|\\.)*'/g, '')).not.toContain('@')
  }
})

test('identifiers may be any words', async () => {
  const settle = await runProgram(hostileProgram)
  const input = { on: '2023-06-01', class: { amount: '10.00' }, items: [{ amount: '0.50' }, { amount: 1 }] }
  expect(outcome(settle, input)).toEqual(settled(hostileProgram, input))
})

test('no edition leaves the folder it is written to', () => {
  const names = ['a.2023', '../../etc/passwd', '..', 'C:\\x', 'a/b', '甲.「2023」', 'con\u0000'].map(fileName)
  expect(names).toEqual(['a.2023', '__.._etc_passwd', '_', 'C__x', 'a_b', '甲._2023_', 'con_'])
})
