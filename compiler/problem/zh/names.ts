import type { CodeOf } from '../code.ts'
import type { Facts, Words } from '../words.ts'
import { listed, meant, named, quoted, typeName } from './say.ts'

/** At most four of the names, and how many there are. */
const some = (all: readonly string[]): string => (all.length > 4 ? `${listed(all)}等 ${all.length} 项` : listed(all))
const meanings: Readonly<Record<string, string>> = {
  input: '输入的一项',
  field: '清单里每一项都有的一项',
  list: '一个清单',
  region: '一个地区',
  term: '另一条规则规定的值',
  share: '“计入”的一笔钱',
}

/** Problems of names and of what they stand for, in Chinese. */
export function names(code: CodeOf<'names'>, { text, list }: Facts): Words {
  const name = quoted(text('name'))
  const near = list('near')
  switch (code) {
    case 'vocabulary-not-found':
      return {
        title: `找不到“引用”的词汇${name}。`,
        advice: '检查文件名，并把词汇文件和政策文件一起编译。',
      }
    case 'unknown-decision':
      return {
        title: `引用的词汇里没有事项${name}。`,
        advice: meant(near, '在词汇里加上这个事项，或者检查“引用”的是不是这份词汇。'),
      }
    case 'unknown-type':
      return {
        title: `没有类型${name}。`,
        explanation:
          '类型是金额、比例、数值、月数、日期、年月、是否、行政区划、编码、文字清单（只能输出），或者词汇里的一个选项。',
        advice: meant(near, '换成上面的一种；如果是选项，先用“选项”写出它有哪些。'),
      }
    case 'unknown-record':
      return {
        title: `词汇里没有记录或清单${name}。`,
        advice: meant(near, '先用“记录”或“清单”写出它有哪些项。'),
      }
    case 'texts-as-input':
      return {
        title: `${name}里有文字清单，文字清单只能输出。`,
        explanation: '输入是给规则判断的，一串文字没有什么可判断的。',
        advice: '把这个字段放进只输出的记录，或者改成编码、选项。',
      }
    case 'unknown-name':
      return {
        title: `没有名称${name}。`,
        explanation: '它既不是词汇里的一项，也没有哪条规则规定它。',
        advice: meant(near, `检查写法；如果是新的名称，加一条“${text('name')} 是指 ……”。`),
      }
    case 'unknown-member':
      return {
        title: `${quoted(text('choices'))}里没有${name}。`,
        advice: meant(near, `在词汇的选项${quoted(text('choices'))}里加上它，或者检查写法。`),
      }
    case 'unknown-list':
      return {
        title: `没有清单${name}。`,
        explanation: '“每项”“任一”“全部”“个数”“合计”后面要写词汇里的一个清单。',
        advice: meant(near, '检查写法，或者在词汇里用“清单”写出它。'),
      }
    case 'unknown-source':
      return {
        title: `条文的出处${name}没有说明是哪份文件。`,
        advice: meant(near, `在前面加一句：来源 ${text('name')}「文件的标题」官方。`),
      }
    case 'unknown-grade':
      return {
        title: `来源的可信程度不能写${name}。`,
        advice: meant(near, '写“官方”“报刊”或“待核”。'),
      }
    case 'unknown-function':
      return {
        title: `没有${name}这种算法。`,
        advice: meant(near, '可以用的有足岁、月初、月末、年初、年末、月份、所在省、所在市、较小者、较大者。'),
      }
    case 'unknown-example':
      return {
        title: `“沿用”的示例${name}不存在。`,
        advice: meant(near, '写上另一个示例的标题，或者删去“沿用”，把已知的各项写全。'),
      }
    case 'wrong-declaration-row':
      return {
        title: '这一行写得不全，认不出是什么。',
        advice: `每行写成：| ${text('expected')} |。`,
      }
    case 'wrong-region-code':
      return {
        title: `${text('text') === '' ? '这里没有写区划代码' : `${quoted(text('text'))}不是区划代码`}。`,
        explanation: '一个地区属于哪个市、哪个省，由六位代码判断：前两位相同就同省，前四位相同就同市。',
        advice: '在第三格写「六位数字」，首位是 1 至 8。',
      }
    case 'defined-twice':
      return {
        title: `${name}规定了两次。`,
        explanation: '一个名称只能有一个意思；写在前面还是后面不起作用，所以不知道以哪一个为准。',
        advice: '删去一处；如果两处各管一种情形，分别放在不同的“适用于”下面。',
      }
    case 'name-taken':
      return {
        title: `${name}已经是${meanings[text('by')] ?? '别的东西'}，不能再用来指别的。`,
        advice: '换一个名称。',
      }
    case 'not-a-yearly-total':
      return {
        title: `${name}不是年度累计的数，不能“累计”。`,
        explanation: '累计的数是一笔金额，不可空，既是输入（本次之前的数），又是结果（本次之后的数）。',
        advice: meant(near, '在词汇里把它放进一个既是输入、又是输出的记录。'),
      }
    case 'not-an-input-amount':
      return {
        title: `${name}不是案例给出的数，不能说随着它“单调”。`,
        explanation: '变大的是一个输入的数，其他都不变：是金额或月数，不可空，也不在清单里。',
        advice: meant(near, '在词汇里把它放进事项的一个输入记录。'),
      }
    case 'unused-name':
      return {
        title: `规定了${name}，却没有地方用到它。`,
        explanation: '多半是别处漏写了它，或者写成了别的名称。',
        advice: '在该用的地方用上它，否则删去这条规则。',
      }
    case 'name-misspelt':
      return {
        title: `规定的是${name}，用到的却是${quoted(text('meant'))}。`,
        explanation: '两个名称很像，一个没有用到，一个没有规定，多半是写错了。',
        advice: '改成同一个名称。',
      }
    case 'pair-without-name':
      return {
        title: `名称对照里有${name}，却没有规则规定它。`,
        explanation: '这一行不起作用；如果是写错了，本来要对照的名称就没有程序用名。',
        advice: meant(near, '改成规则里的名称，或者删去这一行。'),
      }
    case 'rule-without-quote':
      return {
        title: `条文${named(text('name'), '')}的这条规则前面没有引用原文。`,
        explanation: '每条规则都要能查到出处。',
        advice: '在前面写上：原文「……」。',
      }
    case 'reading-without-rule':
      return {
        title: `解读${named(text('name'), '')}后面没有规则。`,
        explanation: '解读跟着它后面的规则；后面没有规则的，什么说明里都看不到它。',
        advice: '移到它所说的规则前面，或者写明它说的是哪一条：对应 ……。',
      }
    case 'no-policy-header':
      return {
        title: '文件开头没有“政策”。',
        explanation: '不知道这些规则属于哪一份政策。',
        advice: '在开头写：政策 标识「名称」；如果是词汇文件，写：词汇「名称」。',
      }
    case 'no-decision':
      return {
        title: '没有写“事项”。',
        explanation: '事项说明这份政策要算什么：有哪些输入，得出哪些结果。',
        advice: '在“政策”和“引用”下面写：事项 名称。名称是词汇里的一个事项。',
      }
    case 'output-without-rule':
      return {
        title: `版本${quoted(text('edition'))}里没有规则说${some(list('names'))}怎么算。`,
        explanation: '这个事项要得出的每一项结果，都要有规则。',
        advice: '加一条“名称 是指 ……”，或者在分担里把一笔钱“计入”它；各版本共用的条文写在第一个“版本”前面。',
      }
    case 'output-misspelt':
      return {
        title: `没有地方用到${name}；要得出的结果里有${quoted(text('output'))}，却没有规则。`,
        explanation: '两个名称只差一个字，多半是写错了。',
        advice: `改为${quoted(text('output'))}。`,
      }
    case 'output-of-wrong-type':
      return {
        title: `${name}应是${typeName(text('expected'))}，这些规则得出的是${typeName(text('type'))}。`,
        advice: '改规则里的算式，使它得出要求的那一种；或者改词汇里这一项的类型。',
      }
    case 'attribute-outside-list':
      return {
        title: `${name}是清单${quoted(text('list'))}里每一项各有的，这里没有说是哪一项。`,
        explanation: `${quoted(text('list'))}可能有几项，也可能一项都没有。`,
        advice: `写成“任一 ${text('list')} 满足 ……”“合计 ${text('list')} 取值 ……”，或者放在“每项 ${text('list')}：”下面。规定的名称要是说的不是某一项，把它的规则写在“每项”之前。`,
      }
    case 'cycle': {
      const path = list('names').slice(0, 12)
      return {
        title: `${quoted(path[0] ?? '')}要先知道自己才算得出来：${path.join(' → ')}${path.length < list('names').length ? ' → ……' : ''}。`,
        explanation: '箭头后面的要先算出来。绕一圈回到自己，就没有哪一个能先算。',
        advice: '看这几条规则哪一条用错了名称；如果要用的是本次之前的数，用累计里的那一项。',
      }
    }
  }
}
