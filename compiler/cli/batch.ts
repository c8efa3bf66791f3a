import { readJob } from './batch/job.ts'
import { batchNotes } from './batch/notes.ts'
import { formatOption, policiesOption, UsageError, type Call, type Command } from './command.ts'
import { readingOption } from './reading-option.ts'

export const command: Command = {
  operands: '<policy>.<decision>',
  least: 1,
  most: 1,
  options: [
    {
      name: 'input',
      value: 'FILE',
      says: { zh: '要结算的各行（.csv、.ndjson、.parquet）', en: 'the rows to settle (.csv, .ndjson, .parquet)' },
    },
    {
      name: 'output',
      value: 'FILE',
      says: { zh: '结果写到哪里；格式可以与输入不同', en: 'where the results go; the format may be another' },
    },
    {
      name: 'edition',
      value: 'NAME',
      says: {
        zh: '各行都按这个版本结算，不论日期；不写则按各行的日期选用',
        en: "settle every row under this edition, whatever its date; default: by each row's date",
      },
    },
    {
      name: 'keep',
      value: 'COLUMN,…',
      isRepeatable: true,
      says: {
        zh: '输入里的这些列原样写到结果里，如编号',
        en: 'these columns of the input come out again as they are, such as an identifier',
      },
    },
    {
      name: 'ignore',
      value: 'COLUMN,…',
      isRepeatable: true,
      says: { zh: '输入里的这些列不用', en: 'columns of the input that are not used' },
    },
    {
      name: 'person',
      value: 'COLUMN',
      says: {
        zh: '谁的账单；年度累计由以前的各行算出，不从输入读',
        en: 'whose bill it is; yearly figures are carried from row to row, not read',
      },
    },
    {
      name: 'workers',
      value: 'N',
      says: { zh: '用几个线程；不写则每个处理器一个', en: 'threads; default: one per processor' },
    },
    {
      name: 'engine',
      value: 'embedded|spark',
      oneOf: ['embedded', 'spark'],
      says: {
        zh: '在这台机器上（默认），或者在 Spark 集群上结算',
        en: 'settle on this machine (default), or on a cluster of Spark',
      },
    },
    {
      name: 'master',
      value: 'URL',
      says: {
        zh: 'Spark 集群的主节点，如 spark://HOST:7077',
        en: 'the master of the cluster, such as spark://HOST:7077',
      },
    },
    {
      name: 'node',
      value: 'PATH',
      says: {
        zh: '集群各机器上的 node；不写则按 PATH 找',
        en: "node on the cluster's machines; default: by their PATH",
      },
    },
    { name: 'quiet', says: { zh: '不显示进度', en: 'show no progress' } },
    formatOption,
    readingOption,
    policiesOption,
  ],
  notes: batchNotes,
  examples: [
    'daiyu batch ningbo.employee.settle --input bills.csv --output results.csv --keep id',
    'daiyu batch ningbo.employee.settle --input bills.parquet --output results.parquet --person psn_no',
    'daiyu batch ningbo.employee.settle --input bills.csv --output results.csv --engine spark --master spark://host:7077',
  ],
  run,
}

async function run(call: Call): Promise<number> {
  const job = await readJob(call)
  if (typeof job === 'number') return job
  if (call.values.get('engine') === 'spark') {
    const { runOnSpark } = await import('./batch/spark/run-on-spark.ts')
    return runOnSpark(job, call)
  }
  for (const option of ['master', 'node'])
    if (call.values.has(option)) throw new UsageError(({ spark }) => spark.onlyForSpark(`--${option}`))
  const { runEmbedded } = await import('./batch/run-embedded.ts')
  return runEmbedded(job, call)
}
