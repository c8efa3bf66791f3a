/** `--reading`: a case settled by another reading than the policy's own, and what says so. */
import { describe, expect, it } from 'vitest'
import { daiyu } from './daiyu.ts'
import { folderWith } from './folder-with.ts'
import { readingPolicy } from './reading-policy.ts'
import { smallPolicy } from './small-policy.ts'

const cwd = folderWith({ 'policies/read.policy': readingPolicy })
const chinese = ['--language', 'zh']
const caseOf = (kind: string) => JSON.stringify({ request: { on: '2023-05-01', amount: '300', kind } })
const run = (kind: string, ...words: string[]) =>
  daiyu(['run', 'test.read.settle', '--input', '-', ...words], { cwd, input: caseOf(kind) })
const result = (kind: string, ...words: string[]) => JSON.parse(run(kind, '--format', 'json', ...words).out)

describe('run', () => {
  it('settles by the policy’s own readings unless asked otherwise', () => {
    // 300 × 60% = 180, at most 100; class two: half of 100.
    expect(result('first')).toEqual({ policy: 'test.read', edition: '2023', subsidy: '100.00', rest: '200.00' })
    expect(result('second')).toMatchObject({ subsidy: '50.00', rest: '250.00' })
    expect(run('first', ...chinese).out).not.toContain('解读')
  })

  it('settles by another reading, in every article that has it, and the result is of the same fields', () => {
    // At most 100 of the 300, × 60% = 60; class two: at most 50 of the 300, × 60% = 30.
    const other = ['--reading', 'R1=whole']
    expect(result('first', ...other)).toEqual({
      policy: 'test.read',
      edition: '2023',
      subsidy: '60.00',
      rest: '240.00',
    })
    expect(result('second', ...other)).toMatchObject({ subsidy: '30.00', rest: '270.00' })
  })

  it('says below the bill by which reading', () => {
    const { out } = run('first', '--reading', 'R1=whole', ...chinese)
    expect(out).toMatch(/自付 +240\.00\n\n按另一种解读结算：R1=whole「封顶算全部金额」\n/)
    const all = run('first', '--reading', 'R1=whole', '--edition', 'all', ...chinese).out
    expect(all).toMatch(/\n\n按另一种解读结算：R1=whole「封顶算全部金额」\n/)
  })

  it('says nothing of a reading on which nothing rests in the edition', () => {
    const both = folderWith({
      'policies/read.policy': `${readingPolicy.replace('版本「2023」选用', '版本「2023」始于 2023年1月1日 选用').split('示例')[0]}
版本「2022」止于 2022年12月31日 选用依据 申请日期
条文 文件「旧」
  原文「全额补贴。」
  分担 申请金额
    其余 计入 补贴
  自付 是指 0元
`,
    })
    const words = ['run', 'test.read.settle', '--input', '-', '--reading', 'R1=whole', '--edition', 'all', ...chinese]
    const { out } = daiyu(words, { cwd: both, input: caseOf('first') })
    expect(out).toMatch(/^2023: 按另一种解读结算：R1=whole「封顶算全部金额」$/m)
  })
})

describe('explain', () => {
  const explain = (...words: string[]) =>
    daiyu(['explain', 'test.read.settle', '--input', '-', '--reading', 'R1=whole', ...words], {
      cwd,
      input: caseOf('first'),
    }).out

  it('says by which reading, and what the policy itself reads, and why', () => {
    const text = explain(...chinese)
    expect(text).toContain('按另一种解读结算：R1=whole「封顶算全部金额」，政策自己的解读是「封顶只算补贴」')
    expect(text).toMatch(
      /解读 R1，按另解 whole：封顶算全部金额\n +政策自己的解读：封顶只算补贴；理由：封顶写在补贴之后/,
    )
    expect(explain('--format', 'html', ...chinese)).toContain('按另一种解读结算：R1=whole「封顶算全部金额」')
  })

  it('gives programs both', () => {
    const { otherReadings, rules } = JSON.parse(explain('--format', 'json'))
    expect(otherReadings[0]).toEqual({
      name: 'R1',
      alternative: 'whole',
      statement: '封顶算全部金额',
      insteadOf: '封顶只算补贴',
    })
    expect(rules[0].readings).toEqual([
      {
        name: 'R1',
        statement: '封顶只算补贴',
        because: '封顶写在补贴之后',
        other: { name: 'whole', statement: '封顶算全部金额' },
      },
    ])
  })
})

