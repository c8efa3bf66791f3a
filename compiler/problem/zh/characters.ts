import type { CodeOf } from '../code.ts'
import type { Facts, Words } from '../words.ts'
import { listed, meant, quoted } from './say.ts'

const hiddenKinds: Readonly<Record<string, string>> = {
  bidi: '改变文字方向的字符',
  'zero-width': '零宽字符',
  control: '控制字符',
  surrogate: '残缺的字符',
  'line-separator': '特殊的换行符',
}

/** Problems of characters, numbers and the size of a file, in Chinese. */
export function characters(code: CodeOf<'characters'>, { text, list }: Facts): Words {
  switch (code) {
    case 'text-too-large':
      return {
        title: `文件太大：有 ${text('found')} 字节，最多 ${text('limit')} 字节。`,
        explanation: '这么大的文件没有往下读。',
        advice: '按条文或版本拆成几个文件，每个文件用同样的“政策”和“事项”开头。',
      }
    case 'too-many-tokens':
      return {
        title: `文件太长：超过 ${text('limit')} 个词。`,
        explanation: '从这里起没有往下读。',
        advice: '按条文或版本拆成几个文件，每个文件用同样的“政策”和“事项”开头。',
      }
    case 'too-deep':
      return {
        title: `括号和“任一……满足”一层套一层，超过了 ${text('limit')} 层。`,
        advice: '把里面的一层写成单独的一条“名称 是指 ……”，这里只写名称。',
      }
    case 'expression-too-long':
      return {
        title: `一个算式里的加减乘除超过了 ${text('limit')} 个。`,
        advice: '把算式拆成几条“名称 是指 ……”，再把名称加起来。',
      }
    case 'too-many-problems':
      return {
        title: `问题超过 ${text('limit')} 个，其余的不再列出。`,
        advice: '先改前面的，改好后再检查一次。',
      }
    case 'hidden-character':
      return {
        title: `这里有一个看不见的字符：${hiddenKinds[text('kind')] ?? '不可见字符'}（${text('codePoint')}）。`,
        explanation: '它会让规则看起来是一回事，实际写的是另一回事。',
        advice: '删去它。这类字符多半是从网页或文档里复制带来的。',
      }
    case 'invalid-character':
      return {
        title: `${quoted(text('character'))}（${text('codePoint')}）不是政策文件里能用的符号。`,
        advice: '删去它，或者换成文字。只有注释和「」里面可以写任何符号。',
      }
    case 'full-stop':
      return {
        title: `规则末尾不写${quoted(text('character'))}。`,
        explanation: '一条规则到下一条规则开头为止，不用标点结束。',
        advice: '删去它。',
      }
    case 'confusable-name':
      return text('lookalike') === ''
        ? {
            title: `名称${quoted(text('name'))}里的${quoted(text('character'))}（${text('codePoint')}）不能用在名称里。`,
            explanation: '名称只用汉字、英文字母、数字和下划线，看起来一样的名称才真的是同一个。',
            advice: '换成汉字、英文字母、数字或下划线。',
          }
        : {
            title: `名称${quoted(text('name'))}里的${quoted(text('character'))}（${text('codePoint')}）看起来像${quoted(text('lookalike'))}，其实是另一个字符。`,
            explanation: '看起来一样的两个名称会被当成两个不同的名称。',
            advice: `换成普通的${quoted(text('lookalike'))}。`,
          }
    case 'curly-quotes':
      return {
        title: `文字的外面不能用 ${text('opening')} ${text('closing')}。`,
        explanation: '规则里的文字放在「」或英文直引号里，这样能和文字里面的引号分开。',
        advice: '换成「」。',
      }
    case 'unterminated-text':
      return {
        title: `从 ${text('opening')} 开始的文字到行末还没有结束。`,
        explanation: '一段文字要在同一行里写完。',
        advice: `在文字末尾补上 ${text('opening') === '"' ? '"' : '」'}。`,
      }
    case 'quote-in-quote':
      return {
        title: '「」里面又有「。',
        explanation: '里面的「」会让文字提前结束。',
        advice: '里面的引号改用“ ”。',
      }
    case 'symbol-for-word':
      return {
        title: `这里写了符号${quoted(text('symbol'))}，应写${quoted(text('word'))}。`,
        explanation: '比较和条件一律写成文字，含不含端点一读就知道。',
        advice: `改为${quoted(text('word'))}。`,
      }
    case 'unknown-unit':
      return {
        title: `${quoted(text('found'))}不是能用的单位。`,
        explanation: `能用的单位有：${list('units').join('、')}。`,
        advice: meant(list('suggestions'), '换成上面的一个单位；如果是名称，名称不能以数字开头。'),
      }
    case 'thousands-comma':
      return {
        title: `数里面不写逗号：${quoted(text('found'))}应写成${quoted(text('written'))}。`,
        explanation: '逗号用来隔开几项，写在数里面会把一个数分成几个。',
        advice: `改为${quoted(text('written'))}；大的金额可以用万元、亿元。`,
      }
    case 'bad-date':
      return {
        title: `${quoted(text('found'))}不是一个完整的日期。`,
        explanation: '日期要写明年、月、日，年份四位。',
        advice: `写成${listed(list('forms'))}这样的形式。`,
      }
    case 'range-with-hyphen':
      return {
        title: `一段范围的两端用“—”连接，这里写的是${quoted(text('separator'))}。`,
        explanation: '“-”是减号，会被当成两数相减。',
        advice: `写成${quoted(text('written'))}；哪一端包括在内，就在那一端后面写（含）。`,
      }
  }
}
