/**
 * `npm run test:spark`: bulk runs on a cluster of Spark, a master and two workers on this machine, against the run on
 * one machine; with an argument, only those of its tests whose names hold it. Ends with the one line `N passed, N failed`.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildCommand } from '../cli/build-command.ts'
import { Refusal } from '../../compiler/cli/command.ts'
import { wordsIn } from '../../compiler/cli/words.ts'
import { batchTests } from './batch.ts'
import { startCluster } from './cluster.ts'
import { getSpark } from './get-spark.ts'

/** One thing that has to hold; throws where it does not. */
export interface Test {
  readonly name: string
  readonly run: () => Promise<void>
}

const only = process.argv[2] ?? ''
const isAsked = ({ name }: Test): boolean => name.includes(only)

const folder = mkdtempSync(join(tmpdir(), 'daiyu-spark-'))
const count = { passed: 0, failed: 0 }
try {
  const spark = getSpark()
  const command = await buildCommand(join(folder, 'package'))
  const cluster = await startCluster(spark.home, join(folder, 'cluster'))
  const stop = (): void => void cluster.stop().then(() => process.exit(130))
  process.once('SIGINT', stop).once('SIGTERM', stop)
  try {
    for (const test of batchTests({ command, cluster, folder, spark }).filter(isAsked)) await check(test)
  } finally {
    await cluster.stop()
  }
} catch (problem) {
  count.failed += 1
  console.log(problem instanceof Refusal ? problem.says(wordsIn('en')) : problem)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
console.log(`${count.passed} passed, ${count.failed} failed`)
process.exit(count.failed === 0 ? 0 : 1)

async function check({ name, run }: Test): Promise<void> {
  const start = Date.now()
  try {
    await run()
    count.passed += 1
    console.log(`✓ ${name} (${((Date.now() - start) / 1000).toFixed(1)} s)`)
  } catch (problem) {
    count.failed += 1
    console.log(`✗ ${name}`)
    console.log(problem)
  }
}
