import type { CodeOf } from '../code.ts'
import type { Facts, Words } from '../words.ts'
import { listed, meant, quoted } from './say.ts'

/** How the values of each type are written in a data file. */
const forms: Readonly<Record<string, string>> = {
  money: '金额写元，如 12.50，不能为负，至多两位小数',
  rate: '比例写 0.03 或 3%，在 0 和 1 之间',
  number: '数写 1.5 这样的小数，至多六位小数',
  months: '月数写不大于 9999 的整数',
  date: '日期写 2023-06-30，要有这一天',
  yearMonth: '年月写 2023-06',
  boolean: '写“是”或“否”',
  region: '行政区划写六位代码',
  text: '编码不能为空，至多一千字，不能有换行',
}

/** Problems of data files and of how their rows are found, in Chinese. */
export function data(code: CodeOf<'data'>, { text, list }: Facts): Words {
  const name = quoted(text('name'))
  const near = list('near')
  switch (code) {
    case 'unknown-dataset':
      return {
        title: `没有资料${name}。`,
        explanation: '“对照”后面要写词汇或政策里用“资料”写出的一份。',
        advice: meant(near, '检查写法，或者用“资料”写出它有哪些列。'),
      }
    case 'data-file-not-found':
      return {
        title: `找不到资料的文件${name}。`,
        explanation: '文件名从写“资料”的那份文件所在的地方算起。',
        advice: meant(near, '检查文件名，并把 CSV 文件和政策文件一起编译。'),
      }
    case 'data-column-missing':
      return {
        title: `资料文件里没有${name}这一列。`,
        explanation: '第一行是列名，写“资料”里的名称或者程序用名。',
        advice: '在文件里加上这一列；没有值的格子留空，并把类型写成“可空（……）”。',
      }
    case 'data-column-unknown':
      return {
        title: `“资料”里没有写${name}这一列。`,
        advice: meant(near, '在“资料”里加上这一列，或者从文件里去掉它。'),
      }
    case 'broken-data-line':
      return {
        title: '资料文件的这一行读不出来。',
        explanation: '有逗号、引号或者换行的格子要整个放在英文双引号里，里面的双引号写两遍；引号外面不能再有别的字。',
        advice: '看看双引号是不是成对，是不是从格子的开头到结尾。',
      }
    case 'wrong-data-row':
      return {
        title: `这一行有 ${text('found')} 格，第一行有 ${text('expected')} 格。`,
        advice: '补上缺的格子，或者去掉多的逗号；值里的逗号要放在双引号里。',
      }
    case 'wrong-data-value': {
      const members = list('members')
      const form =
        members.length > 0 ? `要写${listed(members)}${members.length > 4 ? '等' : ''}中的一个` : forms[text('type')]
      return {
        title: text('value') === '' ? `${name}没有填。` : `${name}不能是${quoted(text('value'))}。`,
        explanation: `${form ?? ''}。`,
        advice: '改正这一格；可以不填的列，类型写成“可空（……）”。',
      }
    }
    case 'data-row-twice':
      return {
        title: `资料${name}里有两行同时符合一次对照。`,
        explanation: '一次对照至多找到一行：关键的列都相同的行，有效期不能重叠。',
        advice: '去掉一行，或者写明前一行到哪一天失效，后一行从哪一天起有效。',
      }
    case 'either-not-apart':
      return {
        title: `${name}不能和别的输入二者择一。`,
        explanation:
          '二者择一的记录，各项的程序用名要以同一个词和一个点开头（costs.total、costs.firstPay），别的输入不用这个词：这样在 JSON 里才能整个写或者整个不写。',
        advice: '把这份记录各项的程序用名改成同一个词开头，或者把它的几项移到别的记录里。',
      }
    case 'not-given-here': {
      const given = quoted(text('given'))
      return {
        title: `${quoted(text('user'))}用到${name}，可是有的情形没有给出${given}：${list('witness').join('，')}。`,
        explanation: `${given}和另一样输入二者择一，不是每次都有。`,
        advice: `把规则放在“适用于 给出（${text('given')}）：”下面，并规定另一种情形怎样算。`,
      }
    }
    case 'not-an-alternative':
      return {
        title: `${text('name') === '' ? '“给出”' : name}不是二者择一的输入。`,
        explanation: '“给出（……）”问的是“输入”里用“或者”隔开的两样中有没有这一样；其他输入每次都有。',
        advice: '写二者择一的那份记录或者清单的名称；只有一样输入时，不用问。',
      }
    case 'match-form':
      return {
        title: `资料${name}的对照不能这样写。`,
        explanation: `对照由“并且”连起来的几项组成，每项左边是一列（${listed(list('columns'))}），写“列 等于 值”；有效期写“起始的列 不晚于 日期 并且 失效的列 不早于 日期”，两处是同一个日期，至多写一次。`,
        advice: '把这一项改成上面的写法；别的条件写在用到这些列的规则里。',
      }
  }
}
