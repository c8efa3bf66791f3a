/** A policy that keeps the compiler busy for ever, which none does that we know of: here the worker is made so. */
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { browsing, editorText, goToLine } from './page.ts'

const { open } = browsing()
const mark = '※ 算不完'

// Once a file has the mark, the question for its problems is never answered.
const busy = `
const texts = new Map()
self.addEventListener('message', ({ data: { method, params } }) => {
  if (method === 'setFiles') texts.clear()
  if (method === 'setFiles') for (const [name, text] of Object.entries(params)) texts.set(name, text)
  if (method === 'setFile') texts.set(params.name, params.text)
  if (method === 'problems') while ([...texts.values()].some((text) => text.includes(${JSON.stringify(mark)})));
})
`

async function makeBusy(page: Page): Promise<void> {
  await page.route('**/compiler.worker.js', async (route) => {
    const answer = await route.fetch()
    await route.fulfill({ response: answer, body: busy + (await answer.text()) })
  })
}

async function undo(page: Page): Promise<void> {
  for (let step = 0; step < 5; step += 1) await page.keyboard.press('Control+z')
}

const problems = (page: Page) => page.locator('.problems li')
const banner = (page: Page) => page.locator('.banner')

it('is ended; one can go on typing, and after an undo all is as before', async () => {
  const { page, faults, close } = await open({ prepare: makeBusy })
  await expect.poll(() => page.locator('.bill-body tr').count()).toBeGreaterThan(0)
  await goToLine(page, 1)
  await page.keyboard.insertText(`${mark}\n`)
  await page.keyboard.insertText('※ 还能写')
  await expect.poll(() => editorText(page)).toContain('※ 还能写')
  expect(await banner(page).count()).toBe(0)
  await banner(page).waitFor({ timeout: 60_000 })
  expect(await banner(page).count()).toBe(1)
  expect(await banner(page).textContent()).toMatch(/10 秒还没有结果.*撤销/u)
  await undo(page)
  await expect.poll(() => editorText(page)).not.toContain(mark)
  await goToLine(page, 1)
  await page.keyboard.insertText('胡说\n')
  await expect.poll(() => problems(page).count(), { timeout: 60_000 }).toBeGreaterThan(0)
  await undo(page)
  await expect.poll(() => problems(page).count(), { timeout: 60_000 }).toBe(0)
  await expect.poll(() => page.locator('.bill-body.stale').count()).toBe(0)
  expect(faults).toEqual([])
  await close()
}, 180_000)
