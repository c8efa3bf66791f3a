import type { CodeOf } from '../code.ts'
import type { Facts, Words } from '../words.ts'
import { caseOf, named, quoted, stretch, yuan } from './say.ts'

/** Problems of which rule or row holds in which case, in Chinese. */
export function cases(code: CodeOf<'cases'>, { text, list }: Facts): Words {
  const name = quoted(text('name'))
  const witness = caseOf(list('witness'))
  switch (code) {
    case 'table-gap':
      return {
        title: `表格${name}没有写到这种情形：${witness}。`,
        explanation: '遇到这种情形，查不到值。',
        advice: '补上这一行；如果和其余的情形一样，加一行“其他”。',
      }
    case 'table-overlap':
      return {
        title: `表格${name}有两行同时成立：${witness}。`,
        explanation: '表格的行不分先后，同时成立就不知道用哪一行。',
        advice: '改其中一行的条件，让每种情形只落在一行；常见的是端点两边都包括了。',
      }
    case 'row-never-applies':
      return {
        title: `${name}的这一行永远用不到。`,
        explanation: '没有哪种情形会落到这一行：要么条件本身不可能，要么前面的行和所在的“适用于”已经把它排除。',
        advice: '检查条件有没有写错；确实多余就删去。',
      }
    case 'section-never-applies':
      return {
        title: '这个“适用于”永远不成立，下面的规则都用不到。',
        advice: '检查条件，特别是日期是不是在版本的始末之间。',
      }
    case 'no-otherwise':
      return {
        title: `依次判定${name}的最后一行不是“其他”。`,
        explanation: '前面各行都不成立时，没有值。',
        advice: '在最后加一行，第二格写“其他”。',
      }
    case 'band-gap':
      return {
        title: `分段${name}缺一段：${stretch(text('from'), text('to'))}没有比例。`,
        explanation: '分段要从 0 元起一段接一段，最后一段没有上限，每一元都要有一个比例。',
        advice:
          text('to') === '∞' ? `在最后加一段“超过 ${yuan(text('from'))}”。` : '补上这一段，或者检查前后两段的界。',
      }
    case 'band-overlap':
      return {
        title: `分段${name}的这一段和前一段重叠：${stretch(text('from'), text('to'))}同时属于两段。`,
        explanation: '同一元钱不能有两个比例。',
        advice: '让这一段从前一段结束的地方开始；各段要按金额从小到大排列。',
      }
    case 'rate-outside':
      return {
        title: text('found')
          ? `比例 ${text('found')}不在 0% 到 100% 之间。`
          : '看不出这些分段的比例都在 0% 到 100% 之间。',
        explanation: '按比例分出去的钱不会多于原有的钱，也不会是负数。',
        advice: text('found')
          ? '检查是不是多写了一位，或者少了小数点。'
          : '用写明的比例，或者用上浮、下浮若干个百分点来写。',
      }
    case 'band-reversed':
      return {
        title: `这一段从 ${yuan(text('from'))}到 ${yuan(text('to'))}，起点不比终点小。`,
        advice: '小的写在前面；检查是不是少写了一个“万”。',
      }
    case 'band-edge-twice':
      return {
        title: `${yuan(text('edge'))}这一点在分段${name}里没有恰好归一段：前后两段都包括它，或者都不包括它。`,
        explanation: '分段计算的金额不受影响，但读的人会疑惑。',
        advice: '只在其中一段写（含）。',
      }
    case 'band-row-form':
      return {
        title: `分段${name}的这一格说不清是哪一段。`,
        advice: '写成“不超过 3.5万元”“3.5万元—7万元（含）”或“超过 7万元”。',
      }
    case 'wrong-cell-count':
      return {
        title: `这一行有 ${text('found')} 格，应有 ${text('expected')} 格。`,
        explanation: '每一行的格数要和表格其余各行一样：前面是各个条件，后面是值。',
        advice: '检查是不是多了或少了一个 |；值有好几列时，在上面用表头写明每一列是什么，再画一行 |---|。',
      }
    case 'not-one-value':
      return {
        title: '这一格要写一个值。',
        explanation: '值的格里不能写“其他”“不论”、一段范围或好几项。',
        advice: '只写一个值；和左边一样就写“同左”。',
      }
    case 'same-without-left':
      return { title: '“同左”的左边没有格可以照抄。', advice: '写出值来。“同左”只用在同一行的第二个值起。' }
    case 'definitions-overlap':
      return {
        title: `${name}有两条规则同时成立：${witness}。`,
        explanation: '规则不分先后，同时成立就不知道用哪一条。',
        advice: '改其中一条的“适用于”；如果一条是另一条的例外，写成“例外”。',
      }
    case 'exceptions-conflict':
      return {
        title: `例外${quoted(text('first'))}和${quoted(text('second'))}可以同时成立，得出的${name}却不同：${witness}。`,
        explanation: '例外不分先后，同时成立就不知道用哪一个。',
        advice: '在其中一个的“如果”里把这种情形排除。',
      }
    case 'exception-without-rule':
      return {
        title: `没有规则规定${name}的值，谈不上${text('label') === '' ? '调整' : `例外${quoted(text('label'))}`}。`,
        explanation: '例外和调整改的是一条规则规定的值；输入的数和分担得出的钱不能这样改。',
        advice: '检查名称；或者先用“是指”“表格”“分段”规定它一般的值。',
      }
    case 'exception-never-applies':
      return {
        title: `例外${quoted(text('label'))}永远不成立。`,
        explanation: '它的条件、日期和所在的“适用于”不可能同时满足，或者不在版本的始末之间。',
        advice: '检查日期和条件；确实用不到就删去。',
      }
    case 'adjustments-conflict':
      return {
        title: `${name}有两个调整同时成立：${witness}。`,
        explanation: '先下浮再乘，和先乘再下浮，结果不同。',
        advice: '改其中一个的“适用于”，或者合成一个调整。',
      }
    case 'not-defined-here':
      return {
        title: `${named(text('user'), '这里')}用到${name}，可是没有规则说这种情形下它是多少：${witness}。`,
        explanation: `${name}只在它所在的“适用于”成立时才有值。`,
        advice: `给${name}补上这种情形的规则，或者给${named(text('user'), '这里')}加上“适用于”，只在有值时使用。`,
      }
    case 'invariant-broken':
      return {
        title: `保证${quoted(text('label'))}不成立：${caseOf(list('witness'))}。`,
        explanation: '按这些规则，有一种情形违反它。',
        advice: '改这里的规则；如果保证写得太严，改保证本身。',
      }
    case 'too-many-cases':
      return {
        title: `${name}的条件太多，无法逐一查明是否有遗漏或重复。`,
        explanation: '这不说明规则有错，只是没有办法保证它没有错。',
        advice: '用“是指”或“表格”把一部分条件合成一个名称，让一张表格少看几样。',
      }
    case 'over-budget':
      return {
        title: `${overBudget(text('what'), name, text('found'))}，至多 ${text('limit')}。`,
        explanation: '规则要能立刻算出结果，没有哪项政策会接近这个数。',
        advice: '看看是不是有重复的部分，或者有名称反复乘以自己。',
      }
  }
}

function overBudget(what: string, name: string, found: string): string {
  switch (what) {
    case 'lines':
      return `分担${name}有 ${found} 行`
    case 'postings':
      return `计入${name}的有 ${found} 行`
    case 'moves':
      return `转出有 ${found} 次`
    case 'adjustments':
      return `${name}调整了 ${found} 次`
    case 'accumulations':
      return `${name}累计了 ${found} 次`
    case 'rows':
      return `资料${name}有 ${found} 行`
    case 'bands':
      return `${name}分了 ${found} 段`
    default:
      return `${name}可能有 ${found} 位数字`
  }
}
