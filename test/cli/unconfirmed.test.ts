/** `daiyu run`: what a result leans on is said with it, and nothing is said of one that leans on official sources only. */
import { expect, it } from 'vitest'
import { daiyu } from './daiyu.ts'
import { folderWith } from './folder-with.ts'
import { smallCase, smallPolicy, smallVocabulary } from './small-policy.ts'

// The edition of 2022 comes from a newspaper.
const text = smallPolicy
  .replace('来源 文件', '来源 晚报「晚报，2022年1月」报刊\n来源 文件')
  .replace('条文 文件「2022年」', '条文 晚报「2022年」')
const cwd = folderWith({ 'policies/small.policy': text })
const on = (date: string) => JSON.stringify({ request: { ...smallCase.request, on: date } })
const run = (input: string, ...words: string[]) =>
  daiyu(['run', 'test.small.settle', '--input', '-', ...words], { cwd, input })

// 100.01 × 50% = 50.005, half up 50.01, and 50.00 is left; 100.01 × 60% = 60.006, half up 60.01, and 40.00 is left.
const before = {
  policy: 'test.small',
  edition: '2022',
  subsidy: '50.01',
  rest: '50.00',
  unconfirmed: ['晚报，2022年1月'],
}
const after = { policy: 'test.small', edition: '2023', subsidy: '60.01', rest: '40.00' }

it('names the sources for programs, for one case or many', () => {
  expect(JSON.parse(run(on('2022-05-01'), '--format', 'json').out)).toEqual(before)
  expect(JSON.parse(run(on('2023-05-01'), '--format', 'json').out)).toEqual(after)
  const { out } = run(`${on('2022-05-01')}\n${on('2023-05-01')}\n`)
  expect(
    out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toEqual([before, after])
})

it('names the sources in the fields of the platform too, where there are any', () => {
  const words = smallVocabulary.replace('subsidy | 金额 | 未填', 'subsidy | 金额 | hifp_pay')
  const folder = folderWith({ 'policies/words.policy': words, 'policies/small.policy': text })
  const platform = (date: string) => {
    const command = ['run', 'test.small.settle', '--input', '-', '--format', 'platform']
    return JSON.parse(daiyu(command, { cwd: folder, input: on(date) }).out)
  }
  expect(platform('2022-05-01')).toMatchObject({ setlinfo: { hifp_pay: '50.01' }, unconfirmed: ['晚报，2022年1月'] })
  expect(platform('2023-05-01')).not.toHaveProperty('unconfirmed')
})

it('names the sources and the rules below the bill for people', () => {
  expect(run(on('2022-05-01'), '--language', 'zh').out).toMatch(
    /自付 +50\.00\n\n注意：结果用到报刊来源「晚报，2022年1月」：补贴、自付\n$/,
  )
  expect(run(on('2023-05-01'), '--language', 'zh').out).not.toContain('注意')
  expect(run(on('2022-05-01')).out).toContain('leans on a press source, "晚报，2022年1月": subsidy, rest')
})

it('says in a comparison of editions which of them leans', () => {
  expect(run(on('2022-05-01'), '--edition', 'all', '--language', 'zh').out).toMatch(
    /^2022: 注意：结果用到报刊来源「晚报，2022年1月」：补贴、自付$/m,
  )
})
