/** `daiyu readings`: every reading, on what it rests, what could be read instead, and how to run that. */
import { expect, it } from 'vitest'
import { daiyu } from './daiyu.ts'
import { folderWith } from './folder-with.ts'
import { readingPolicy } from './reading-policy.ts'
import { smallVocabulary } from './small-policy.ts'

const cwd = folderWith({ 'policies/read.policy': readingPolicy, 'policies/small.policy': '' })
const list = (...words: string[]) => daiyu(['readings', ...words], { cwd })

it('gives programs all that is said of each', () => {
  const { status, out, error } = list('--format', 'json', 'policies/read.policy')
  expect({ status, error }).toEqual({ status: 0, error: '' })
  const common = { decisions: ['test.read.settle'], source: '文件', file: 'policies/read.policy' }
  const run = 'daiyu run test.read.settle --input CASE.json --reading R1=whole'
  expect(JSON.parse(out)).toEqual({
    readings: [
      {
        ...common,
        name: 'R1',
        article: '第一条',
        // None of its own: those of the quote above it.
        facts: ['F1', 'F2'],
        statement: '封顶只算补贴',
        because: '封顶写在补贴之后',
        line: 9,
        alternatives: [
          {
            name: 'whole',
            statement: '封顶算全部金额',
            rule: '补贴额 是指 较小者（申请金额、100元）× 60% 四舍五入到分',
            run,
          },
        ],
      },
      {
        ...common,
        name: 'R1',
        article: '第二条',
        facts: ['F3'],
        statement: '减半在封顶之后',
        because: '先有补贴才有减半',
        line: 20,
        alternatives: [
          {
            name: 'whole',
            statement: '乙类封顶五十元',
            rule: '例外「乙类减半」如果 申请类别 属于 乙类：补贴额 改为 较小者（申请金额、50元）× 60% 四舍五入到分',
            run,
          },
        ],
      },
      {
        ...common,
        name: 'R2',
        article: '第二条',
        facts: ['F4'],
        statement: '没有别的限制',
        because: '原文没有写',
        line: 25,
        alternatives: [],
      },
    ],
  })
})

it('is a list for people', () => {
  const { out } = list('policies/read.policy', '--language', 'zh')
  expect(out).toContain(`R1 封顶只算补贴
  理由：封顶写在补贴之后
  test.read.settle · 文件 第一条
  F1 F2 policies/read.policy:9
  另解 whole：封顶算全部金额
      补贴额 是指 较小者（申请金额、100元）× 60% 四舍五入到分
    → daiyu run test.read.settle --input CASE.json --reading R1=whole
`)
  expect(out).toContain('3 种解读，其中写出的另解 2 种。')
})

it('says where the policies are, where they are not in ./policies', () => {
  const files = { 'mine/a b/words.policy': smallVocabulary, 'mine/a b/read.policy': readingPolicy }
  const elsewhere = folderWith(files)
  const commandOf = (...words: string[]) => {
    const { out } = daiyu(['readings', '--format', 'json', ...words], { cwd: elsewhere })
    const [reading] = (JSON.parse(out) as { readings: { alternatives: { run: string }[] }[] }).readings
    return reading?.alternatives[0]?.run
  }
  const run = (folder: string) => `daiyu run test.read.settle --input CASE.json --policies ${folder} --reading R1=whole`
  expect(commandOf('--policies', 'mine')).toBe(run('mine'))
  expect(commandOf('mine')).toBe(run('mine'))
  expect(commandOf('mine/a b/read.policy')).toBe(run("'mine/a b'"))
})

it('lists a reading of a module once, with the decisions that rest on it', () => {
  const shared = `模块「共用」
来源 通则「通则」官方
条文 通则「总则」
  原文「补贴六成。」
  解读 M1「舍到分」
    理由「从其自然」
    另解 down「向下舍」
      应补 是指
        申请金额 × 60% 向下取整到分
  应补 是指 申请金额 × 60% 四舍五入到分
名称对照
  | 通则 | general  |
  | 应补 | entitled |
`
  const policyOf = (id: string, rule: string) => `政策 ${id}「${id}」
引用「words」
引用「shared」
事项 核定
来源 文件「文件」官方
版本「2023」选用依据 申请日期
条文 文件「第一条」
  原文「补贴。」
  分担 申请金额
    至多 ${rule}  计入 补贴
    其余          计入 自付
`
  const two = folderWith({
    'policies/shared.policy': shared,
    'policies/a.policy': policyOf('test.a', '应补'),
    'policies/b.policy': policyOf('test.b', '应补'),
    'policies/c.policy': policyOf('test.c', '1元'),
  })
  const { out, error } = daiyu(['readings', '--format', 'json'], { cwd: two })
  expect(error).toBe('')
  const { readings } = JSON.parse(out)
  expect(readings).toHaveLength(1)
  expect(readings[0]).toMatchObject({ name: 'M1', decisions: ['test.a.settle', 'test.b.settle'] })
  // The rule as written, without the indentation that the article gives it.
  expect(readings[0].alternatives[0].rule).toBe('应补 是指\n  申请金额 × 60% 向下取整到分')
})

it('says that there are none, and refuses policies that are wrong', () => {
  expect(daiyu(['readings'], { cwd: folderWith() }).out).toBe('There are no readings.\n')
  const wrong = folderWith({ 'policies/read.policy': readingPolicy.replace('至多 补贴额', '至多 补贴金') })
  expect(daiyu(['readings'], { cwd: wrong })).toMatchObject({
    status: 1,
    out: '',
    error: expect.stringContaining('补贴金'),
  })
})
