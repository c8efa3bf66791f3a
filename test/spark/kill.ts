import assert from 'node:assert/strict'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Cluster } from './cluster.ts'

/**
 * Kills an executor (-9) once some parts of what the task writes into the folder are done, and others are not. Throws
 * where the task is over before that.
 */
export async function killDuring<Result>(task: Promise<Result>, cluster: Cluster, folder: string): Promise<Result> {
  let isOver = false
  const over = (): void => void (isOver = true)
  task.then(over, over)
  while (!isOver && !killed(cluster, folder)) await sleep(20)
  if (isOver) assert.fail(`it was over before an executor could be killed: ${JSON.stringify(await task)}`)
  return task
}

function killed(cluster: Cluster, folder: string): boolean {
  const names = namesIn(folder)
  const [executor] = cluster.executors()
  const parts = names.filter((name) => /task_[^/]*$/.test(name)).length
  if (executor === undefined || parts < 2 || names.includes('_SUCCESS')) return false
  process.kill(executor, 'SIGKILL')
  assert.ok(!existsSync(join(folder, '_SUCCESS')), 'it was over too soon')
  return true
}

// Spark moves what it has written while it is looked at.
function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true }).map(String)
  } catch {
    return []
  }
}
