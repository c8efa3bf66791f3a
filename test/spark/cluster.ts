import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { createWriteStream, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** A master and its workers, on this machine alone. */
export interface Cluster {
  readonly master: string
  /** What a driver of it has to have in its environment. */
  readonly env: Readonly<Record<string, string>>
  /** The processes that settle rows now. */
  readonly executors: () => readonly number[]
  readonly stop: () => Promise<void>
}

const START_MS = 90_000

/** Starts a master and two workers of one core each, which end with this process. What they write lies in the folder. */
export async function startCluster(home: string, folder: string): Promise<Cluster> {
  const conf = join(folder, 'conf')
  mkdirSync(conf, { recursive: true })
  writeFileSync(join(conf, 'spark-defaults.conf'), defaults.map((line) => `${line}\n`).join(''))
  const env = {
    SPARK_HOME: home,
    SPARK_CONF_DIR: conf,
    SPARK_LOCAL_IP: '127.0.0.1',
    SPARK_LOCAL_DIRS: join(folder, 'local'),
  }
  const started: ChildProcess[] = []
  process.once('exit', () => started.forEach((each) => signal(each, 'SIGKILL')))
  const start = (name: string, kind: string, args: readonly string[]): string => {
    const log = join(folder, `${name}.log`)
    const daemon = { SPARK_NO_DAEMONIZE: '1', SPARK_DAEMON_MEMORY: '256m', SPARK_WORKER_DIR: join(folder, 'work') }
    const main = `org.apache.spark.deploy.${kind}`
    const process_ = spawn(
      join(home, 'bin', 'spark-class'),
      [main, '--host', '127.0.0.1', '--webui-port', '0', ...args],
      {
        env: { ...process.env, ...env, ...daemon },
        detached: true,
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    )
    writeFileSync(log, '')
    const file = createWriteStream(log, { flags: 'a' })
    process_.stdout.pipe(file)
    process_.stderr.pipe(file)
    started.push(process_)
    return log
  }
  const stop = async (): Promise<void> => {
    await Promise.all(started.toReversed().map(stopped))
  }
  try {
    const log = start('master', 'master.Master', ['--port', '0'])
    const master = await found(log, /Starting Spark master at (spark:\/\/\S+)/)
    await found(log, /New state: ALIVE/)
    for (const number of [1, 2]) start(`worker${number}`, 'worker.Worker', ['--cores', '1', '--memory', '1g', master])
    await found(log, /(?:Registering worker[^]*){2}/)
    const executors = (): readonly number[] => started.flatMap(({ pid }) => childrenOf(pid ?? 0))
    return { master, env, executors, stop }
  } catch (problem) {
    await stop()
    throw problem
  }
}

// Small parts, so that there is a middle; and no more memory than a small machine has.
const defaults = [
  'spark.ui.enabled false',
  'spark.driver.memory 1g',
  'spark.executor.memory 512m',
  'spark.sql.shuffle.partitions 6',
  'spark.sql.files.maxPartitionBytes 65536',
  'spark.sql.files.openCostInBytes 0',
]

async function found(log: string, what: RegExp): Promise<string> {
  const end = Date.now() + START_MS
  while (Date.now() < end) {
    const match = what.exec(readFileSync(log, 'utf8'))
    if (match) return match[1] ?? ''
    await sleep(200)
  }
  throw new Error(`Spark did not start; ${log} says: ${readFileSync(log, 'utf8').slice(-2000)}`)
}

function childrenOf(pid: number): readonly number[] {
  const { stdout } = spawnSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' })
  const pairs = stdout.split('\n').map((line) => line.trim().split(/\s+/).map(Number))
  return pairs.flatMap(([child, parent]) => (parent === pid && child !== undefined ? [child] : []))
}

/** Ends a process with all that it has started. */
async function stopped(process_: ChildProcess): Promise<void> {
  if (process_.exitCode !== null || process_.signalCode !== null) return
  const ended = new Promise((resolve) => process_.once('close', resolve))
  signal(process_, 'SIGTERM')
  await Promise.race([ended, sleep(10_000, null, { ref: false })])
  signal(process_, 'SIGKILL')
}

function signal({ pid }: ChildProcess, name: NodeJS.Signals): void {
  try {
    if (pid !== undefined) process.kill(-pid, name)
  } catch {
    // It has ended meanwhile.
  }
}
