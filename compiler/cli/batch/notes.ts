import type { Command } from '../command.ts'

/** What the help of `daiyu batch` says of files. */
export const batchNotes: NonNullable<Command['notes']> = {
  zh: [
    'NDJSON 一行一件，与 daiyu run 的输入相同。CSV、Parquet 的列名是输入的路径，如 visit.tier；清单写成一格 JSON，',
    'Parquet 里也可以是记录的列表；空格子是“没有”。金额是文字、DECIMAL 或整数（元），不能是浮点数。文件是 UTF-8。',
    '结果各行与输入顺序相同，只有能结算的；写在：',
    "  OUTPUT                  一次写成；CSV 里像公式的文字前面加 '",
    '  OUTPUT.rejected.ndjson  不能结算的各行：行号、原因、原文；不影响其他行，最后以状态 1 结束',
    '  OUTPUT.manifest.json    行数、文件和政策的哈希、编译器、待核的来源、各金额的合计（分）；写之前核对过',
    '  OUTPUT.unfinished/      没有做完的；被中断（断电、Ctrl-C、kill -9）以后，同样的命令接着做，不漏不重',
    '用了 --person，各行按人和日期依次结算，年度累计从零算起，从一行带到下一行，到累计年度开始之日重新算起（账户余额',
    '这样的累计也是，计入要用 daiyu year）；有一行不能结算，同一人同一年度以后的各行也不能。',
    '--engine spark 在集群上结算：用 SPARK_HOME，没有则用已安装的 pyspark；内存等按它自己的配置。各机器要以同样的',
    '路径看到输入和输出，并装有 Node；结果与在一台机器上逐字节相同。CSV 一行一件，格子里不能换行；中断后从头开始。',
  ],
  en: [
    'NDJSON has a case on each line, as for daiyu run. CSV and Parquet have columns by the paths of the input, such as',
    'visit.tier; a list is one cell of JSON, in Parquet also a list of records; an empty cell is null. Amounts are text,',
    'DECIMAL or whole yuan, never floating point. Files are UTF-8. Results stand in the order of the input, those that',
    'could be settled, in:',
    '  OUTPUT                  appears as a whole; in CSV, a text that looks like a formula gets an apostrophe before it',
    '  OUTPUT.rejected.ndjson  rows that could not be settled: where, why, the row; the others go on, status 1 at the end',
    '  OUTPUT.manifest.json    rows, hashes, policies and their unconfirmed sources, compiler, sums in fen; checked before',
    '  OUTPUT.unfinished/      what is not done; interrupted (power, Ctrl-C, kill -9), the same command goes on, and',
    '                          neither loses nor repeats a row',
    'With --person rows are settled by person and date; the yearly figures start at zero, are carried from row to row,',
    'and start anew with each year; so does the balance of an account, and credits to it need daiyu year. Where a row is',
    'refused, so are those after it in the same year.',
    'With --engine spark a cluster settles them: that of SPARK_HOME, else of an installed pyspark, by its own',
    'configuration. All machines have to see input and output under the same paths, and have Node; results are the same',
    'byte by byte. A record of CSV is one line, without line ends in cells; interrupted, it begins anew.',
  ],
}
