/** A thread that ends in the middle of a piece is replaced, and the piece is settled by another. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { Pool } from '../../compiler/cli/batch/pool.ts'
import { newFolder } from './batch.ts'

const thread = (code: string): URL =>
  new URL(
    `data:text/javascript,${encodeURIComponent(`
import { parentPort } from 'node:worker_threads'
import { existsSync, writeFileSync } from 'node:fs'
parentPort.on('message', ({ number, bytes, start, end }) => {
  ${code}
  parentPort.postMessage({ number, rows: new Uint8Array(bytes)[start] })
})`)}`,
  )

const pieceOf = (number: number) => () => new Uint8Array([0, number, 0]).subarray(1, 2)

it('by exiting, or by an error', { timeout: 60_000 }, async () => {
  const folder = newFolder()
  const deaths = ['process.exit(3)', "throw new Error('lost')"]
  for (const [index, death] of deaths.entries()) {
    const marker = join(folder, String(index))
    const pool = new Pool(
      thread(
        `if (number === 3 && !existsSync(${JSON.stringify(marker)})) { writeFileSync(${JSON.stringify(marker)}, ''); ${death} }`,
      ),
      2,
    )
    const settled = await Promise.all([1, 2, 3, 4, 5].map((number) => pool.settle(number, pieceOf(number))))
    expect(settled.map(({ number, rows }) => [number, rows])).toEqual([1, 2, 3, 4, 5].map((each) => [each, each]))
    expect(existsSync(marker)).toBe(true)
    await pool.end()
  }
})

it('but not for ever: a piece over which every thread ends is told', { timeout: 60_000 }, async () => {
  const pool = new Pool(thread("if (number === 2) throw new Error('always')"), 2)
  const settled = await Promise.allSettled([1, 2, 3].map((number) => pool.settle(number, pieceOf(number))))
  expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  await pool.end()
})
