/** What `daiyu batch --engine spark` says, in Chinese. */
export const sparkZh = {
  noPython: (python: string) =>
    `没有 ${python}。Spark 由 Python 驱动：请安装 Python 3.11 以上，或者用 PYSPARK_PYTHON 指明它在哪里。`,
  noJava: (java: string) => `没有 ${java}。Spark 需要 Java 17 以上：请安装，或者用 JAVA_HOME 指明它在哪里。`,
  noSpark: '没有找到 Spark。请用 SPARK_HOME 指明它在哪里，或者安装：python3 -m pip install pyspark',
  notASpark: (home: string) => `${home} 里没有 Spark（缺 bin/spark-submit 或 python/lib）；请改 SPARK_HOME。`,
  masterMissing: '--engine spark 还要写 --master，如 --master spark://HOST:7077。',
  onlyForSpark: (option: string) => `${option} 只用于 --engine spark。`,
  noMaster: (master: string) => `连不上 ${master}：主节点没有启动，或者地址、端口不对，或者被防火墙挡住了。`,
  noResources: '集群还没有给出执行器：请看主节点的页面，工作节点是否在线、有没有空闲的内存和核。仍在等待……',
  noNode: (node: string) =>
    `执行器上没有 ${node}。请在每个工作节点上安装 Node 20 以上，或者用 --node 指明它在那里的路径。`,
  evaluatorFailed: (status: string, said: string) => `执行器上的结算程序以状态 ${status} 结束：${said}`,
  failed: (said: string) => `Spark 没有完成：${said}`,
  ended: (said: string) => `Spark 中途退出了：${said}`,
  lost: (read: number, written: number) =>
    `读入 ${read} 行，得到 ${written} 行，对不上；没有写出结果。请检查输入在运行时有没有变动，再运行一次。`,
  working: (done: number, all: number) => `Spark：${done} / ${all} 个任务……`,
  unclosed: (rows: number) =>
    `有 ${rows} 行的引号在本行里没有配对。Spark 一行算一件：格子里有换行的，请先去掉换行，或者在一台机器上运行。`,
}
