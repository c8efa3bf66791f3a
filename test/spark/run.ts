/**
 * `npm run test:spark`: bulk runs on a cluster of Spark, a master and two workers on this machine, against the run on
 * one machine; with an argument, only those of its tests whose names hold it. Ends with the one line `N passed, N failed`.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { buildCommand } from '../cli/build-command.ts'
import { Refusal } from '../../compiler/cli/command.ts'
import { wordsIn } from '../../compiler/cli/words.ts'
import { batchTests } from './batch.ts'
import { startCluster, type Cluster } from './cluster.ts'
import { expressionTests } from './expressions.ts'
import type { Spark } from '../../compiler/cli/batch/spark/find-spark.ts'
import { getSpark } from './get-spark.ts'

/** One thing that has to hold; throws where it does not. */
export interface Test {
  readonly name: string
  readonly run: () => Promise<void>
}

/** What tests are run with; what they write goes into the folder. */
export interface Place {
  readonly command: string
  readonly cluster: Cluster
  readonly folder: string
  readonly spark: Spark
}

const PATIENCE_MS = 15 * 60_000
const only = process.argv[2] ?? ''
const isAsked = ({ name }: Test): boolean => name.includes(only)

// What was started is stopped and what was written taken away however this ends.
const folder = mkdtempSync(join(tmpdir(), 'daiyu-spark-'))
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(130))

const count = { passed: 0, failed: 0 }
try {
  const spark = getSpark()
  const command = await buildCommand(join(folder, 'package'))
  const cluster = await startCluster(spark.home, join(folder, 'cluster'))
  Object.assign(process.env, cluster.env)
  const place = { command, cluster, folder, spark }
  for (const test of [...expressionTests(place), ...batchTests(place)].filter(isAsked)) await check(test)
  await cluster.stop()
} catch (problem) {
  count.failed += 1
  console.log(problem instanceof Refusal ? problem.says(wordsIn('en')) : problem)
}
console.log(`${count.passed} passed, ${count.failed} failed`)
process.exit(count.failed === 0 ? 0 : 1)

async function check({ name, run }: Test): Promise<void> {
  const start = Date.now()
  try {
    await Promise.race([run(), tooLate()])
    count.passed += 1
    console.log(`✓ ${name} (${((Date.now() - start) / 1000).toFixed(1)} s)`)
  } catch (problem) {
    count.failed += 1
    console.log(`✗ ${name}`)
    console.log(problem)
  }
}

async function tooLate(): Promise<never> {
  await sleep(PATIENCE_MS, null, { ref: false })
  throw new Error('it takes too long')
}
