import type { sparkZh } from './words-zh.ts'

/** What `daiyu batch --engine spark` says, in English. */
export const sparkEn: typeof sparkZh = {
  noPython: (python) =>
    `There is no ${python}. Spark is driven by Python: install Python 3.11 or newer, or say where it is by PYSPARK_PYTHON.`,
  noJava: (java) => `There is no ${java}. Spark needs Java 17 or newer: install it, or say where it is by JAVA_HOME.`,
  noSpark: 'Spark was not found. Say where it is by SPARK_HOME, or install it: python3 -m pip install pyspark',
  notASpark: (home) => `There is no Spark in ${home} (bin/spark-submit or python/lib is missing); change SPARK_HOME.`,
  masterMissing: '--engine spark needs --master too, such as --master spark://HOST:7077.',
  onlyForSpark: (option) => `${option} is for --engine spark only.`,
  noMaster: (master) =>
    `${master} can't be reached: the master is not running, its address or port is another, or a firewall is between.`,
  noResources:
    "The cluster has given no executors yet: look at the master's page whether workers are there and have memory and cores to spare. Still waiting …",
  noNode: (node) =>
    `There is no ${node} on the executors. Install Node 20 or newer on every worker, or say by --node where it is there.`,
  evaluatorFailed: (status, said) => `The evaluator ended with status ${status} on an executor: ${said}`,
  failed: (said) => `Spark did not finish: ${said}`,
  ended: (said) => `Spark ended before its time: ${said}`,
  lost: (read, written) =>
    `${read} lines were read and ${written} came out, which can't be; no result was written. See whether the input was changed meanwhile, and run it again.`,
  working: (done, all) => `Spark: ${done} of ${all} tasks …`,
  unclosed: (rows) =>
    `In ${rows} rows a quote does not close in its line. To Spark a record is one line: where cells hold line ends, take these out first, or run it on one machine.`,
}
