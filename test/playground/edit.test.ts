/** What is typed: by composition, as Chinese is; problems with their fixes; names looked up; keywords of the other language. */
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { browsing, editorText, goToLine } from './page.ts'

const { open } = browsing()

const problems = (page: Page) => page.locator('.problems li')

it('takes Chinese by composition, and is heard at each step', async () => {
  const { page, faults, close } = await open()
  await goToLine(page, 1)
  await page.keyboard.insertText('※ ')
  const session = await page.context().newCDPSession(page)
  for (const text of ['d', 'dai', '待遇'])
    await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  await session.send('Input.insertText', { text: '待遇' })
  await page.keyboard.insertText('，一分不差\n')
  await expect.poll(() => editorText(page)).toMatch(/^※ 待遇，一分不差\n※ 按/u)
  expect(faults).toEqual([])
  await close()
})

it('underlines what is wrong, and mends it by the fix that it offers', async () => {
  const { page, faults, close } = await open()
  await goToLine(page, 45)
  await page.keyboard.press('End')
  await page.keyboard.press('Shift+Home')
  // A percentage taken off where points are meant.
  await page.keyboard.insertText('调整 基金支付比例 下浮 10%')
  await expect.poll(() => problems(page).count()).toBeGreaterThan(0)
  await expect.poll(() => page.locator('.squiggly-error').count()).toBeGreaterThan(0)
  await problems(page).first().getByRole('button').first().click()
  await page.keyboard.press('Control+.')
  await page.locator('.action-widget:visible').waitFor()
  await page.keyboard.press('Enter')
  await expect.poll(() => problems(page).count()).toBe(0)
  expect(await editorText(page)).toContain('下浮 10个百分点')
  // The same fix without the keyboard, from the list.
  await page.keyboard.press('Control+z')
  await problems(page).first().locator('.mends button').first().click()
  await expect.poll(() => problems(page).count()).toBe(0)
  expect(await editorText(page)).toContain('下浮 10个百分点')
  expect(faults).toEqual([])
  await close()
})

it('goes to where a name is defined, in another file', async () => {
  const { page, faults, close } = await open()
  await goToLine(page, 41)
  for (let step = 0; step < 16; step += 1) await page.keyboard.press('ArrowRight')
  await page.keyboard.press('F12')
  await expect.poll(() => page.locator('.file-tabs [aria-current]').getAttribute('title')).toBe('shared/offsite.policy')
  expect(faults).toEqual([])
  await close()
})

it('writes the keywords of the other language, and back', async () => {
  const { page, close } = await open()
  const before = await editorText(page)
  await page.getByRole('button', { name: '中⇄EN' }).click()
  await expect.poll(() => editorText(page)).toContain('policy ningbo.employee')
  await page.getByRole('button', { name: '中⇄EN' }).click()
  await expect.poll(() => editorText(page)).toBe(before)
  await close()
})

it('lays two editions beside each other', async () => {
  const { page, faults, close } = await open()
  await page.locator('#other-edition').selectOption('2022')
  // The table of 2022 has a column for the tier, that of 2023 has none.
  const [before, after] = [page.locator('.editor.original'), page.locator('.editor.modified')]
  await expect.poll(() => before.textContent()).toMatch(/异地转诊.*10个百分点.*20个百分点/su)
  expect(await after.textContent()).not.toContain('30个百分点')
  expect(faults).toEqual([])
  await close()
})

it('offers what fits, and says what a name is', async () => {
  const { page, faults, close } = await open()
  // The cell of a setting, in the row 临时外出.
  await goToLine(page, 43)
  for (let step = 0; step < 6; step += 1) await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Control+Space')
  const offered = page.locator('.suggest-widget .monaco-list-row')
  await expect.poll(() => offered.allTextContents().then((all) => all.join())).toContain('异地转诊')
  await page.keyboard.press('Escape')
  await goToLine(page, 16)
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Control+k')
  await page.keyboard.press('Control+i')
  await expect
    .poll(() =>
      page
        .locator('.monaco-hover')
        .allTextContents()
        .then((all) => all.join()),
    )
    .toContain('参保地')
  expect(faults).toEqual([])
  await close()
})
