/** What was left in this browser, by this page or by something else. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { limitsOfOwn, limitsOfShared, savedFromJson, savedToJson } from '../../playground/app/saved.ts'
import { fragment } from './fragment.ts'
import { browsing, editorText } from './page.ts'

const { open } = browsing()
const settle = 'ningbo/employee.settle.policy'
const shipped = readFileSync(join(import.meta.dirname, '../../policies', settle), 'utf8')
const saved = {
  decision: 'ningbo.employee.settle',
  edition: '2023',
  otherEdition: null,
  file: settle,
  input: null,
  files: { [settle]: `※ 我的改动\n${shipped}` },
}

const leave = (texts: Readonly<Record<string, string>>) => (page: Page) =>
  page.addInitScript((all) => {
    for (const [key, text] of Object.entries(all))
      if (localStorage.getItem(key) === null) localStorage.setItem(key, text)
  }, texts)

it('opens with a history that no page has written, and shows what of it can be read', async () => {
  const json = savedToJson(saved)
  const versions = ['99999999999999999999 ' + json, '5 {}', `1700000000000 ${json}`, '<b>'.repeat(100_000)].join('\n')
  const prepare = leave({
    'daiyu.draft': '{"version":1,"files":{"../x.policy":1}}',
    'daiyu.versions': versions,
    'daiyu.language': '<b>',
    'daiyu.theme': '__proto__',
  })
  const { page, faults, close } = await open({ prepare })
  await page.getByRole('button', { name: '历史' }).click()
  expect(await page.locator('.versions li').count()).toBe(1)
  expect(await page.locator('.versions').textContent()).toContain('2023')
  expect(faults).toEqual([])
  await close()
})

it('opens where the browser keeps nothing, and says so when something would be lost', async () => {
  const prepare = (page: Page) =>
    page.addInitScript(() => {
      const refuse = (): never => {
        throw new DOMException('denied', 'SecurityError')
      }
      Object.defineProperty(window, 'localStorage', { get: refuse })
    })
  const { page, close } = await open({ prepare, hasTour: true })
  await page.locator('.view-line').first().click()
  await page.keyboard.insertText('※ 我的改动')
  await expect.poll(() => page.locator('.banner').textContent()).toContain('浏览器没有地方保存了')
  await close()
})

it('keeps a case and a text that are too large to be shared', async () => {
  const input = { items: Array.from({ length: 5_000 }, (_, index) => ({ code: `X${index}`, amount: '1.00' })) }
  const json = savedToJson({ ...saved, input, files: { [settle]: '※\n'.repeat(200_000) } })
  expect(savedFromJson(json, limitsOfShared)).toBeNull()
  expect(savedFromJson(json, limitsOfOwn)?.input).toEqual(input)
  const { page, faults, close } = await open({
    prepare: leave({ 'daiyu.draft': savedToJson({ ...saved, input }) }),
  })
  expect(await editorText(page)).toContain('我的改动')
  await page.getByRole('button', { name: '分享' }).click()
  const dialog = page.getByRole('dialog')
  await expect.poll(() => dialog.getByRole('status').textContent()).toContain('链接装不下')
  await dialog.getByRole('checkbox').uncheck()
  await expect.poll(() => dialog.getByRole('textbox').inputValue()).toMatch(/#s=/u)
  expect(faults).toEqual([])
  await close()
})

it('finds the places of problems in a shared text with other ends of lines', async () => {
  const text = `\uFEFF${shipped.replace('表格 异地下浮幅度', '表格 异地下浮').replaceAll('\n', '\r\n')}`
  const { page, faults, close } = await open({ fragment: fragment({ edition: '2023', files: { [settle]: text } }) })
  const line = shipped.slice(0, shipped.indexOf('表格 异地下浮幅度')).split('\n').length
  await expect.poll(() => page.locator('.problems li .where').allTextContents()).toContain(`employee.settle:${line}`)
  expect(faults).toEqual([])
  await close()
})
