import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildCommand } from '../cli/build-command.ts'
import { median, type Figure } from './figure.ts'

const ROUNDS = 15

/** From nothing to a settled bill on the screen, beside a process that does nothing. */
export async function measureStarting(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'daiyu-bench-'))
  try {
    const command = await buildCommand(folder)
    const input = join(folder, 'policies', 'ningbo', 'employee.settle.case.json')
    const words = [command, 'run', 'ningbo.employee.settle', '--input', input, '--format', 'json']
    if (!run(words, folder).out.includes('"fund":"85290.00"')) throw new Error('the bill was not settled')
    const times = Array.from({ length: ROUNDS }, () => [run(['-e', '0'], folder), run(words, folder)] as const)
    const [nothing, settled] = [median(times.map(([each]) => each.time)), median(times.map(([, each]) => each.time))]
    return [
      {
        name: 'fresh process to the first settled bill, against a process that does nothing',
        ratio: settled / nothing,
        floor: 4,
        aim: 3,
        better: 'less',
        measured: `${settled.toFixed(0)} ms against ${nothing.toFixed(0)} ms`,
      },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function run(words: readonly string[], cwd: string): { readonly out: string; readonly time: number } {
  const start = performance.now()
  const { stdout } = spawnSync(process.execPath, words, { cwd, encoding: 'utf8' })
  return { out: stdout, time: performance.now() - start }
}
