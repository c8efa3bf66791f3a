/** The built page in a real Chromium, one browser for each file of tests. */
import type { Server } from 'node:http'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { serve } from '../../compiler/cli/serve.ts'
import { builtPage } from './built-page.ts'
import { findChromium } from './chromium.ts'

export interface Opened {
  readonly page: Page
  /** What went wrong and was told to nobody: errors on the console, exceptions, requests elsewhere, dialogs. */
  readonly faults: readonly string[]
  readonly close: () => Promise<void>
}

export interface HowToOpen {
  readonly language?: 'zh' | 'en'
  readonly theme?: 'light' | 'dark'
  readonly width?: number
  readonly height?: number
  /** What stands after the address, with its #. */
  readonly fragment?: string
  /** Whether the tour begins by itself, as it does on a first visit. */
  readonly hasTour?: boolean
  /** What is done with the page before it is opened. */
  readonly prepare?: (page: Page) => Promise<unknown>
}

export interface Browsing {
  /** A fresh page, without the tour unless it is asked for; resolves when the editor can be typed into. */
  readonly open: (how?: HowToOpen) => Promise<Opened>
  readonly address: () => string
}

/** Starts a browser and a server for the tests of a file. */
export function browsing(): Browsing {
  let browser: Browser
  let server: Server
  let address = ''
  beforeAll(async () => {
    const served = await serve(await builtPage(), 0)
    server = served.server
    address = `http://127.0.0.1:${served.port}/`
    browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] })
  }, 180_000)
  afterAll(async () => {
    await browser?.close()
    server?.close()
    server?.closeAllConnections()
  })
  return {
    address: () => address,
    async open({
      language = 'zh',
      theme = 'light',
      width = 1280,
      height = 800,
      fragment = '',
      hasTour = false,
      prepare,
    } = {}) {
      const options: BrowserContextOptions = {
        viewport: { width, height },
        colorScheme: theme,
        locale: language === 'zh' ? 'zh-CN' : 'en-GB',
      }
      const context = await browser.newContext(options)
      if (!hasTour) await context.addInitScript(() => localStorage.setItem('daiyu.tour', 'finished'))
      const page = await context.newPage()
      const faults: string[] = []
      page.on('pageerror', (problem) => faults.push(problem.message))
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text())
      })
      page.on('dialog', (dialog) => {
        faults.push(`dialog: ${dialog.message()}`)
        dialog.dismiss().catch(() => {})
      })
      page.on('request', (request) => {
        const url = request.url()
        if (!url.startsWith(address) && !url.startsWith('data:') && !url.startsWith('blob:'))
          faults.push(`request: ${url}`)
      })
      await prepare?.(page)
      await page.goto(address + fragment)
      await page.locator('body[data-ready]').waitFor()
      return { page, faults, close: () => context.close() }
    },
  }
}

/** The text in the editor, as far as it is on the screen; of two beside each other that on the right. */
export function editorText(page: Page): Promise<string> {
  // Monaco draws the lines on the screen, in no order; it does so when it likes, so that they are read at one moment.
  return page.evaluate(() => {
    const editors = [...document.querySelectorAll('.monaco-editor')].filter((each) => each.checkVisibility())
    const lines = [...(editors.at(-1)?.querySelectorAll<HTMLElement>('.view-line') ?? [])]
    return lines
      .toSorted((first, second) => Number.parseFloat(first.style.top) - Number.parseFloat(second.style.top))
      .map(({ textContent }) => textContent.replaceAll('\u00A0', ' '))
      .join('\n')
  })
}

/** Puts the cursor at the beginning of a line of the file, counted from 1. */
export async function goToLine(page: Page, line: number): Promise<void> {
  await page
    .locator('.monaco-editor:visible')
    .first()
    .click({ position: { x: 300, y: 60 } })
  await page.keyboard.press('Control+g')
  await page.locator('.quick-input-widget:visible').waitFor()
  await page.keyboard.insertText(String(line))
  await page.keyboard.press('Enter')
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' })
  await page.keyboard.press('Home')
  await page.keyboard.press('Home')
}
