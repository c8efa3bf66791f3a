/** The server of `daiyu play`: what it gives, and whom it refuses. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serve } from '../../compiler/cli/serve.ts'
import { buildCommand } from '../cli/build-command.ts'

const folder = mkdtempSync(join(tmpdir(), 'daiyu-play-'))
const site = join(folder, 'dist', 'playground')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function makeSite(): void {
  mkdirSync(join(site, 'inner'), { recursive: true })
  writeFileSync(join(site, 'index.html'), '<!doctype html>')
  writeFileSync(join(site, 'app.js'), 'export {}')
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  symlinkSync(join(folder, 'secret.txt'), join(site, 'link.txt'))
}

describe('the server', () => {
  let port = 0
  let close = () => {}
  beforeAll(async () => {
    makeSite()
    const served = await serve(site, 0)
    port = served.port
    close = () => void served.server.close()
  })
  afterAll(() => close())

  const ask = async (path: string, { method = 'GET', host = `127.0.0.1:${port}` } = {}) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers: { host } })
    asked.end()
    const [response] = (await once(asked, 'response')) as [import('node:http').IncomingMessage]
    let text = ''
    for await (const chunk of response) text += String(chunk)
    return { status: response.statusCode, headers: response.headers, text }
  }

  it.each([
    ['/', 'text/html; charset=utf-8', '<!doctype html>'],
    ['/?x#y', 'text/html; charset=utf-8', '<!doctype html>'],
    ['/app.js', 'text/javascript; charset=utf-8', 'export {}'],
  ])('gives %s', async (path, type, text) => {
    const answer = await ask(path)
    expect(answer).toMatchObject({ status: 200, text })
    expect(answer.headers['content-type']).toBe(type)
    expect(answer.headers['x-content-type-options']).toBe('nosniff')
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'")
    expect(answer.headers['content-security-policy']).not.toContain('unsafe-eval')
  })

  it('gives only the head where that is asked for', async () => {
    expect(await ask('/', { method: 'HEAD' })).toMatchObject({ status: 200, text: '' })
  })

  it.each(['localhost', '127.0.0.1'])('knows itself as %s', async (name) => {
    expect(await ask('/', { host: `${name}:${port}` })).toMatchObject({ status: 200 })
  })

  it.each(['evil.example', 'evil.example:80', '127.0.0.1', '127.0.0.1.evil.example'])(
    'refuses the host %j',
    async (host) => {
      expect(await ask('/', { host })).toMatchObject({ status: 421, text: '421\n' })
    },
  )

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('refuses %s', async (method) => {
    expect(await ask('/', { method })).toMatchObject({ status: 405 })
  })

  it.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/%2e%2e/secret.txt',
    '/inner/../../secret.txt',
    '/link.txt',
    '/inner',
    '/inner/',
    '/nothing.js',
    '/%',
    '/app.js%00.html',
    '//etc/passwd',
    '/%252e%252e/secret.txt',
    '/..\\..\\secret.txt',
    '/%5c..%5csecret.txt',
    '/app.js/',
    '/app.js%20',
    'http://evil.example/app.js',
    `/${'a/'.repeat(4_000)}`,
  ])('has nothing at %s', async (path) => {
    expect(await ask(path)).toMatchObject({ status: 404, text: '404\n' })
  })
})

describe('the command', () => {
  let command = ''
  beforeAll(async () => {
    command = await buildCommand(folder)
  })
  const run = (...words: string[]) => {
    const child = spawn(process.execPath, [command, ...words], {
      env: { PATH: process.env['PATH'], LANG: 'en_GB.UTF-8' },
    })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
    const ended = once(child, 'close').then(([status]) => Number(status))
    const says = async (pattern: RegExp): Promise<string> => {
      for (;;) {
        const [found] = pattern.exec(said) ?? []
        if (found !== undefined) return found
        await once(child.stdout, 'data')
      }
    }
    return { child, ended, says, said: () => said }
  }

  it.each([['play'], ['start']])('daiyu %s says where the page is, and ends with 0', async (name) => {
    const { child, ended, says, said } = run(name)
    const address = await says(/http:\/\/127\.0\.0\.1:\d+\//)
    expect(await (await fetch(address)).text()).toBe('<!doctype html>')
    if (name === 'start') expect(said()).toMatch(/85 290\.00/)
    child.kill('SIGINT')
    expect(await ended).toBe(0)
  })

  it.each([
    [['play', '--port', 'x'], '--port is a whole number from 0 to 65535, not x.'],
    [['play', '--port', '65536'], '--port is a whole number from 0 to 65535, not 65536.'],
  ])('refuses %j', async (words, message) => {
    const { ended, said } = run(...words)
    expect(await ended).toBe(2)
    expect(said()).toContain(message)
  })

  it('says which port is taken', async () => {
    const first = run('play')
    const [port = ''] = /\d+(?=\/$)/.exec(await first.says(/http:\/\/127\.0\.0\.1:\d+\//)) ?? []
    const second = run('play', '--port', port)
    expect(await second.ended).toBe(1)
    expect(second.said()).toContain(`Port ${port} can't be used (EADDRINUSE). Take another --port`)
    first.child.kill('SIGTERM')
    expect(await first.ended).toBe(0)
  })

  it('says what to do where the page has not been built', async () => {
    rmSync(site, { recursive: true })
    const { ended, said } = run('play')
    expect(await ended).toBe(1)
    expect(said()).toContain('npm ci && npm run build')
  })
})
