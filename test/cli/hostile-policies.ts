/** Policies that somebody wrote to keep the compiler busy. */
import { smallPolicy } from './small-policy.ts'

const header = smallPolicy.slice(0, smallPolicy.indexOf('版本'))
const [article = ''] = /条文[^]*?(?=版本)/.exec(smallPolicy) ?? []
const edition = '版本「2023」选用依据 申请日期\n'
const withRule = (rule: string) => `${header}${edition}条文 文件「一」\n  原文「一」\n  ${rule}\n${article}`
const repeated = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, n) => line(n)).join('\n')

export const hostilePolicies: readonly (readonly [string, string | Uint8Array])[] = [
  ['300 KiB of comments', `${smallPolicy}${'※ 一行\n'.repeat(30_000)}`],
  ['300 KiB in one word', withRule(`甲${'a'.repeat(300_000)} 是指 1元`)],
  ['200 KiB in one name', withRule(`${'甲'.repeat(66_000)} 是指 1元`)],
  ['10 000 parentheses', withRule(`甲 是指 ${'（'.repeat(10_000)}1元${'）'.repeat(10_000)}`)],
  ['10 000 opening parentheses', withRule(`甲 是指 ${'（'.repeat(10_000)}`)],
  ['10 000 additions', withRule(`甲 是指 1元${' + 1元'.repeat(10_000)}`)],
  ['10 000 negations', withRule(`甲 是指 ${'并非 '.repeat(10_000)}是`)],
  ['5 000 names', withRule(repeated(5_000, (n) => `甲${n} 是指 ${n}元`))],
  ['500 names, each unknown', withRule(repeated(500, (n) => `甲${n} 是指 乙${n}`))],
  ['a million names', withRule(repeated(1_000_000, (n) => `甲${n} 是指 1元`))],
  ['a long chain of names', withRule(repeated(500, (n) => `甲${n} 是指 甲${n + 1}`))],
  ['a chain of names that doubles', withRule(repeated(200, (n) => `甲${n} 是指 甲${n + 1} + 甲${n + 1}`))],
  ['200 rows', withRule(`表格 甲 按照 申请类别\n${repeated(200, (n) => `| 甲类 | ${n}元 |`)}`)],
  ['10 000 columns', withRule(`表格 甲 按照 申请类别\n|${' 甲类 |'.repeat(10_000)}`)],
  ['10 000 bands', withRule(`分段 甲 随着 申请金额\n${repeated(9_000, (n) => `| ${n}元—${n + 1}元 | 1% |`)}`)],
  ['10 000 editions', `${header}${repeated(5_000, (n) => `版本「${n}」选用依据 申请日期`)}`],
  ['10 000 examples', `${header}${edition}${article}${repeated(5_000, (n) => `示例「${n}」沿用「${n + 1}」`)}`],
  ['10 000 quotes', `${header}${edition}条文 文件「一」\n${'  原文「一」\n'.repeat(9_000)}`],
  ['an open quote', `${smallPolicy}原文「${'一'.repeat(60_000)}`],
  ['only bars', '|'.repeat(200_000)],
  ['only opening quotes', '「'.repeat(80_000)],
  ['zeros', `${smallPolicy}${'\0'.repeat(100_000)}`],
  ['a number of 100 000 digits', withRule(`甲 是指 ${'9'.repeat(100_000)}元`)],
  ['a fraction of 100 000 digits', withRule(`甲 是指 1元 × 1/${'7'.repeat(100_000)}`)],
  ['not UTF-8', Buffer.from([0xd5, 0xfe, 0xb2, 0xdf])],
]
