import { sayWhy } from '../diff/exact/why.ts'
import type { EditionInfo } from '../program/program.ts'
import type { Words } from './words.ts'

const dates = ({ from, until }: EditionInfo): string => `${from ?? '……'} — ${until ?? '……'}`

/** What a proof says, in Chinese. */
export const zh: Words = {
  title: (policy, decision, edition) => `${policy} · ${decision} · 版本 ${edition.name}（${dates(edition)}）`,
  kind: {
    promise: '政策的保证',
    conservation: '收支相抵：分出的各项加起来，正是所分的金额',
    notNegative: '金额不为负',
    rate: '比例在0到100%之间',
    monotone: '单调：其他都一样，只有一个数变大',
  },
  status: { proved: '成立', refuted: '不成立', limit: '未能判定' },
  all: (names) => `${names.length}项：${names.join('、')}`,
  statedAt: (place) => `（${place}）`,
  case: '不成立的案例：',
  first: '前一个案例：',
  second: '后一个案例：',
  dearer: (name, from, to) => `${name}从 ${from} 增至 ${to}，其他不变：`,
  falls: (name, from, to, by) => `${name}从 ${from} 降到 ${to}，少了 ${by}。`,
  rises: (name, from, to, by) => `${name}从 ${from} 升到 ${to}，多了 ${by}。`,
  found: (values) => `此时${values.map(([name, value]) => `${name}为 ${value}`).join('，')}。`,
  settled: '按规则算得：',
  refusedBy: (labels) => `这样的案例不予结算，因为政策保证“${labels.join('”“')}”。`,
  outside: (edition) => `只对本版本日期（${dates(edition)}）以内的案例成立；别的日期按本版本重算时，有不成立的案例：`,
  notDecided: (expression, place, why) => `没有判定：${expression}（${place}）：${why}`,
  why: (why) => sayWhy(why, 'zh'),
  summary: (proved, refuted, limits) =>
    refuted + limits === 0
      ? `${proved}项全部成立：对每一个可能的案例都已证明，不是抽查。`
      : `${proved}项成立，${refuted}项不成立，${limits}项未能判定。成立的是对每一个可能的案例都已证明，不是抽查。`,
}
