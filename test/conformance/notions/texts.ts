import { diagnosed, evaluated, hand, notion, sketched, type GroupSource } from '../author.ts'
import { grid } from '../inputs.ts'
import { filesOf } from '../sketch.ts'

const papers = {
  choices: { 'Kind FilingKind': 'Stay longTerm\nReferral referral\nTrip temporary' },
  input: 'Which kind FilingKind\nAgent byAgent boolean\nTotal total money\nBorn birthDate date',
  lists: { 'Bills bills': 'Amount bill.amount money' },
  output: 'Papers papers texts\nHints hints texts\nCount count number',
}

const filled = { kind: 'temporary', byAgent: false, total: '0', birthDate: '1990-01-01', bills: [] }
const bill = (amount: string): object => ({ amount })

/** A list of which this problem is told. */
const listing = (about: string, rows: string, code: string, opening = '  list all papers\n'): GroupSource =>
  diagnosed(about, filesOf({ ...papers, output: 'Papers papers texts', rules: `${opening}${rows}` }), [code])

export const listAll = notion(
  'list-all',
  'list all gives every text whose condition holds, in the order of the rows.',
  [
    sketched(
      'whatever always; otherwise where no other row holds; none at all',
      {
        ...papers,
        rules: `
  list all papers
    | "identity card"    | whatever                                                         |
    | "residence permit" | kind in longTerm                                                 |
    | "referral"         | kind in referral                                                 |
    | "card of the agent" | byAgent                                                         |
    | "guardian’s ""consent""" | fullYears(birthDate, settledOn) below 18 years old         |
  list all hints
    | "apply by telephone" | kind in temporary and not byAgent    |
    | "bring every bill"   | (number of bills) more than 1        |
    | "large amount"       | isLarge or any bills such that bill.amount more than total |
    | "come to the counter" | otherwise                           |
  count   means number of bills
  isLarge means total at least 1 wan yuan

names
  | IsLarge | isLarge |`,
      },
      [
        hand(
          { ...filled, kind: 'referral', byAgent: true, birthDate: '2006-06-16' },
          {
            papers: ['identity card', 'referral', 'card of the agent', 'guardian’s "consent"'],
            hints: ['come to the counter'],
          },
          '17 years old until tomorrow; no hint holds',
        ),
        hand(
          { ...filled, total: '10000', bills: [bill('1'), bill('2')] },
          { papers: ['identity card'], hints: ['apply by telephone', 'bring every bill', 'large amount'], count: 2 },
          'in the order of the rows',
        ),
        hand(
          { ...filled, kind: 'longTerm', total: '9999.99', bills: [bill('10000')] },
          { papers: ['identity card', 'residence permit'], hints: ['large amount'] },
          'one bill is more than the total',
        ),
        ...evaluated(
          grid({
            kind: ['longTerm', 'referral', 'temporary'],
            byAgent: [true, false],
            total: ['0', '10000'],
            birthDate: ['2006-06-15', '2006-06-16'],
            bills: [[], [bill('0.01'), bill('0.02')]],
          }),
        ),
      ],
    ),
    sketched(
      'under headings, and none where no row holds',
      {
        words: 'zh',
        choices: { '种类 Kind': '长期 longTerm\n转诊 referral\n临时 temporary' },
        input: '申请种类 kind 种类\n代办 byAgent 是否',
        output: '材料 papers 文字清单',
        rules: `
  适用于 申请种类 属于 长期：
    列出 材料
      | 「居住证」       | 不论 |
      | 「代办人身份证」 | 代办 |
  适用于 申请种类 属于 转诊、临时：
    列出 材料
      | 「转诊单」       | 申请种类 属于 转诊 |
      | 「代办人身份证」 | 代办               |`,
      },
      [
        hand({ kind: 'temporary', byAgent: false }, { papers: [] }, 'no row holds, and none says “otherwise”'),
        hand({ kind: 'referral', byAgent: true }, { papers: ['转诊单', '代办人身份证'] }, 'both'),
        ...evaluated(grid({ kind: ['longTerm', 'referral', 'temporary'], byAgent: [true, false] })),
      ],
    ),
    sketched(
      'an edition that lists otherwise',
      {
        input: 'Agent byAgent boolean',
        output: 'Papers papers texts',
        editions: 'edition "a" until 2023-12-31 selected by settledOn',
        rules: `
  list all papers
    | "identity card" | whatever |
    | "letter"        | byAgent  |
edition "b" from 2024-01-01 amends "a"
article measure "b"
  quote "b"
  replace list all papers
    | "nothing by yourself" | not byAgent |
    | "two letters"         | otherwise   |`,
      },
      [
        hand({ settledOn: '2023-12-31', byAgent: true }, { papers: ['identity card', 'letter'] }, 'the old list'),
        hand({ settledOn: '2024-01-01', byAgent: true }, { papers: ['two letters'] }, 'the new list'),
        ...evaluated(grid({ settledOn: ['2000-01-01', '2024-01-01'], byAgent: [true, false] })),
      ],
    ),
    listing('a row behind otherwise', '    | "x" | otherwise |\n    | "y" | byAgent |', 'row-never-applies'),
    listing(
      'otherwise, where a row always holds',
      '    | "x" | whatever |\n    | "y" | otherwise |',
      'row-never-applies',
    ),
    listing('an amount as a text', '    | 5 yuan | byAgent |', 'wrong-type'),
    listing('an amount as a condition', '    | "x" | total |', 'wrong-type'),
    listing('two texts in a cell', '    | "x", "y" | byAgent |', 'wrong-type'),
    listing('two conditions', '    | "x" | byAgent | byAgent |', 'wrong-cell-count'),
    listing('a rule that asks about texts', '    | "x" | byAgent |\n  requires "papers" papers', 'wrong-type'),
    listing(
      'in one case only',
      '    | "x" | byAgent |',
      'not-defined-here',
      '  applies to kind in longTerm:\n  list all papers\n',
    ),
    listing('twice', '    | "x" | byAgent |\n  list all papers\n    | "y" | byAgent |', 'defined-twice'),
  ],
)
