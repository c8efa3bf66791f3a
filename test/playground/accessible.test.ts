/** axe-core finds nothing serious on the page, in either language and colour, and the keyboard reaches everything. */
import axe from 'axe-core'
import { expect, it } from 'vitest'
import { browsing } from './page.ts'

const { open } = browsing()

interface Violation {
  readonly id: string
  readonly impact: string
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[]
}

it.each([
  ['zh', 'light'],
  ['en', 'dark'],
] as const)('has no serious violation in %s, %s', async (language, theme) => {
  const { page, close } = await open({ language, theme })
  await page.evaluate(axe.source)
  for (const tab of await page.getByRole('tab').all()) {
    await tab.click()
    const violations = (await page.evaluate(
      'axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"] }).then(({ violations }) => violations)',
    )) as Violation[]
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    expect(serious.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html.slice(0, 200)) }))).toEqual([])
  }
  await close()
})

it('is reached by the keyboard: skip link, header, files, panels', async () => {
  const { page, close } = await open({ language: 'en' })
  const focused = () =>
    page.evaluate('document.activeElement.id || document.activeElement.textContent') as Promise<string>
  await page.keyboard.press('Tab')
  expect(await focused()).toBe('Skip to the policy')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  expect(await focused()).toBe('tab-case')
  await page.keyboard.press('ArrowRight')
  expect(await focused()).toBe('tab-curve')
  expect(await page.locator('#panel-curve').isVisible()).toBe(true)
  await close()
})
