import type { BrokenIdentity } from '../platform/identities.ts'
import type { SourceInfo } from '../program/program.ts'
import type { FactsFault } from '../coverage/facts-file.ts'
import { sparkZh } from './batch/spark/words-zh.ts'
import { batchZh } from './batch/words-zh.ts'

/** What the command line says, in Chinese. Options and commands are described where they are declared. */
export const zh = {
  tagline: 'Daiyu（待遇）：把医保待遇政策写成规则，编译成可以结算的程序。',
  usage: '用法：',
  commands: '命令：',
  options: '选项：',
  examples: '例如：',
  command: '命令',
  commandHelp: (command: string) => `${command} --help 说明一个命令的用法。`,
  moreHelp: (command: string) => `用法见：${command} --help`,

  noCommand: (name: string) => `没有命令 ${name}。`,
  noOption: (name: string) => `没有选项 ${name}。`,
  didYouMean: (names: readonly string[]) => `是不是：${names.join('、')}`,
  thereAre: (names: readonly string[]) => `可用的有：${names.join('、')}`,
  needsValue: (option: string, value: string) => `${option} 后面要写 ${value}。`,
  takesNoValue: (option: string) => `${option} 后面不写值。`,
  notAllowed: (option: string, value: string, allowed: readonly string[]) =>
    `${option} 不能是 ${value}，可以是：${allowed.join('、')}`,
  notAReading: (written: string) => `--reading 写作“解读=另解”，如 C06=excluded，不能写“${written}”。`,
  readingTwice: (name: string) => `--reading 里解读 ${name} 写了两次，只能选一种。`,
  noReading: (name: string) => `没有解读 ${name}。`,
  noOtherReading: (name: string, other: string) => `解读 ${name} 没有另解 ${other}。`,
  noOtherReadings: '这里的解读都没有另解。',
  optionMissing: (option: string) => `缺少 ${option}。`,
  operandMissing: (operands: string) => `缺少 ${operands}。`,
  oneTooMany: (operand: string) => `多了一个参数 ${operand}。`,

  noSuchFile: (path: string) => `没有 ${path} 这个文件或目录。`,
  cannotUse: (path: string, reason: string) => `${path} 用不了：${reason}。`,
  notThere: '不存在',
  notPermitted: '没有权限',
  noSpace: '磁盘已满',
  isFolder: '这是一个目录',
  isNoFolder: '这不是目录',
  notAFile: (path: string) => `${path} 不是文件。`,
  notAFolder: (path: string) => `${path} 不是目录。`,
  noTextsIn: (path: string) => `${path} 里没有来源的文本（*.txt）。`,
  textsMissing: (path: string, texts: readonly string[]) => `${path} 里没有要点所出自的文本：${texts.join('、')}。`,
  noFacts: (path: string, fault: FactsFault) => `${path} 不是要点清单：${factsFault(fault)}。`,
  notUtf8: (path: string) => `${path} 不是 UTF-8 编码的文本，请另存为 UTF-8。`,
  lineNotUtf8: '这一行不是 UTF-8 编码的文本。',
  inputNotUtf8: '输入不是 UTF-8 编码的文本，请另存为 UTF-8。',
  noPoliciesIn: (path: string) => `${path} 里没有政策文件（*.policy）。`,
  unknownDecision: (name: string) => `没有事项 ${name}。`,
  lookedIn: (folder: string) => `找的目录是 ${folder}；政策在别处的，用 --policies 写明目录。`,

  settled: (fine: number, wrong: number) => `结算 ${fine} 件，${wrong} 件有误。`,
  progress: (count: number) => `已结算 ${count} 件……`,
  errors: (errors: number, warnings: number) =>
    [errors > 0 ? `${errors} 个错误` : '', warnings > 0 ? `${warnings} 个提醒` : ''].filter(Boolean).join('，'),
  moreProblems: (more: number) => `还有 ${more} 处没有列出。`,
  checked: (files: number, found: string) => `查了 ${files} 个文件：${found}。`,
  oneCaseOnly: '只能说明一件；许多件用 daiyu run --explain。',
  tableForBatch: (path: string) => `${path} 是表格；这里读 JSON 和 NDJSON，CSV、Parquet 用 daiyu batch 结算。`,
  noCasesIn: (path: string) => `${path} 里没有案例。`,
  overRefused: (path: string, messages: readonly string[]) =>
    `${path} 里的案例读不出来：\n${messages.map((each) => `  ${each}`).join('\n')}`,
  notSameDecision: (first: string, second: string) =>
    `${first} 和 ${second} 是不同的事项，问的和答的都不一样，不能比较；两边要是同一事项的版本，或者不同政策里的同名事项。`,
  mayTakeLong:
    '两边是不同的政策，对所有案例逐一比较可能要好几分钟，按 Ctrl-C 停下；用 --like 只比较与一个案例相似的，快得多。',
  likeOneCase: '--like 后面只能是一件；许多件用 --over。',
  noProblems: '没有问题',

  formatted: (file: string) => `已整理 ${file}`,
  allFormatted: (files: number) => `${files} 个文件格式都对。`,
  changedFiles: (changed: number, files: number) => `${files} 个文件，整理了 ${changed} 个。`,
  wouldChange: (changed: number) => `${changed} 个文件的格式不对；daiyu fmt 可以整理。`,
  onlyStandardInput: '- 表示标准输入，旁边不能再写文件。',
  standardInput: '标准输入',

  edition: '版本',
  expected: '应得',
  found: '实得',
  refused: '不能结算：',
  refusedUnder: (edition: string, reason: string) => `版本「${edition}」不能结算：${reason}`,
  differs: '≠',
  otherReading: (name: string, alternative: string, statement: string) =>
    `按另一种解读结算：${name}=${alternative}「${statement}」`,
  nothingToCarry: (decision: string) => `${decision} 没有既是输入又是输出的数，不必按年结算；一件一件的用 daiyu run。`,
  noYearStart: (decision: string) => `${decision} 没有写累计年度从哪天开始；在条文里写：累计年度 始于 1月1日`,
  atLine: (line: number, message: string) => `第 ${line} 行：${message}`,
  yearOf: (year: string, from: string, until: string) => `${year} 年度（${from} — ${until}）`,
  yearTotal: '合计',
  eventKind: {
    start: '开始',
    bill: '结算',
    late: '补报',
    status: '变更',
    credit: '划入',
    debit: '扣回',
  },
  resettled: (bills: number) => `以后 ${bills} 笔重新结算`,
  corrected: (line: number, on: string, because: number) => `更正第 ${line} 行（${on}），因第 ${because} 行：`,
  noPlatformFields: (decision: string) =>
    `${decision} 的结果没有国家医保信息平台的字段，不能用 --format platform；在词汇里写上输出的平台字段。`,
  brokenIdentity: ({ number, written, left, right }: BrokenIdentity) =>
    `核算关系 ${number} 不成立：${written}；左边是 ${left}，右边是 ${right}。`,
  leaning: (grade: SourceInfo['grade'], title: string, rules: readonly string[]) =>
    `注意：结果用到${{ official: '官方', press: '报刊', unconfirmed: '待核' }[grade]}来源「${title}」：${rules.join('、')}`,
  examplesPassed: (passed: number, failed: number) =>
    failed === 0 ? `${passed} 例全部相符。` : `${passed} 例相符，${failed} 例不符。`,
  noExamples: '没有示例。',

  receipt: {
    title: '收据',
    decision: '事项和版本',
    policy: '政策文件',
    readings: '解读',
    ownReadings: '政策自己的',
    compiler: '编译器',
    input: '案例',
    output: '结果',
  },
  noWeights: (decision: string) =>
    `没有 ${decision} 的权重，无法生成案例。请在政策旁边写一个 *.population.json，或用 --weights FILE；写法见 daiyu population --help。`,
  wrongWeights: (files: string) => `${files} 里的权重不能用：`,
  notGenerated: (written: string) => `生成的案例写作 generated:种子:件数，如 generated:1:10000，不能写 ${written}。`,
  notAWholeNumber: (name: string, written: string) => `${name} 是不小于 0 的整数，不能是 ${written}。`,
  notAnEdition: (written: string) =>
    `要比较的两边各写作 事项@版本，如 ningbo.employee.settle@2022，不能写 ${written}。`,
  noSuchEdition: (edition: string) => `没有版本「${edition}」。`,
  compared: (cases: string) => `已比较 ${cases} 件`,
  generated: (count: number, seed: string, files: string, hash: string) =>
    `案例由种子 ${seed} 生成，共 ${count} 件；权重 ${files}（${hash}）。`,
  assumed: '生成时的假设：',
  populationTitle: (cases: number, settled: number, unchanged: number) =>
    `共 ${cases} 件，两边都能结算 ${settled} 件，其中各项全同 ${unchanged} 件。`,
  failed: (both: number, onlyBefore: number, onlyAfter: number) =>
    `不能结算：两边都不能 ${both} 件，只有前者不能 ${onlyBefore} 件，只有后者不能 ${onlyAfter} 件。`,
  failedBy: (code: string, before: number, after: number) => `${code}：前者 ${before} 件，后者 ${after} 件`,
  notCompared: (paths: readonly string[]) => `只有一边有、没有比较的：${paths.join('、')}`,
  alikeOutputs: (names: readonly string[]) => `完全相同：${names.join('、')}`,
  whatMoves: '有变化的各项（受益、受损以参保人计）',
  spread: '变动的分布（只计有变化的案例；每百分之几不超过）',
  byCategory: (name: string) => `按${name}（各列为差额合计）`,
  furthest: '变动最大的案例及原因',
  movement: (name: string, number: number, before: string, after: string, difference: string) =>
    `${name} ${difference}（第 ${number} 件：${before} → ${after}）`,
  alike: '相同',
  gain: '受益',
  lose: '受损',
  more: '增加',
  less: '减少',
  before: '前者合计',
  after: '后者合计',
  difference: '差额',
  least: '最小',
  most: '最大',
  casesOf: '件数',
  changedOf: '有变化',
  plainValue: { true: '是', false: '否', absent: '未填' } as Readonly<Record<string, string>>,
  notTogether: (one: string, other: string) => `${one} 和 ${other} 不能一起用。`,
  noReceipt: '结果里没有收据（receipt），无法复核。结算时加上 --receipt --format json，结果就带收据。',
  noEditionOf: (decision: string, edition: string) => `${decision} 没有版本「${edition}」，无法按当时的版本复核。`,
  notAsMany: (results: string, cases: string) => `${results} 和 ${cases} 的件数不同，无法逐件复核。`,
  sameResult: (number: number) => `第 ${number} 件：结果相同。`,
  otherResult: (number: number) => `第 ${number} 件：不能确认。`,
  otherCase: '给出的案例不是收据上的那一件（哈希不同）。',
  changedResult: '结果与收据不符：写下以后被改动过。',
  otherPolicy: '政策文件已不是当时的（哈希不同）。',
  otherCompiler: (then: string, now: string) => `当时的编译器是 ${then}，现在是 ${now}。`,
  otherFigure: (path: string, then: string, now: string) => `${path}：原结果 ${then}，现在 ${now}。`,

  dialectWithoutSql: '--dialect 只和 --target sql 一起用。',
  noQuery: (query: string, label: string, why: 'digits' | 'sum', dialect: string) =>
    `${query} 写不成 ${dialect} 的查询：${why === 'digits' ? `「${label}」的数可能超出这种数据库的位数` : `「${label}」把分母各不相同的商按明细相加`}。请换一种数据库（--dialect postgres 的数没有位数上限），或另用 --target ts。`,
  built: (file: string) => `已生成 ${file}`,
  tryNext: '接着试试：',
  changeAndRepeat: (file: string, command: string) => `改 ${file} 里的一个比例，再运行 ${command}`,
  explainIt: (command: string) => `看每一分钱从哪条来：\n      ${command}`,
  buildIt: (command: string) => `编译成 TypeScript：\n      ${command}`,
  yes: '是',
  no: '否',
  absent: '未填',

  comma: '、',
  colon: '：',
  readingBecause: (because: string) => `理由：${because}`,
  alternative: (name: string, statement: string) => `另解 ${name}：${statement}`,
  editionLine: (name: string, stretch: string, selectedBy: string) =>
    `版本「${name}」 ${stretch}，选用依据 ${selectedBy}`,
  amendsEdition: (name: string) => `修订「${name}」，未提到的照「${name}」：`,
  choosesEdition: (by: string, among: readonly string[]) =>
    `按 ${by} 在 ${among.map((name) => `「${name}」`).join('、')} 之间取舍`,
  changeKind: { added: '增加', removed: '删除', changed: '改动', moved: '移动', renamed: '改名' },
  verdict: { same: '相同', neverMore: '不会更多', neverLess: '不会更少', mixed: '有多有少' },
  sameOutputs: (outputs: readonly string[]) => `相同：${outputs.join('、')}`,
  comparedAll: (differs: boolean) =>
    `${differs ? '以上各处之外，' : ''}两者对任何一件都相同，一分不差；这是证明，不是抽查。`,
  notDecided: '下列各处没有判定：',
  throughRounding: '（只因舍入，可能相差这么多）',
  exampleTitle: (before: string, after: string, number: number, edition: string) =>
    `${before} 与 ${after} 对照，例${number}，${edition}`,
  forExample: (before: string, after: string) => `例：${before} → ${after}`,
  changeOf: { article: '条文', source: '来源', dataset: '资料', name: '名称对照' },
  noMonths: (decision: string) => `${decision} 的输入里没有月数，或者有清单，不能逐月比较；请去掉 --case 和 --along。`,
  notTwoMonths: (written: string, paths: readonly string[]) =>
    `--along 要写两种不同的月数，用逗号隔开，不是 ${written}。有：${paths.join('、')}。`,
  notOneCase: (file: string) => `${file} 里不止一件；--case 要的是一件（一个 JSON 值）。`,
  caseRefused: (file: string, messages: readonly string[]) =>
    `${file} 里的一件不能结算，所以不能逐月比较：\n${messages.map((each) => `  ${each}`).join('\n')}`,
  monthsNotFollowed: '这一件不能逐月比较：有的规则不是月数的加减乘除、比较和舍入。',
  readingsListed: (readings: number, others: number) =>
    readings === 0 ? '没有解读。' : `${readings} 种解读，其中写出的另解 ${others} 种。`,

  factStatus: { cited: '有规则', notFormalised: '不作规则', missing: '缺' },
  factWhy: (why: string) => `理由：${why}`,
  coverage: (all: number, cited: number, notFormalised: number, missing: number) =>
    `要点 ${all} 条：${cited} 条有规则，${notFormalised} 条不作规则，${missing === 0 ? '没有缺的' : `缺 ${missing} 条`}。`,

  playing: (address: string) => `网页已打开：${address}\n在浏览器里点开它；按 Ctrl-C 结束。`,
  noPage: '网页还没有编译（没有 dist/playground）。请在项目目录里运行 npm ci && npm run build。',
  notAPort: (written: string) => `--port 是 0 到 65535 的整数，不能是 ${written}。`,
  portTaken: (port: number, reason: string) =>
    `不能使用端口 ${port}（${reason}）。请换一个 --port，或不写，用一个空闲的。`,

  batch: batchZh,
  spark: sparkZh,

  bug: '这是编译器的错误，不是政策或案例的问题。请把下面几行发给维护者：',
}

function factsFault(fault: FactsFault): string {
  switch (fault.kind) {
    case 'noJson':
      return '不是 JSON'
    case 'noList':
      return '要写成一个数组，每行有 id；或者一个对象，其中有一个（且只有一个）这样的数组'
    case 'empty':
      return '一行也没有'
    case 'noId':
      return `第 ${fault.row} 行没有 id，或者 id 不是文字`
    case 'twice':
      return `第 ${fault.row} 行的 id “${fault.id}”前面已经有了`
  }
}

export type Words = typeof zh
