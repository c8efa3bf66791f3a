/** A Chromium for the tests: an installed one, or, where that is possible, one from Debian's packages. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
]

/** The path of a Chromium. Throws, saying what to do, where there is none and none can be installed. */
export function findChromium(): string {
  const named = process.env['CHROMIUM']
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named
    throw new Error(`CHROMIUM is ${named}, where there is no file.`)
  }
  const found = usual.find((path) => existsSync(path)) ?? install()
  if (found !== undefined) return found
  throw new Error(
    'The tests of the page need a Chromium. Install Chrome or Chromium (Debian: apt-get install chromium ' +
      'fonts-noto-cjk), or name one: CHROMIUM=/path/to/chrome npm test',
  )
}

function install(): string | undefined {
  const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  if (!mayInstall) return undefined
  console.log('Installing chromium and fonts-noto-cjk for the tests of the page')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const run = (...words: string[]): void => void spawnSync('apt-get', words, { env, stdio: 'inherit' })
  run('update')
  run('install', '--yes', '--no-install-recommends', 'chromium', 'fonts-noto-cjk')
  return usual.find((path) => existsSync(path))
}
