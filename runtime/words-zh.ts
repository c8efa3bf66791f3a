import type { EditionFacts, Issue } from './issue.ts'

/** The sentence about an issue, in Chinese. */
export function sayInChinese(issue: Issue): string {
  return `${issue.path === '' ? '输入' : issue.path}：${sentence(issue)}`
}

function sentence(issue: Issue): string {
  const { value } = issue
  switch (issue.code) {
    case 'missing':
      return '缺少这一项。'
    case 'unknown-key':
      return `没有这一项。此处可以写：${listed(issue.facts.allowed)}。`
    case 'not-a-record':
      return `应为对象，实为 ${value}。`
    case 'not-one-of': {
      const [first, second] = issue.facts.keys
      return issue.facts.found === 'both'
        ? `${first} 和 ${second} 只能有一个，不能都有。`
        : `要有 ${first} 或者 ${second}，两个都没有。`
    }
    case 'not-a-list':
      return `应为列表，实为 ${value}。`
    case 'list-too-long':
      return `有 ${value} 个元素，至多 ${issue.facts.most} 个。`
    case 'not-money':
      return `${value} 不是金额：${moneyFaults[issue.facts.reason]}。`
    case 'not-a-count': {
      const { part, least, most } = issue.facts
      return `${value} 不是${countedParts[part]}：应为 ${least} 至 ${most} 的整数。`
    }
    case 'not-months':
      return `${value} 不是月数：应为 0 至 ${issue.facts.most} 的整数。`
    case 'not-a-number':
      return `${value} 不是精确的数：请写成至多 ${issue.facts.decimals} 位小数的文本（"1.5"），或写整数。`
    case 'not-a-rate':
      return `${value} 不是比例：请写成 "0" 至 "1" 之间、至多 ${issue.facts.decimals} 位小数的文本，15% 写作 "0.15"。`
    case 'not-a-date':
      return `${value} 不是日期：${dateFault(issue.facts)}。`
    case 'not-a-month':
      return `${value} 不是年月：${monthFault(issue.facts)}。`
    case 'not-a-boolean':
      return `应为 true 或 false，实为 ${value}。`
    case 'not-a-region':
      return issue.facts.reason === 'form'
        ? `${value} 不是行政区划：请写 GB/T 2260 的六位代码（"330200"）。`
        : `${value} 不是行政区划：没有以这两位数字开头的省级代码。`
    case 'not-a-member':
      return `${value} 不在可选之列。可选：${listed(issue.facts.members)}。`
    case 'not-a-text':
      return `应为至多 ${issue.facts.most} 个字符、不含控制字符的文本，实为 ${value}。`
    case 'outside-edition':
      return `${value} 不在版本${edition(issue.facts.edition)}之内。`
    case 'no-edition':
      return `${value} 没有施行的版本。现有版本：${issue.facts.editions.map(edition).join('；')}。`
    case 'several-editions':
      return `${value} 有不止一个版本施行：${issue.facts.editions.map(edition).join('；')}。`
    case 'unknown-edition':
      return `没有版本 ${value}。现有版本：${issue.facts.editions.map(edition).join('；')}。`
    case 'unknown-decision':
      return `没有事项 ${value}。现有事项：${listed(issue.facts.decisions)}。`
    case 'amount-outside':
      return `由此得出“${issue.facts.label}”为 ${value}，应在 0 至 ${issue.facts.limit} 之间。`
    case 'division-by-zero':
      return `“${issue.facts.label}”无法计算：除数为零。`
    case 'requirement-not-met':
      return `不符合政策的要求：${issue.facts.label}。`
    case 'invariant-broken':
      return `结果违反政策的保证“${issue.facts.label}”。`
    case 'json-syntax':
      return `第 ${issue.facts.line} 行第 ${issue.facts.column} 列不合 JSON 格式：${jsonFaults[issue.facts.reason]}，实为 ${value ?? '文本结尾'}。`
    case 'json-duplicate-key':
      return `重复给出（第 ${issue.facts.line} 行第 ${issue.facts.column} 列）。`
    case 'json-number':
      return issue.facts.reason === 'fraction'
        ? `${value} 是带小数或指数的数字；数字须为整数，带小数的金额请写成文本（"1200.50"）。`
        : `${value} 太大，不能作为数字精确保存，请写成文本。`
    case 'json-too-deep':
      return `嵌套超过 ${issue.facts.most} 层（第 ${issue.facts.line} 行第 ${issue.facts.column} 列）。`
    case 'json-too-long':
      return `有 ${issue.facts.length} 个字符，至多 ${issue.facts.most} 个。`
  }
}

const countedParts = {
  fen: '以分为单位的金额',
  day: '从 1970-01-01 起算的天数',
  monthStart: '某月第一天（从 1970-01-01 起算的天数）',
  rate: '以百万分之一为单位的比例',
  number: '以百万分之一为单位的数',
}

const moneyFaults = {
  form: '请以元为单位，写成至多两位小数的文本（"1200.50"），或写整数',
  fraction: '带小数的数字不精确，请写成文本（"1200.50"）',
  decimals: '元以下至多两位小数',
  negative: '不得为负',
  size: '小数点前至多 13 位',
}

const jsonFaults = {
  value: '应为一个值',
  key: '应为双引号内的名称',
  colon: '应为“:”',
  'comma-or-brace': '应为“,”或“}”',
  'comma-or-bracket': '应为“,”或“]”',
  end: '应到此结束',
  escape: '应为 \\n、\\u4e2d 之类的转义',
  'control-character': '引号内的换行和控制字符须转义',
  'closing-quote': '应为右引号',
}

function dateFault(facts: Extract<Issue, { code: 'not-a-date' }>['facts']): string {
  switch (facts.reason) {
    case 'form':
      return '请写成 YYYY-MM-DD（"2023-03-01"）'
    case 'day':
      return '没有这一天'
    case 'year':
      return `年份须在 ${facts.firstYear} 至 ${facts.lastYear} 之间`
  }
}

function monthFault(facts: Extract<Issue, { code: 'not-a-month' }>['facts']): string {
  switch (facts.reason) {
    case 'form':
      return '请写年和月，YYYY-MM（"2023-03"）'
    case 'month':
      return '月份须在 01 至 12 之间'
    case 'year':
      return `年份须在 ${facts.firstYear} 至 ${facts.lastYear} 之间`
  }
}

function edition({ name, from, until }: EditionFacts): string {
  return `“${name}”（${from ?? '…'} 至 ${until ?? '…'}）`
}

function listed(names: readonly string[]): string {
  return names.length === 0 ? '无' : names.join('、')
}
