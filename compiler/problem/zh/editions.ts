import type { CodeOf } from '../code.ts'
import type { Facts, Words } from '../words.ts'
import { meant, named, quoted } from './say.ts'

const days = (from: string, until: string): string =>
  from === until ? from : until === '∞' ? `${from} 以后` : `${from} 至 ${until}`

/** Problems of editions and their dates, in Chinese. */
export function editions(code: CodeOf<'editions'>, { text, list }: Facts): Words {
  const name = quoted(text('name'))
  const [first, second] = [quoted(text('first')), quoted(text('second'))]
  const stretch = days(text('from'), text('until'))
  switch (code) {
    case 'no-edition':
      return {
        title: `政策${quoted(text('name'))}没有版本。`,
        explanation: '不知道这些规则从哪天起施行。',
        advice: '在条文前面写：版本「名称」始于 日期 止于 日期 选用依据 哪个日期。',
      }
    case 'not-in-module':
      return {
        title: '模块里不能写政策、事项、版本、示例和词汇。',
        explanation: '模块只写几个政策共用的来源、条文、保证和名称对照；何时施行由引用它的政策说。',
        advice: '把这一句移到政策文件里；词汇写在另一个以“词汇”开头的文件里。',
      }
    case 'unknown-edition':
      return {
        title: `没有版本${name}。`,
        explanation: '“修订”“孰低”“孰高”后面要写同一政策、同一事项的另一个版本。',
        advice: meant(list('near'), '检查写法；版本可以在另一个文件里，但要一起编译。'),
      }
    case 'edition-amends-itself':
      return {
        title: `版本${name}经过一圈修订了自己。`,
        advice: '让其中一个版本不再修订别的版本，把规则写全。',
      }
    case 'nothing-to-replace':
      return {
        title: `没有可以替换或删除的${name}。`,
        explanation:
          '替换和删除针对的是所修订的版本、所引用的模块或前面条文里的同一种、同一名称的规则；在“适用于”下面的，条件也要相同。',
        advice: meant(list('near'), '检查名称；如果这是新的规则，不要写“替换”。'),
      }
    case 'replaces-several':
      return {
        title: `${name}有好几条规则，不知道替换哪一条。`,
        advice: '把这一条写在与被替换的规则相同的“适用于”或“每项”下面。',
      }
    case 'choice-of-one':
      return {
        title: `${name}要在至少两个版本之间比较，“相同从”后面要写其中的一个。`,
        advice: '写成：孰低 名称：本版、「另一个版本」 相同从 本版。',
      }
    case 'choice-of-choice':
      return {
        title: `版本${name}自己也在几个版本之间取舍，不能再拿来比较。`,
        advice: '直接写出它所比较的那些版本。',
      }
    case 'choice-not-by-number':
      return {
        title: `不能按${name}比较版本。`,
        explanation: '“孰低”“孰高”按一项输出比较，它在每个版本里都是金额、数值或者月数。',
        advice: '换成这样的一项输出。',
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
        advice: '在“选用依据”后面写词汇里类型为“日期”或“年月”的一项输入。',
      }
    case 'no-such-date':
      return {
        title: `没有 ${text('date')} 这一天。`,
        advice: '检查月份和日子；平年二月到 28 日为止。',
      }
  }
}
