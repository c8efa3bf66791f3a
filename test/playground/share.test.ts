/** Shared addresses, those somebody has made to do harm among them, and the history. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fragment, packed } from './fragment.ts'
import { browsing, editorText } from './page.ts'

const { open } = browsing()
const settle = 'ningbo/employee.settle.policy'
const shipped = readFileSync(join(import.meta.dirname, '../../policies', settle), 'utf8')
const changed = shipped.replace('| 临时外出           | 20个百分点 |', '| 临时外出           | 15个百分点 |')
const markup = '<img src=x onerror=alert(1)><script>alert(2)</script>"\'`${alert(3)}'

describe('a shared address', () => {
  it('opens fresh what was shared', async () => {
    const first = await open({ fragment: fragment({ edition: '2023', files: { [settle]: changed } }) })
    await first.page.getByRole('button', { name: '分享' }).click()
    const address = first.page.getByRole('textbox', { name: '链接' })
    await expect.poll(() => address.inputValue()).toMatch(/#s=[\w-]+$/u)
    const [shared = ''] = /#.*$/u.exec(await address.inputValue()) ?? []
    const second = await open({ fragment: shared })
    expect(await second.page.locator('#edition').inputValue()).toBe('2023')
    await second.page.getByRole('button', { name: '改动' }).click()
    expect(await editorText(second.page)).toContain('15个百分点')
    expect(second.page.url()).not.toContain('#')
    expect([...first.faults, ...second.faults]).toEqual([])
    await first.close()
    await second.close()
  })

  it.each([
    ['#s=%%%', /不完整/u],
    [packed(new Uint8Array(200 * 1024 * 1024)), /太大/u],
  ])('that cannot be used is refused, and the page opens as ever', async (hostile, message) => {
    const { page, faults, close } = await open({ fragment: hostile })
    expect(await page.locator('.banner').textContent()).toMatch(message)
    expect(await page.locator('#edition').inputValue()).toBe('2023')
    expect(faults).toEqual([])
    await close()
  })

  it('with markup in every string shows it as text', async () => {
    const input = { person: { status: markup, birthDate: markup }, [markup]: markup }
    const hostile = {
      decision: markup,
      edition: markup,
      otherEdition: markup,
      input,
      files: {} as Record<string, string>,
    }
    hostile.files[settle] = shipped.replaceAll('宁波市区职工基本医疗保险」', `${markup.replaceAll('"', '')}」`) + markup
    hostile.files['own/own.policy'] = `政策 own.own「${markup}」\n事项 ${markup}\n版本「${markup}」\n${markup}`
    const { page, faults, close } = await open({ fragment: fragment(hostile) })
    await expect.poll(() => page.locator('.problems li').count()).toBeGreaterThan(0)
    for (const tab of await page.getByRole('tab').all()) await tab.click()
    await page.locator('.problems li button').first().click()
    for (const option of (await page.locator('#decision option').all()).slice(0, 40)) {
      const value = (await option.getAttribute('value')) ?? ''
      if (value.startsWith('own')) await page.locator('#decision').selectOption(value)
    }
    await page.waitForTimeout(500)
    expect(await page.locator('img, body script').count()).toBe(0)
    expect(faults).toEqual([])
    await close()
  })
})

describe('the history', () => {
  it('loses nothing when the tab is closed, and goes back to the shipped text and forth', async () => {
    const { page, faults, close } = await open()
    await page.locator('.view-line').first().click()
    await page.keyboard.press('Control+Home')
    await page.keyboard.insertText('※ 我的改动\n')
    await page.reload()
    await page.locator('body[data-ready]').waitFor()
    expect(await editorText(page)).toContain('我的改动')
    await page.getByRole('button', { name: '历史' }).click()
    await page.getByRole('button', { name: '全部恢复成原来的政策' }).click()
    await expect.poll(() => editorText(page)).not.toContain('我的改动')
    await page.getByRole('button', { name: '历史' }).click()
    await page.getByRole('button', { name: '恢复', exact: true }).first().click()
    await expect.poll(() => editorText(page)).toContain('我的改动')
    expect(faults).toEqual([])
    await close()
  })
})
