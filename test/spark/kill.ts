import assert from 'node:assert/strict'
import { existsSync, readdirSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Cluster } from './cluster.ts'

/** Kills an executor (-9) once some parts of what is written into the folder are done, and others are not. */
export async function killInTheMiddle(cluster: Cluster, folder: string): Promise<void> {
  for (;;) {
    const names = existsSync(folder) ? readdirSync(folder, { recursive: true }).map(String) : []
    assert.ok(!names.includes('_SUCCESS'), 'it was over too soon')
    const done = names.filter((name) => /task_[^/]*$/.test(name)).length
    const [executor] = cluster.executors()
    if (executor !== undefined && done >= 2) {
      process.kill(executor, 'SIGKILL')
      assert.ok(!existsSync(`${folder}/_SUCCESS`), 'it was over too soon')
      return
    }
    await sleep(20)
  }
}
