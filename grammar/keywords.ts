/** What a keyword opens; null for a word inside a statement. */
export type Opens = 'top' | 'item' | 'section' | 'part' | 'line' | null

/** One row per keyword: its token, its spelling in both languages, and what it opens. */
export interface Keyword {
  readonly token: string
  readonly zh: string
  readonly en: string
  readonly opens: Opens
}

const rows = [
  ['Policy', '政策', 'policy', 'top'],
  ['Vocabulary', '词汇', 'vocabulary', 'top'],
  ['Module', '模块', 'module', 'top'],
  ['Use', '引用', 'uses', 'top'],
  ['Decision', '事项', 'decision', 'top'],
  ['Source', '来源', 'source', 'top'],
  ['Edition', '版本', 'edition', 'top'],
  ['Article', '条文', 'article', 'top'],
  ['Record', '记录', 'record', 'top'],
  ['List', '清单', 'list', 'top'],
  ['Choices', '选项', 'choices', 'top'],
  ['Regions', '地区', 'regions', 'top'],
  ['Dataset', '资料', 'dataset', 'top'],
  ['Names', '名称对照', 'names', 'top'],
  ['Platform', '平台', 'platform', 'top'],
  ['Always', '保证', 'always', 'top'],
  ['Example', '示例', 'example', 'top'],

  ['Quote', '原文', 'quote', 'item'],
  ['Summary', '摘要', 'summary', 'item'],
  ['Reading', '解读', 'reading', 'item'],
  ['NotFormalised', '不作规则', 'not formalised', 'item'],
  ['YearStart', '累计年度', 'yearly totals', 'item'],
  ['Table', '表格', 'table', 'item'],
  ['Bands', '分段', 'bands', 'item'],
  ['Classify', '依次判定', 'classify in order', 'item'],
  ['Split', '分担', 'split', 'item'],
  ['Move', '转出', 'move', 'item'],
  ['Accumulate', '累计', 'accumulate', 'item'],
  ['Except', '例外', 'except', 'item'],
  ['Adjust', '调整', 'adjust', 'item'],
  ['Match', '对照', 'match', 'item'],

  ['Alternatively', '另解', 'alternatively', 'item'],
  ['Replace', '替换', 'replace', 'item'],
  ['Remove', '删除', 'remove', 'item'],
  ['Lowest', '孰低', 'lowest', 'item'],
  ['Highest', '孰高', 'highest', 'item'],

  ['AppliesTo', '适用于', 'applies to', 'section'],
  ['Each', '每项', 'each', 'section'],

  ['Given', '已知', 'given', 'part'],
  ['Expect', '应得', 'expect', 'part'],

  ['UpTo', '至多', 'up to', 'line'],
  ['AtRate', '按比例', 'at rate', 'line'],
  ['Exactly', '数额', 'exactly', 'line'],
  ['TheRest', '其余', 'the rest', 'line'],

  ['From', '始于', 'from', null],
  ['Until', '止于', 'until', null],
  ['SelectedBy', '选用依据', 'selected by', null],
  ['Amends', '修订', 'amends', null],
  ['Cites', '对应', 'cites', null],
  ['Because', '理由', 'because', null],
  ['Means', '是指', 'means', null],
  ['By', '按照', 'by', null],
  ['Along', '随着', 'along', null],
  ['BandedFrom', '分段起于', 'banded from', null],
  ['Into', '计入', 'into', null],
  ['OutOf', '来自', 'out of', null],
  ['Adds', '增加', 'adds', null],
  ['Subtracts', '减少', 'subtracts', null],
  ['If', '如果', 'if', null],
  ['Becomes', '改为', 'becomes', null],
  ['LoweredBy', '下浮', 'lowered by', null],
  ['RaisedBy', '上浮', 'raised by', null],
  ['MultipliedBy', '乘以', 'multiplied by', null],
  ['TiesTo', '相同从', 'ties to', null],
  ['ThisEdition', '本版', 'this edition', null],
  ['BasedOn', '沿用', 'based on', null],

  ['And', '并且', 'and', null],
  ['Or', '或者', 'or', null],
  ['Not', '并非', 'not', null],
  ['In', '属于', 'in', null],
  ['NotIn', '不属于', 'not in', null],
  ['Below', '不满', 'below', null],
  ['AtLeast', '不低于', 'at least', null],
  ['MoreThan', '超过', 'more than', null],
  ['AtMost', '不超过', 'at most', null],
  ['Before', '早于', 'before', null],
  ['After', '晚于', 'after', null],
  ['NotBefore', '不早于', 'not before', null],
  ['NotAfter', '不晚于', 'not after', null],
  ['Equals', '等于', 'equals', null],
  ['Any', '任一', 'any', null],
  ['All', '全部', 'all', null],
  ['Count', '个数', 'number of', null],
  ['Sum', '合计', 'sum of', null],
  ['Taking', '取值', 'taking', null],
  ['SuchThat', '满足', 'such that', null],
  ['OrElse', '未填则', 'or else', null],
  ['Absent', '未填', 'absent', null],
  ['OpenEnded', '无期限', 'open ended', null],
  ['Otherwise', '其他', 'otherwise', null],
  ['Same', '同左', 'same', null],
  ['Whatever', '不论', 'whatever', null],
  ['NotBelowZero', '不足为零', 'not below zero', null],
  ['HalfUpFen', '四舍五入到分', 'rounded half up to fen', null],
  ['HalfUpYuan', '四舍五入到元', 'rounded half up to yuan', null],
  ['UpMonth', '向上取整到月', 'rounded up to months', null],
  ['UpFen', '向上取整到分', 'rounded up to fen', null],
  ['DownFen', '向下取整到分', 'rounded down to fen', null],
  ['HalfEvenFen', '银行家舍入到分', 'rounded half even to fen', null],
] as const satisfies readonly (readonly [string, string, string, Opens])[]

