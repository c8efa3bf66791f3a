/** The figures of the page, in a real Chromium: sizes, time until it can be used, from a keystroke to what it says. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { chromium, type Page } from 'playwright-core'
import { serve } from '../../compiler/cli/serve.ts'
import { builtPage } from '../playground/built-page.ts'
import { findChromium } from '../playground/chromium.ts'

const OPENINGS = 5
const KEYSTROKES = 100
const EDITS = 1000

const folder = await builtPage()
const { server, port } = await serve(folder, 0)
const browser = await chromium.launch({
  executablePath: findChromium(),
  args: ['--no-sandbox', '--enable-precise-memory-info', '--js-flags=--expose-gc'],
})
try {
  sizes()
  await opening()
  const page = await open()
  await typing(page)
  await memory(page)
} finally {
  await browser.close()
  server.close()
  server.closeAllConnections()
}

function sizes(): void {
  console.log('Sizes (kB, and packed by gzip)')
  const files = readdirSync(folder).toSorted()
  const [all, packed] = files.reduce<[number, number]>(
    ([sum, small], name) => {
      const bytes = readFileSync(join(folder, name))
      const gzipped = gzipSync(bytes).length
      console.log(`  ${name.padEnd(28)} ${kb(bytes.length)} ${kb(gzipped)}`)
      return [sum + bytes.length, small + gzipped]
    },
    [0, 0],
  )
  console.log(`  ${'in all'.padEnd(28)} ${kb(all)} ${kb(packed)}`)
}

function kb(bytes: number): string {
  return (bytes / 1000).toFixed(1).padStart(8)
}

async function open(): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  await page.goto(`http://127.0.0.1:${port}/`)
  await page.locator('body[data-ready]').waitFor()
  return page
}

async function opening(): Promise<void> {
  const times: number[] = []
  for (let round = 0; round < OPENINGS; round += 1) {
    const page = await open()
    times.push(await page.evaluate(() => performance.getEntriesByName('daiyu.ready')[0]?.startTime ?? Number.NaN))
    await page.close()
  }
  console.log(`Page can be used after: ${spread(times)} (aim: 2000 ms)`)
}

/** Types a digit into a cell of the table and takes it away again, and looks when the page has said something new. */
async function typing(page: Page): Promise<void> {
  await page
    .locator('.monaco-editor:visible')
    .first()
    .click({ position: { x: 300, y: 60 } })
  await page.keyboard.press('Control+g')
  await page.locator('.quick-input-widget:visible').waitFor()
  await page.keyboard.insertText('43')
  await page.keyboard.press('Enter')
  await page.keyboard.press('End')
  for (let step = 0; step < 6; step += 1) await page.keyboard.press('ArrowLeft')
  for (let count = 0; count < KEYSTROKES; count += 1) {
    await page.keyboard.press(count % 2 === 0 ? '1' : 'Backspace')
    await page.waitForTimeout(150)
  }
  for (const name of ['daiyu.problems', 'daiyu.settled']) {
    const times = await page.evaluate(
      (each) => performance.getEntriesByName(each).map(({ duration }) => duration),
      name,
    )
    if (times.length > 0) console.log(`From a change to ${name}: ${spread(times.slice(-KEYSTROKES))} (aim: 50 ms)`)
  }
}

async function memory(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const used = async (): Promise<number> => {
    await session.send('HeapProfiler.collectGarbage')
    const { usedSize } = (await session.send('Runtime.getHeapUsage')) as { usedSize: number }
    return usedSize
  }
  const before = await used()
  for (let count = 0; count < EDITS; count += 1) await page.keyboard.press(count % 2 === 0 ? '1' : 'Backspace')
  await page.waitForTimeout(2000)
  console.log(`Memory of the page: ${kb(before).trim()} kB, after ${EDITS} edits ${kb(await used()).trim()} kB`)
}

function spread(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (part: number): string => `${(sorted[Math.ceil(sorted.length * part) - 1] ?? Number.NaN).toFixed(1)} ms`
  return `half within ${at(0.5)}, 95 of 100 within ${at(0.95)}, ${sorted.length} times`
}
