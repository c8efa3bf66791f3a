/** Colours and progress are for people: never in a pipe, and not against NO_COLOR. */
import { EventEmitter } from 'node:events'
import { describe, expect, it } from 'vitest'
import { openTerminal } from '../../compiler/cli/terminal.ts'
import { padEnd, padStart, textWidth } from '../../compiler/cli/text-width.ts'

class Stream extends EventEmitter {
  written = ''
  readonly isTTY: boolean

  constructor(isTTY: boolean) {
    super()
    this.isTTY = isTTY
  }

  write(text: string): boolean {
    this.written += text
    return true
  }
}

function open(isTTY: boolean, env: Readonly<Record<string, string>> = {}) {
  const [stdout, stderr] = [new Stream(isTTY), new Stream(isTTY)]
  const terminal = openTerminal({ stdout, stderr, env } as unknown as NodeJS.Process)
  return { terminal, stderr }
}

describe('colours', () => {
  it.each([
    [true, {}, true],
    [false, {}, false],
    [true, { NO_COLOR: '1' }, false],
    [true, { NO_COLOR: '' }, true],
    [true, { TERM: 'dumb' }, false],
  ])('terminal %s, %j', (isTTY, env, expected) => {
    expect(open(isTTY, env).terminal.hasColour).toEqual({ out: expected, error: expected })
  })
})

describe('progress', () => {
  it('is replaced by what is said next', () => {
    const { terminal, stderr } = open(true)
    terminal.progress('1')
    terminal.progress('2')
    terminal.error('done\n')
    expect(stderr.written).toBe('1\r\u001B[K2\r\u001B[Kdone\n')
  })

  it('is not for pipes', () => {
    const { terminal, stderr } = open(false)
    terminal.progress('1')
    expect(stderr.written).toBe('')
  })
})

it('a Chinese character takes two columns', () => {
  expect(textWidth('a医保，b')).toBe(8)
  expect([padEnd('医', 4), padStart('医', 4), padEnd('医保', 2)]).toEqual(['医  ', '  医', '医保'])
})
