import type { CodeOf } from '../code.ts'
import type { Facts, Words } from '../words.ts'
import { listed, meant, quoted } from './say.ts'

/** Classes of words, as the parser names them. */
const classes: Readonly<Record<string, string>> = {
  '<name>': '一个名称',
  '<text>': '「」里的一段文字',
  '<quantity>': '带单位的数',
  '<number>': '一个数',
  '<fraction>': '一个分数',
  '<date>': '一个日期',
  '<month-day>': '几月几日',
  '<row>': '表格的一行',
  '<rule-line>': '|---| 这样的横线',
  '<statement>': '下一条规则的开头',
  '<value>': '一个名称或一个值',
  '<operator>': '+ − × ÷ 或表示条件的词',
  '<comparison>': '“不满”“不低于”这样比较的词',
  '<rounding>': '舍入的方式',
  '<end-of-file>': '文件末尾',
}
const either = (words: readonly string[]): string => words.slice(0, 4).join('或')
const tokenWord = (token: string): string => classes[token] ?? quoted(token)
const inside = (rule: string): string => (rule === '' ? '' : `${quoted(rule)}这一条里，`)

/** Problems of how sentences are put together, in Chinese. */
export function sentences(code: CodeOf<'sentences'>, { text, list }: Facts): Words {
  switch (code) {
    case 'keyword-glued':
      return {
        title: `${quoted(text('found'))}里，${quoted(text('keyword'))}和旁边的字连在了一起。`,
        explanation: `连在一起会被当成一个名称，认不出${quoted(text('keyword'))}。`,
        advice: `用空格分开，写成${quoted(text('written'))}。`,
      }
    case 'misspelt-keyword':
      return {
        title: `没有${quoted(text('found'))}这个词，这里应是${quoted(text('keyword'))}。`,
        advice: `改为${quoted(text('keyword'))}。`,
      }
    case 'keyword-as-name':
      return {
        title: `${quoted(text('found'))}是规则用的词，不能当名称。`,
        explanation: '规则靠这些词认出每一句的意思。政策可以在中文和英文写法之间转换，所以两种写法的词都不能当名称。',
        advice: '换一个名称，例如在前面加上它说的是什么。',
      }
    case 'incomplete-keyword':
      return {
        title: `${quoted(text('found'))}只写了一半。`,
        advice: meant(list('keywords'), '把整个词写全。'),
      }
    case 'row-not-closed':
      return {
        title: '表格的这一行末尾缺一个 |。',
        explanation: '每一行以 | 开头，以 | 结尾，少一个就分不清最后一格到哪里为止。',
        advice: '在行末补上 |。',
      }
    case 'row-not-opened':
      return {
        title: '表格的这一行开头缺一个 |。',
        explanation: '每一行以 | 开头，以 | 结尾。',
        advice: '在行首补上 |。',
      }
    case 'row-on-keyword-line':
      return {
        title: `表格的行和${quoted(text('keyword'))}写在了同一行。`,
        explanation: '表格的每一行单独占一行。',
        advice: '在 | 前面换行。',
      }
    case 'empty-cell':
      return {
        title: '两个 | 之间什么也没有写。',
        explanation: '空着的格看不出是漏填，还是和左边一样，还是不论。',
        advice: '填上内容；和左边一样就写“同左”，不区分就写“不论”，不适用就写“未填”。',
      }
    case 'name-starts-nothing':
      return {
        title: `这一行以${quoted(text('name'))}开头，后面却没有“是指”。`,
        explanation: '一行以名称开头，只能是“名称 是指 ……”。',
        advice:
          list('suggestions').length === 0
            ? `如果要规定它的值，写成“${text('name')} 是指 ……”；否则在前面补上规则的开头，例如“表格”“分担”“累计”。`
            : meant(list('suggestions'), ''),
      }
    case 'unexpected-token': {
      const [expected, found] = [list('expected').map(tokenWord), text('found')]
      return {
        title: `${inside(text('inRule'))}这里不该是${tokenWord(found)}。`,
        advice: expected.length === 0 ? '删去它，或者补上前面漏掉的内容。' : `这里应写${either(expected)}。`,
      }
    }
    case 'incomplete-statement': {
      const expected = list('expected').map(tokenWord)
      return {
        title:
          text('after') === text('inRule')
            ? `${tokenWord(text('after'))}后面还没有写完。`
            : `${inside(text('inRule'))}话还没有说完，到${tokenWord(text('after'))}就停了。`,
        advice: expected.length === 0 ? '补上后面的内容。' : `后面应写${either(expected)}。`,
      }
    }
    case 'extra-token':
      return {
        title: `${inside(text('inRule'))}${tokenWord(text('after'))}已经说完，后面多了${tokenWord(text('found'))}。`,
        advice: '删去多出的部分；如果是另一条规则，另起一行，用规则的开头写起。',
      }
    case 'missing-colon':
      return {
        title: `${quoted(text('keyword'))}这一句缺一个“：”。`,
        explanation: '“：”说明条件到这里为止，后面是规则。',
        advice: '在条件后面加上“：”。',
      }
    case 'comma-between-clauses':
      return {
        title: `${quoted(text('keyword'))}这一句里，条件后面应是“：”，这里写了逗号。`,
        explanation: '逗号只用来隔开并列的几项，写在这里会把后面的话也算进前面的列举。',
        advice: '把逗号改为“：”。',
      }
    case 'misplaced-statement':
      return {
        title: `${quoted(text('keyword'))}要写在${quoted(text('container'))}里面。`,
        advice: `移到它所属的${quoted(text('container'))}下面，或者在前面补上${quoted(text('container'))}一句。`,
      }
    case 'missing-rows':
      return {
        title: `${text('name') === '' ? quoted(text('keyword')) : `${text('keyword')}${quoted(text('name'))}`}下面没有表格的行。`,
        advice: '在下面一行写起，每一行以 | 开头，以 | 结尾。',
      }
    case 'missing-part':
      return {
        title: `${quoted(text('keyword'))}里没有${quoted(text('part'))}。`,
        explanation: '“已知”写各项输入，“应得”写应当得出的结果，缺一样就没有可以核对的。',
        advice: `补上${quoted(text('part'))}一句，下面逐行写明。`,
      }
    case 'missing-rule':
      return {
        title: `${quoted(text('keyword'))}后面没有规则。`,
        explanation: '“替换”“另解”说的是紧跟在后面的那一条规则。',
        advice: '在后面写上那条规则，例如“名称 是指 ……”“表格 ……”“分担 ……”。',
      }
    case 'misplaced-rows':
      return {
        title: `${quoted(text('keyword'))}下面不能有表格的行。`,
        advice: '删去这些行，或者在前面补上“表格”“分段”“依次判定”等开头。',
      }
    case 'split-without-lines':
      return {
        title: `分担${quoted(text('amount'))}下面一行也没有，没有说钱到哪里去。`,
        advice: `在下面逐行写明，每行用${listed(list('lines'))}开头，最后一行是“其余”。`,
      }
  }
}
