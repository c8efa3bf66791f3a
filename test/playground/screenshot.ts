/** Writes the picture of the page that the README shows: a rate is changed, and the page says for whom that changes what. */
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { serve } from '../../compiler/cli/serve.ts'
import { builtPage } from './built-page.ts'
import { findChromium } from './chromium.ts'
import { fragment } from './fragment.ts'
import { shippedFiles } from './worker-state.ts'

const settle = 'ningbo/employee.settle.policy'
const changed = (shippedFiles.get(settle) ?? '').replace('| 20个百分点 |', '| 15个百分点 |')
const path = join(import.meta.dirname, '..', '..', 'playground', 'page.png')

const { server, port } = await serve(await builtPage(), 0)
const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] })
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 760 }, colorScheme: 'light', locale: 'en-GB' })
  await page.addInitScript(() => localStorage.setItem('daiyu.tour', 'finished'))
  await page.goto(`http://127.0.0.1:${port}/${fragment({ edition: '2023', files: { [settle]: changed } })}`)
  await page.locator('body[data-ready]').waitFor()
  await page.locator('#tab-comparison').click()
  await page.locator('.comparison[data-found=full]').waitFor({ timeout: 120_000 })
  // Shows the changed cell in the editor.
  await page.locator('.comparison .cells button').first().click()
  await page.locator('#panel-comparison').evaluate((panel) => panel.scrollTo(0, 0))
  await page.waitForTimeout(500)
  await page.screenshot({ path, animations: 'disabled', caret: 'hide' })
  console.log(path)
} finally {
  await browser.close()
  server.close()
  server.closeAllConnections()
}
