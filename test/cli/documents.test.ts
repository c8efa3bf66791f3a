/** `daiyu check --coverage` and `--sources`: what became of each fact, and whether every quote is in its text. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { daiyu } from './daiyu.ts'
import { folderWith } from './folder-with.ts'
import { smallVocabulary } from './small-policy.ts'

// Every fact is in one place only, so that each status has one reason.
const shared = `模块「共用的规则」
来源 通则「通则」官方
条文 通则「总则」
  原文「补贴按六成计算，四舍五入到分。」对应 M1
  应补 是指 申请金额 × 60% 四舍五入到分
  原文「没有政策用到的一句。」对应 M2
  多余 是指 1元
名称对照
  | 通则 | general   |
  | 应补 | entitled  |
  | 多余 | needless  |
`
const policyOf = (id: string) => `政策 ${id}「${id}」
引用「words」
引用「shared」
事项 核定
来源 文件「文件」官方
版本「2023」始于 2023年1月1日 选用依据 申请日期

条文 文件「第一条」
  累计年度 始于 1月1日
  原文「申请金额先补后付。」对应 A1、A2
  分担 申请金额
    至多 应补  计入 补贴
    其余       计入 自付

条文 文件「第二条」
  原文「乙类减半。」对应 A3
  解读 R1「减半在四舍五入之后」对应 A4
    理由「原文先说补贴」
  例外「乙类减半」如果 申请类别 属于 乙类：应补 改为 申请金额 × 30% 四舍五入到分
  原文「本办法由医保局解释。」对应 A5
  不作规则「经办机构应当公开办理时限。」对应 A6、A3
    理由「不影响金额」

名称对照
  | 文件 | document |

版本「2022」止于 2022年12月31日 修订「2023」
条文 文件「旧」
  原文「以前不减半。」对应 A8
  删除「乙类减半」
`
const facts = ['M1', 'M2', 'A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A7', 'A8'].map((id) => ({ id, other: 1 }))

const cwd = folderWith({
  'policies/words.policy': smallVocabulary,
  'policies/shared.policy': shared,
  'policies/a.policy': policyOf('test.a'),
  'policies/small.policy': '',
  'facts.json': JSON.stringify(facts),
  'wrapped.json': JSON.stringify({ title: 'facts', rows: facts.slice(0, 1) }),
})
const check = (...words: string[]) => daiyu(['check', ...words], { cwd })
const coverage = (...words: string[]) => {
  const { status, out, error } = check('--coverage', 'facts.json', '--format', 'json', ...words)
  expect({ status, error }).toEqual({ status: 1, error: '' })
  return JSON.parse(out)
}

describe('coverage', () => {
  it('is what the contract says: each fact with the rules that rest on a quote of it', () => {
    const rule = (name: string, line: number) => `test.a.settle ${name} (policies/a.policy:${line})`
    expect(coverage('policies/a.policy')).toEqual({
      facts: [
        { id: 'M1', status: 'cited', by: ['shared 应补 (policies/shared.policy:5)'], why: null },
        // No rule of the policy needs it: it is no rule of any policy.
        { id: 'M2', status: 'missing', by: [], why: null },
        { id: 'A1', status: 'cited', by: [rule('分担 申请金额', 11)], why: null },
        { id: 'A2', status: 'cited', by: [rule('分担 申请金额', 11)], why: null },
        // A rule and a clause: the rule counts.
        { id: 'A3', status: 'cited', by: [rule('例外「乙类减半」', 19)], why: null },
        { id: 'A4', status: 'cited', by: [rule('解读 R1', 17)], why: null },
        // A quote on which nothing rests.
        { id: 'A5', status: 'missing', by: [], why: null },
        { id: 'A6', status: 'notFormalised', by: [rule('不作规则', 21)], why: '不影响金额' },
        { id: 'A7', status: 'missing', by: [], why: null },
        { id: 'A8', status: 'cited', by: [rule('删除「乙类减半」', 30)], why: null },
      ],
    })
  })

  it('counts a rule of a module once, however many policies use it', () => {
    const two = folderWith({
      'policies/words.policy': smallVocabulary,
      'policies/shared.policy': shared,
      'policies/a.policy': policyOf('test.a'),
      'policies/b.policy': policyOf('test.b'),
      'facts.json': JSON.stringify(facts),
    })
    const { out } = daiyu(['check', '--coverage', 'facts.json', '--format', 'json'], { cwd: two })
    const [first, , third] = JSON.parse(out).facts
    expect(first.by).toEqual(['shared 应补 (policies/shared.policy:5)'])
    expect(third.by).toEqual([
      'test.a.settle 分担 申请金额 (policies/a.policy:11)',
      'test.b.settle 分担 申请金额 (policies/b.policy:11)',
    ])
  })

  it('is a table for people, with a summary, and 1 where something is missing', () => {
    const { status, out } = check('policies/a.policy', '--coverage', 'facts.json', '--language', 'zh')
    expect(status).toBe(1)
    expect(out).toMatch(/^ {2}M1 {2}有规则 {4}shared 应补 \(policies\/shared\.policy:5\)$/m)
    expect(out).toMatch(
      /^ {2}A6 {2}不作规则 {2}理由：不影响金额\n +test\.a\.settle 不作规则 \(policies\/a\.policy:21\)$/m,
    )
    expect(out).toMatch(/^ {2}A7 {2}缺$/m)
    expect(out).toContain('要点 10 条：6 条有规则，1 条不作规则，缺 3 条。')
  })

  it('is complete where nothing is missing, in an object too', () => {
    const words = ['policies/a.policy', '--coverage', 'wrapped.json']
    expect(check(...words)).toMatchObject({ status: 1, error: expect.stringContaining('unknown-fact') })
    const all = facts.filter(({ id }) => !['M2', 'A5', 'A7'].includes(id))
    writeFileSync(join(cwd, 'all.json'), JSON.stringify({ title: 'facts', rows: [...all, { id: 'A5' }] }))
    const text = policyOf('test.a').replace('  不作规则', '  不作规则「解释」对应 A5 理由「不影响金额」\n  不作规则')
    const complete = folderWith({
      'policies/shared.policy': shared.replace(' 对应 M2', '').replace('」对应 M2', '」'),
      'policies/a.policy': text,
      'all.json': JSON.stringify({ title: 'facts', rows: [...all, { id: 'A5' }] }),
    })
    const { status, out, error } = daiyu(['check', 'policies/a.policy', '--coverage', 'all.json'], { cwd: complete })
    expect({ status, error }).toEqual({ status: 0, error: '' })
    expect(out).toContain('8 facts: 6 cited, 2 not formalised, 0 missing.')
  })

  it('groups the facts by the text that they come from', () => {
    const rows = facts.map((fact) => ({ ...fact, seed: fact.id.startsWith('M') ? 'm.txt' : 'a.txt' }))
    writeFileSync(join(cwd, 'grouped.json'), JSON.stringify(rows))
    const { out } = check('policies/a.policy', '--coverage', 'grouped.json')
    expect(out).toMatch(/^m\.txt\n {2}M1 [^]*\n\na\.txt\n {2}A1 /)
  })

  it('says which cited number the list does not have, where, and what is near', () => {
    writeFileSync(join(cwd, 'fewer.json'), JSON.stringify(facts.filter(({ id }) => id !== 'A4')))
    const { status, error } = check('policies/a.policy', '--coverage', 'fewer.json')
    expect(status).toBe(1)
    expect(error).toMatch(/unknown-fact policies\/a\.policy:17:22\nThere is no fact “A4”\./)
    expect(error).toMatch(/Did you mean “A1”/)
  })

  it.each([
    ['not there', null, 2, 'no file'],
    ['no JSON', '{', 1, 'is not JSON'],
    ['no list', '{"rows": 1}', 1, 'array of rows'],
    ['two lists', '{"a": [], "b": []}', 1, 'array of rows'],
    ['a text', '"a"', 1, 'array of rows'],
    ['empty', '[]', 1, 'no row'],
    ['a row without id', '[{"id": "A1"}, {"name": "A2"}]', 1, 'row 2 has no id'],
    ['an id that is a number', '[{"id": 1}]', 1, 'row 1 has no id'],
    ['an id twice', '[{"id": "A1"}, {"id": "A1"}]', 1, 'id "A1" of row 2'],
  ])('a file that is %s is refused', (name, text, status, says) => {
    if (text !== null) writeFileSync(join(cwd, 'bad.json'), text)
    const found = check('--coverage', text === null ? name : 'bad.json')
    expect(found).toMatchObject({ status, out: '' })
    expect(found.error).toContain(says)
  })
})

describe('sources', () => {
  const quotes = (quote: string, clause = '（说明）') => `政策 test.quotes「引文」
引用「words」
事项 核定
来源 文件「文件」官方
版本「2023」选用依据 申请日期
条文 文件「第一条」
  原文「${quote}」对应 F1
  不作规则「${clause}」理由「不影响金额」
  摘要「大致如此，原文不在手边」
  分担 申请金额
    其余 计入 补贴
  自付 是指 0元
`
  const folder = (quote: string, clause?: string) => {
    const made = folderWith({
      'policies/small.policy': quotes(quote, clause),
      'facts.json': JSON.stringify([{ id: 'F1', seed: 'first.txt' }]),
    })
    mkdirSync(join(made, 'texts'))
    writeFileSync(
      join(made, 'texts', 'first.txt'),
      '第一条\n  补贴全部**申请\n金额**，\n不设限额。\n第二条 另有规定的除外。',
    )
    writeFileSync(join(made, 'texts', 'second.txt'), '附件\n办理时限为五日。')
    writeFileSync(join(made, 'texts', 'notes.md'), '不在其中的一句话')
    return made
  }
  const look = (made: string, ...words: string[]) => {
    const { status, error } = daiyu(['check', '--sources', 'texts', '--language', 'zh', ...words], { cwd: made })
    return { status, error }
  }
  const fine = { status: 0, error: '' }

  it('finds a quote across lines, white space and asterisks', () => {
    expect(look(folder('补贴全部申请金额，不设限额。'))).toEqual(fine)
    expect(look(folder('补贴 全部申请 金额'))).toEqual(fine)
    expect(look(folder('办理时限为五日。'))).toEqual(fine)
  })

  it('finds pieces that follow each other', () => {
    expect(look(folder('补贴全部……不设限额……除外。'))).toEqual(fine)
    const { status, error } = look(folder('不设限额……补贴全部'))
    expect(status).toBe(1)
    expect(error).toContain('它在 first.txt:2 “补贴全部”，但不在前面那一段之后。')
    // Each is there, in another text.
    expect(look(folder('补贴全部……办理时限')).error).toContain('second.txt:2 “办理时限”')
    // The same words can't stand for two pieces.
    expect(look(folder('申请金额……申请金额')).status).toBe(1)
  })

  it('says which piece is not there, where in the policy, and what is nearest', () => {
    const { status, error } = look(folder('补贴全部……不设最高限额'))
    expect(status).toBe(1)
    expect(error).toMatch(/quote-not-found policies\/small\.policy:7:5\n来源的文本里找不到“不设最高限额”。/)
    expect(error).toContain('最接近的是 first.txt:4 “不设限额。第”。')
    expect(look(folder('在别处的一句话')).error).toContain('没有哪一处与它相近。')
    expect(look(folder('不在其中的一句话')).status).toBe(1)
  })

  it('looks for a quote in the text of the fact that it cites', () => {
    expect(look(folder('补贴全部申请金额'), '--coverage', 'facts.json')).toEqual(fine)
    const { error } = look(folder('办理时限为五日'), '--coverage', 'facts.json')
    expect(error).toContain('它在 second.txt:2 “办理时限为五日”，而所对应的要点出自“first.txt”。')
  })

  it('looks for clauses that are not formalised, unless they describe', () => {
    expect(look(folder('补贴全部', '办理时限为五日。'))).toEqual(fine)
    expect(look(folder('补贴全部', '办理时限为六日。')).error).toMatch(/quote-not-found policies\/small\.policy:8:7/)
    expect(look(folder('补贴全部', '（办理时限的规定）'))).toEqual(fine)
  })

  it('is among the problems for programs', () => {
    const { out } = daiyu(['check', '--sources', 'texts', '--format', 'json'], { cwd: folder('没有的') })
    expect(JSON.parse(out).problems).toEqual([
      expect.objectContaining({
        code: 'quote-not-found',
        line: 7,
        facts: { piece: '没有的', texts: [], how: 'nowhere' },
      }),
    ])
  })

  it('refuses a folder without texts, or without one that a fact names', () => {
    const made = folder('补贴全部')
    expect(daiyu(['check', '--sources', 'policies'], { cwd: made })).toMatchObject({ status: 2, out: '' })
    expect(daiyu(['check', '--sources', 'none'], { cwd: made })).toMatchObject({ status: 2, out: '' })
    expect(daiyu(['check', '--sources', 'facts.json'], { cwd: made })).toMatchObject({ status: 2, out: '' })
    writeFileSync(join(made, 'facts.json'), '[{"id": "F1", "seed": "third.txt"}]')
    expect(look(made, '--coverage', 'facts.json')).toMatchObject({
      status: 1,
      error: expect.stringContaining('third.txt'),
    })
  })
})