describe('test', () => {
  it('settles the examples by another reading', () => {
    expect(daiyu(['test', ...chinese], { cwd })).toMatchObject({
      status: 0,
      out: expect.stringContaining('1 例全部相符'),
    })
    const { status, out } = daiyu(['test', '--reading', 'R1=whole', ...chinese], { cwd })
    expect(status).toBe(1)
    expect(out).toMatch(/补贴 +应得 100\.00 +实得 60\.00/)
  })
})

describe('what is no reading', () => {
  const refused = (...words: string[]) => {
    const { status, out, error } = run('first', ...words)
    expect({ status, out }).toEqual({ status: 2, out: '' })
    return error.split('\n')[0]
  }

  it('is wrong usage, and there is a list of what can be asked for', () => {
    expect(refused('--reading', 'R9=whole')).toBe('There is no reading R9. There are: R1=whole')
    expect(refused('--reading', 'R1=part')).toBe('Reading R1 has no other reading part. There are: R1=whole')
    expect(refused('--reading', 'R2=any')).toBe('Reading R2 has no other reading any. There are: R1=whole')
    const words = ['run', 'test.small.settle', '--input', '-', '--reading', 'R1=whole']
    expect(daiyu(words, { cwd, input: caseOf('first') })).toMatchObject({
      status: 2,
      error: expect.stringMatching(/no reading R1\. No reading here has another/),
    })
    expect(daiyu(['test', '--reading', 'R9=whole'], { cwd }).status).toBe(2)
  })

  it('has to be written as a name and another reading, each name once', () => {
    expect(refused('--reading', 'R1')).toContain('not as "R1"')
    expect(refused('--reading', 'R1=whole,')).toContain('not as ""')
    expect(refused('--reading', 'R1=whole,R1=part')).toContain('R1 twice')
    expect(refused('--reading', 'R1=whole', '--reading', 'R1=whole')).toContain('R1 twice')
  })

  it('can stand in one of several policies that are tested', () => {
    const beside = folderWith({ 'policies/read.policy': readingPolicy, 'policies/small.policy': smallPolicy })
    expect(daiyu(['test', '--reading', 'R1=whole'], { cwd: beside }).status).toBe(1)
  })
})

describe('check', () => {
  const check = (text: string, ...words: string[]) =>
    daiyu(['check', ...words], { cwd: folderWith({ 'policies/read.policy': text }) })
  const unknown = readingPolicy.replace('较小者（申请金额、50元）', '较小者（申请数额、50元）')

  it('checks the policy by every other reading too, and says by which', () => {
    expect(check(readingPolicy)).toMatchObject({ status: 0, error: '' })
    const { status, error } = check(unknown)
    expect(status).toBe(1)
    expect(error).toMatch(/unknown-name policies\/read\.policy:23:.*\n.*申请数额.*\nBy another reading: R1=whole\n/)
    expect(check(unknown, '--language', 'zh').error).toContain('改用这种解读时：R1=whole')
    const { problems } = JSON.parse(check(unknown, '--format', 'json').out)
    expect(problems).toEqual([expect.objectContaining({ code: 'unknown-name', line: 23, reading: 'R1=whole' })])
  })

  it('tells once what is wrong by every reading', () => {
    const both = readingPolicy.replace('至多 补贴额', '至多 补贴金')
    const { problems } = JSON.parse(check(both, '--format', 'json').out)
    expect(problems.map(({ code, reading }: { code: string; reading: unknown }) => [code, reading])).toEqual(
      expect.arrayContaining([['unknown-name', null]]),
    )
    expect(problems.filter(({ reading }: { reading: unknown }) => reading !== null)).toEqual([])
  })

  it('minds no name for which another reading has no use', () => {
    const helper = readingPolicy
      .replace('  补贴额 是指 较小者（申请金额 × 60%', '  六成 是指 申请金额 × 60%\n  补贴额 是指 较小者（六成')
      .replace('名称对照\n', '名称对照\n  | 六成 | share |\n')
    expect(check(helper)).toMatchObject({ status: 0, error: '' })
  })
})
