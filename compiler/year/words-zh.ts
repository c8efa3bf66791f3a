import { describeIssue } from '../../runtime/describe-issue.ts'
import type { SequenceIssue } from './issue.ts'

/** The sentence about an issue of a sequence, in Chinese. */
export function sayInChinese(issue: SequenceIssue): string {
  const place = issue.path === '' ? '' : `${issue.path}：`
  return `${place}${sentence(issue)}`
}

function sentence(issue: SequenceIssue): string {
  switch (issue.code) {
    case 'start-missing':
      return '第一行要写开始：{"event":"start","on":"YYYY-MM-DD",……}，给出从哪天起、当时的情况和累计。'
    case 'start-again':
      return '已经开始了；“start”只写在第一行，以后的变化写“status”。'
    case 'unknown-event':
      return `没有 ${issue.value} 这种事件，可以写：${issue.events.join('、')}。`
    case 'before-start':
      return `${issue.date} 在开始日期 ${issue.start} 之前。把“start”的日期提前，或者删去这一件。`
    case 'out-of-order':
      return `${issue.date} 早于已经结算的 ${issue.last}。按日期排好；补报的账单写 "event":"late"，以后的各笔会重新结算。`
    case 'figure-given':
      return `${issue.figure} 由前面的账单累计而来，这里不写；年初的数写在“start”里，增加用“credit”。`
    case 'not-a-figure':
      return `${issue.value} 不是年度累计的数，可以写：${issue.figures.join('、')}。`
    case 'not-an-amount-of':
      return `${issue.value} 不是这个事项的金额，可以写：${issue.outputs.join('、')}。`
    case 'amount-or-decision':
      return '写“amount”（金额），或者写“decision”“input”“output”（由哪个事项算出）；两样只写一样，写全。'
    case 'no-such-decision':
      return `没有事项 ${issue.value}。`
    case 'later-refused':
      return `加上这一件，第 ${issue.line} 行就不能结算了：${issue.issues.map((each) => describeIssue(each, 'zh')).join('；')}`
  }
}