export type KeywordToken = (typeof rows)[number][0]

/** Every keyword, once. Both spellings are keywords in every file, so a name may be neither. */
export const keywords: readonly (Keyword & { readonly token: KeywordToken })[] = rows.map(([token, zh, en, opens]) => ({
  token,
  zh,
  en,
  opens,
}))

/**
 * Words known in every file that are names, not keywords: a policy may not mean anything else by them,
 * and converting a file into the other language converts them too.
 */
export const builtInWords: readonly { readonly zh: string; readonly en: string }[] = [
  { zh: '足岁', en: 'fullYears' },
  { zh: '月初', en: 'firstOfMonth' },
  { zh: '月末', en: 'lastOfMonth' },
  { zh: '年初', en: 'firstOfYear' },
  { zh: '年末', en: 'lastOfYear' },
  { zh: '月份', en: 'monthOf' },
  { zh: '所在省', en: 'provinceOf' },
  { zh: '所在市', en: 'prefectureOf' },
  { zh: '较小者', en: 'lesser' },
  { zh: '较大者', en: 'greater' },
  { zh: '是', en: 'yes' },
  { zh: '否', en: 'no' },
  { zh: '官方', en: 'official' },
  { zh: '报刊', en: 'press' },
  { zh: '待核', en: 'unconfirmed' },
  { zh: '金额', en: 'money' },
  { zh: '日期', en: 'date' },
  { zh: '年月', en: 'yearMonth' },
  { zh: '是否', en: 'boolean' },
  { zh: '行政区划', en: 'region' },
  { zh: '可空', en: 'optional' },
  { zh: '编码', en: 'code' },
  { zh: '比例', en: 'rate' },
  { zh: '百分点', en: 'points' },
  { zh: '月数', en: 'monthCount' },
  { zh: '数值', en: 'number' },
  { zh: '输入', en: 'input' },
  { zh: '输出', en: 'output' },
]
