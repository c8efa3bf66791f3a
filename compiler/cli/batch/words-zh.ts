import type { SourceInfo } from '../../program/program.ts'
import type { OtherOpinion, SecondOpinion } from './second-opinion.ts'
import type { RowFault } from '../../batch/row.ts'
import type { WrongColumns } from './header.ts'

/** What `daiyu batch` says, in Chinese. */
export const batchZh = {
  noFormat: (path: string) => `看不出 ${path} 是什么格式；文件名要以 .csv、.ndjson（.jsonl）或 .parquet 结尾。`,
  sameFile: (path: string) => `--output 要写的文件就是 --input 的 ${path}；请另写一个，原来的各行不会被改动。`,
  notWorkers: (written: string) => `--workers 是 1 到 256 的整数，不能是 ${written}。`,
  keptTwice: (name: string) => `${name} 在 --keep、--ignore、--person 里写了两次。`,
  keptIsResult: (name: string) =>
    `--keep ${name}：结果里自己有 ${name}，两者分不清。请在输入里给这一列换个名字，或用 --ignore 不用它。`,
  noHeader: (path: string) => `${path} 的第一行不是列名（UTF-8，用逗号隔开，换行是 LF 或 CRLF）。`,
  wrongHeader: (path: string, { missing, unknown, twice, carried, isCarriable }: WrongColumns) =>
    [
      `${path} 的各列不对：`,
      ...(missing.length > 0 ? [`  缺少：${missing.join('、')}`] : []),
      ...(isCarriable ? ['  年度累计也可以不给：用 --person 写明哪一列是谁的账单，就由以前的各行算出'] : []),
      ...(carried.length > 0
        ? [`  用了 --person，由以前的各行算出，不从输入读：${carried.join('、')}；写在 --ignore 后面`]
        : []),
      ...(unknown.length > 0
        ? [`  不认识：${unknown.join('、')}；要写到结果里的写在 --keep 后面，不用的写在 --ignore 后面`]
        : []),
      ...(twice.length > 0 ? [`  重复：${twice.join('、')}`] : []),
    ].join('\n'),
  atWork: (folder: string, other: number) =>
    `另一个进程（${other}）正在写这个结果。请等它结束；如果那不是 daiyu，删去 ${folder}/process。`,
  otherRun: (folder: string, parts: readonly string[]) =>
    `上次没有做完，这次不能接着做，因为不同的有：${parts.map((part) => different[part] ?? part).join('、')}。改回去再接着做，或删去 ${folder} 从头开始。`,
  inputChanged: (path: string) => `结算时 ${path} 变了，结果不能用；等它写完，再从头开始。`,
  noDuckDb:
    'Parquet 文件和 --person 要用 DuckDB，这里没有装；请运行 npm install @duckdb/node-api，或用 .csv、.ndjson。',
  secondOpinion: ({ rows, without }: SecondOpinion): string => {
    switch (without) {
      case null:
        return `DuckDB 用 SQL 另算了其中 ${rows} 行，结果相同。`
      case 'not-installed':
        return '没有另算核对：没有装 DuckDB（npm install @duckdb/node-api）。'
      case 'not-admitted':
        return '没有另算核对：这个 DuckDB 没有通过一致性检查。'
      case 'no-query':
        return '没有另算核对：这份政策写不成准确的 SQL。'
    }
  },
  otherOpinion: ({ row, line, folder, input, differing }: OtherOpinion) =>
    [
      `第 ${row} 行（文件第 ${line} 行）：写出的结果与 DuckDB 按同一政策用 SQL 另算的不同，结果没有放到位：`,
      ...differing.map(
        ({ path, written, asked }) => `  ${path === '' ? '' : `${path}：`}写出的是 ${written}，DuckDB 算的是 ${asked}`,
      ),
      `  ${input}`,
      `两者必有一错，是 daiyu 的错误：请把以上几行报告给我们。不要按这些结果支付；它们留在 ${folder}，删去它再从头开始。`,
    ].join('\n'),
  duckDbFailed: (message: string) => `DuckDB 说：${message}`,
  inexactColumns: (path: string, columns: readonly string[]) =>
    `${path} 里这些列的类型不准确或不明确：${columns.join('，')}。金额要是 DECIMAL、整数（元）或文字，不能是浮点数；日期要是 DATE 或文字。`,
  tooManyOfOne: '同一个人的各行超过 64 MiB；--person 写的是区分每个人的列吗？',
  preparing: '正在按人和日期排序……',
  checking: '正在核对……',
  goesOn: (rows: number) => `接着上次，从第 ${rows} 行之后。`,
  stopped: (rows: number) => `停在第 ${rows} 行之后。再运行同样的命令，从这里接着做。`,
  progress: (percent: number, rows: string, rate: string, left: string) =>
    `${percent}%  ${rows} 行  每秒 ${rate} 行  还要 ${left}`,
  notAsWritten: (path: string) => `${path} 与写进去的不一样，结果不能用：请检查磁盘，再从头开始。`,
  done: (rows: number, settled: number, file: string) => `${rows} 行，结算 ${settled} 行，写在 ${file}。`,
  carried: (person: string, figures: readonly string[]) =>
    `按 ${person} 逐人结算；每人每年的累计都从零算起：${figures.join('、')}。`,
  leans: (edition: string, grade: SourceInfo['grade'], title: string) =>
    `注意：版本“${edition}”有规则出自${{ official: '官方', press: '报刊', unconfirmed: '待核' }[grade]}来源「${title}」。`,
  someRejected: (rows: number, file: string) => `${rows} 行不能结算，行号和原因在 ${file}。`,
  rowFault: (fault: RowFault): string => {
    switch (fault.code) {
      case 'csv-quote':
        return '引号不对：格子里有引号的，整格用引号括起来，里面的引号写两个。'
      case 'record-too-long':
        return '这一行超过 1 MiB，太长。'
      case 'not-utf8':
        return `${fault.path === '' ? '这一行' : fault.path}不是 UTF-8 编码的文本；整个文件可以用 iconv -f GB18030 -t UTF-8 转换。`
      case 'other-cells':
        return `这一行有 ${fault.cells} 格，列名有 ${fault.columns} 个。`
      case 'figure-given':
        return `${fault.path} 由以前的各行累计而来，用了 --person 就不能再给出。`
      case 'no-person':
        return `${fault.path} 没有写清是谁的账单：是空的，或者前后有空格。`
      case 'earlier-refused':
        return `同一个人同一年度的第 ${fault.row} 行不能结算，所以这一行的年度累计不知道。`
    }
  },
}

const different: Readonly<Record<string, string>> = {
  input: '输入文件',
  policy: '政策',
  compiler: '编译器',
  code: '编译器',
  options: '命令行的选项或语言',
  prepared: '已经准备好的部分',
  output: '已经写出的部分',
}
