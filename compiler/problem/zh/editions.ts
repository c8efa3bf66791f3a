import type { CodeOf } from '../code.ts'
import type { Facts, Words } from '../words.ts'
import { named, quoted } from './say.ts'

const days = (from: string, until: string): string =>
  from === until ? from : until === '∞' ? `${from} 以后` : `${from} 至 ${until}`

/** Problems of editions and their dates, in Chinese. */
export function editions(code: CodeOf<'editions'>, { text }: Facts): Words {
  const [first, second] = [quoted(text('first')), quoted(text('second'))]
  const stretch = days(text('from'), text('until'))
  switch (code) {
    case 'no-edition':
      return {
        title: `政策${quoted(text('name'))}没有版本。`,
        explanation: '不知道这些规则从哪天起施行。',
        advice: '在条文前面写：版本「名称」始于 日期 止于 日期 选用依据 哪个日期。',
      }
    case 'editions-overlap':
      return {
        title: `版本${first}和${second}在 ${stretch} 都施行。`,
        explanation: '同一天只能按一个版本算。',
        advice: '改其中一个版本的“始于”或“止于”，让前一个止于后一个开始的前一天。',
      }
    case 'editions-gap':
      return {
        title: `版本${first}和${second}之间，${stretch} 没有版本。`,
        explanation: '遇到这些日子，没有规则可用。',
        advice: `让${first}止于${second}开始的前一天；如果这段时间确实另有规定，加上那个版本。`,
      }
    case 'edition-reversed':
      return {
        title: `版本${quoted(text('name'))}始于 ${text('from')}，却止于更早的 ${text('until')}。`,
        advice: '检查两个日期，多半是写反了，或者年份写错了。',
      }
    case 'edition-date-not-input':
      return {
        title: `“选用依据”要写输入的一个日期${named(text('name'), '') === '' ? '' : `，${quoted(text('name'))}不是`}。`,
        explanation: '按哪个版本算，由输入的一个日期决定。',
        advice: '在“选用依据”后面写词汇里类型为“日期”的一项输入。',
      }
    case 'no-such-date':
      return {
        title: `没有 ${text('date')} 这一天。`,
        advice: '检查月份和日子；平年二月到 28 日为止。',
      }
  }
}
