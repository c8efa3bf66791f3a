import { describeIssue } from '../../runtime/describe-issue.ts'
import { typeName } from '../problem/zh/say.ts'
import type { EditorWords } from './words.ts'

export const zh: EditorWords = {
  kinds: {
    policy: '政策',
    decision: '事项',
    record: '记录',
    list: '清单',
    choices: '选项',
    member: '选项值',
    region: '地区',
    input: '输入',
    element: '清单里的一项',
    output: '输出',
    dataset: '资料',
    column: '资料的一列',
    term: '规则里的名称',
    share: '分担得到的金额',
    source: '来源',
    edition: '版本',
    reading: '解读',
    alternative: '另解',
    exception: '例外',
    requirement: '须满足',
    example: '示例',
    fact: '原文编号',
    file: '文件',
    platformField: '国家平台字段',
    word: '语言自带的词',
  },
  nothingToRename: '这里没有可以改名的名称。请把光标放在名称上。',
  wordOfLanguage: (name) => `“${name}”是语言自带的词，意思固定，不能改名，也不能用作名称。`,
  namedElsewhere: (name) => `“${name}”不是在这里起的名，不能在这里改名。`,
  noName: (name) => `“${name}”不能用作名称：名称由汉字、英文字母、数字和下划线组成，不以数字开头，中间没有空格和标点。`,
  noText: (text) => `“${text}”不能写在引号里：不能为空，不能含引号、换行和看不见的字符。`,
  isKeyword: (name) => `“${name}”是关键词，不能用作名称。请换一个名称。`,
  noDots: (name) => `“${name}”里有点；只有词汇里的程序用名可以有点。`,
  taken: (name, kind, file) =>
    `“${name}”已经是${kind}的名称${file === null ? '' : `（${file}）`}，一个名称只能有一个意思。请换一个名称。`,
  unknownTaken: (name) =>
    `文件里已经写着“${name}”，还没有说明是什么；改名后它的意思会变。请先改掉那一处，或换一个名称。`,

  type: '类型',
  keyword: '关键词',
  unit: '单位',
  value: '值',
  of: '属于',
  platform: '平台字段',
  code: '代码',
  members: '各个值',
  article: '出处',
  quote: '原文',
  summary: '摘要',
  because: '理由',
  rule: '规则',
  grades: { official: '官方', press: '报刊', unconfirmed: '待核' },
  comma: '、',
  inEditions: (editions) => `版本${editions.map((name) => `「${name}」`).join('、')}`,
  moreRules: (count) => `另有${count}条规则`,
  typeOf: (kind) => (Object.hasOwn(unitOf, kind) ? `${typeName(kind)}（${unitOf[kind]!}）` : typeName(kind)),
  optional: (type, isOptional) => (isOptional ? `${type}，可以未填` : type),
  bracketed: (text) => (text === '' ? '' : `（${text}）`),
  sum: (amount) => `累计${amount}`,
  sumInFull: (upTo, amount, inBand) => `从0元到${upTo}，按各段比例共${amount}；其中这一段${inBand}。`,
  leadsTo: (from, rates) => `${from === '' ? '' : `${from} `}→ ${rates}`,
  leadsToInFull: (name, from, rates, edition) =>
    `${name}${from === '' ? '' : `这里是${from}，`}按版本「${edition}」调整以后是${rates}。`,
  examplePassed: '✓ 通过，再算一次',
  exampleUnknown: '运行这个示例（先改正文件里的错误）',
  exampleRefused: (issues) =>
    `✗ 不能结算：${issues
      .slice(0, 1)
      .map((issue) => describeIssue(issue, 'zh'))
      .join('')}`,
  exampleDiffers: (name, expected, found, count) =>
    `✗ ${name}：应得 ${expected}，算得 ${found}${count > 1 ? `；另有${count - 1}项不同` : ''}`,
  editionChange: (how, editions) => {
    const of = `版本${editions.map((name) => `「${name}」`).join('')}`
    switch (how) {
      case 'changed':
        return `${of}另有规定`
      case 'gone':
        return `${of}没有这条`
      case 'replaced':
        return '这里被别的规则代替'
      case 'replaces':
        return editions.length === 0 ? '代替共用的规则' : `代替${of}的规则`
    }
  },
  builtIn: (word) => (Object.hasOwn(builtIns, word) ? builtIns[word]! : '语言自带的词。'),
}

const unitOf: Readonly<Record<string, string>> = {
  money: '元',
  rate: '%',
  schedule: '%',
  months: '个月',
  days: '日',
}

const builtIns: Readonly<Record<string, string>> = {
  fullYears: '从一个日期到另一个日期满多少周岁。',
  firstOfMonth: '日期所在月的第一天。',
  lastOfMonth: '日期所在月的最后一天。',
  firstOfYear: '日期所在年的1月1日。',
  lastOfYear: '日期所在年的12月31日。',
  monthOf: '日期是当年的第几个月。',
  provinceOf: '地区所在的省。',
  prefectureOf: '地区所在的市。',
  lesser: '两个值里较小的。',
  greater: '两个值里较大的。',
  provided: '案例有没有给出这一种输入。',
  yes: '成立。',
  no: '不成立。',
  official: '来源的级别：官方文件。',
  press: '来源的级别：报刊。',
  unconfirmed: '来源的级别：原文件未见，待核。',
  money: '类型：金额，以元计，最多两位小数。',
  date: '类型：日期。',
  yearMonth: '类型：年月。',
  boolean: '类型：是或否。',
  region: '类型：六位行政区划代码。',
  optional: '类型：可以未填。',
  code: '类型：编码。',
  texts: '类型：若干行文字。',
  rate: '类型：比例，0到100%。',
  points: '类型：百分点，两个比例的差。',
  monthCount: '类型：月数。',
  number: '类型：数。',
  input: '事项的输入。',
  single: '清单里的一项单独作为输入。',
  output: '事项的输出。',
}
