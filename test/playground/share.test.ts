/** Shared addresses, those somebody has made to do harm among them, and the history. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { fragment, packed } from './fragment.ts'
import { browsing, editorText, goToLine } from './page.ts'

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

describe('two tabs', () => {
  it('keep their own changes, and what either has is in the history of both', async () => {
    const { page, faults, close } = await open()
    const write = async (tab: typeof page, text: string): Promise<void> => {
      await goToLine(tab, 1)
      await tab.keyboard.insertText(text)
      await expect.poll(() => tab.evaluate(() => sessionStorage.getItem('daiyu.draft'))).toContain(text.trim())
    }
    await write(page, '※ 甲\n')
    const other = await page.context().newPage()
    await other.goto(page.url())
    await other.locator('body[data-ready]').waitFor()
    await expect.poll(() => editorText(other)).toContain('※ 甲')
    await write(other, '※ 乙\n')
    await page.reload()
    await page.locator('body[data-ready]').waitFor()
    await expect.poll(() => editorText(page)).toMatch(/^※ 甲\n※ 按/u)
    await page.getByRole('button', { name: '历史' }).click()
    const kept = await page.evaluate(() => localStorage.getItem('daiyu.versions'))
    expect(kept).toContain('※ 甲')
    expect(faults).toEqual([])
    await close()
  })
})

describe('files', () => {
  it('are opened from the disk, made anew, and downloaded', async () => {
    const { page, faults, close } = await open()
    const dialog = page.getByRole('dialog')
    const files = page.getByRole('banner').getByRole('button', { name: '文件' })
    await files.click()
    await page.locator('input[type=file]').setInputFiles([
      { name: 'employee.settle.policy', mimeType: 'text/plain', buffer: Buffer.from(changed) },
      { name: '目录.csv', mimeType: 'text/csv', buffer: Buffer.from('编码,比例\n') },
    ])
    await dialog.waitFor({ state: 'hidden' })
    await page.locator('.file-tabs [aria-current][title="目录.csv"]').waitFor()
    await files.click()
    await page.getByLabel('新文件的名称').fill('../x.policy')
    await page.getByRole('button', { name: '新建' }).click()
    await dialog.getByText('没有打开').waitFor()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载改过的文件（2）' }).click(),
    ])
    expect(unzipped(readFileSync(await download.path()))).toEqual({ [settle]: changed, '目录.csv': '编码,比例\n' })
    expect(faults).toEqual([])
    await close()
  })
})

/** The files of an archive by its directory, each stored as it is, with its checksum. */
function unzipped(archive: Buffer): Readonly<Record<string, string>> {
  const end = archive.lastIndexOf('PK\u0005\u0006')
  const files: Record<string, string> = {}
  let at = archive.readUInt32LE(end + 16)
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [sum, size, length] = [
      archive.readUInt32LE(at + 16),
      archive.readUInt32LE(at + 24),
      archive.readUInt16LE(at + 28),
    ]
    const name = archive.subarray(at + 46, at + 46 + length)
    const local = archive.readUInt32LE(at + 42)
    expect(archive.subarray(local + 30, local + 30 + length)).toEqual(name)
    const data = archive.subarray(local + 30 + length, local + 30 + length + size)
    expect(crc32(data)).toBe(sum)
    files[name.toString()] = data.toString()
    at += 46 + length
  }
  return files
}
