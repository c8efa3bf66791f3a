/** What is not a command line of `daiyu` is refused with status 2, and says what there is. */
import { describe, expect, it } from 'vitest'
import { daiyu } from './daiyu.ts'

const settle = 'ningbo.employee.settle'
const years = 'ningbo.employee.retirementYears'
const commands = ['check', 'fmt', 'run', 'explain', 'test', 'readings', 'build', 'play', 'start']

describe('help', () => {
  it.each([[[]], [['--help']], [['-h']], [['help']], [['--language', 'en']]])('is printed for %j', (words) => {
    const { status, out, error } = daiyu(words)
    expect({ status, error }).toEqual({ status: 0, error: '' })
    for (const name of commands) expect(out).toMatch(new RegExp(`^  ${name} `, 'm'))
  })

  it.each(commands)('is printed for %s', (name) => {
    for (const word of ['--help', '-h']) {
      const { status, out, error } = daiyu([name, word])
      expect({ status, error }).toEqual({ status: 0, error: '' })
      expect(out).toContain(`Usage: daiyu ${name}`)
      expect(out).toContain('--language')
    }
  })

  it('wins over what is wrong beside it', () => {
    expect(daiyu(['run', '--nonsense', '--help']).status).toBe(0)
  })

  it.each(commands)('is in Chinese for %s when that is asked for', (name) => {
    expect(daiyu([name, '--help', '--language', 'zh']).out).toContain('用法')
    expect(daiyu(['--language=zh', name, '--help']).out).toContain('用法')
  })
})

describe('the language', () => {
  it.each([
    [{ LANG: '' }, '用法'],
    [{ LANG: 'C' }, '用法'],
    [{ LANG: 'C.UTF-8' }, '用法'],
    [{ LANG: 'POSIX' }, '用法'],
    [{ LANG: 'zh_CN.UTF-8' }, '用法'],
    [{ LANG: 'en_US.UTF-8' }, 'Usage'],
    [{ LANG: 'ca_ES.UTF-8' }, 'Usage'],
    [{ LANG: 'en_US.UTF-8', LC_ALL: 'zh_CN.UTF-8' }, '用法'],
    [{ LANG: 'zh_CN.UTF-8', LC_ALL: 'en_US.UTF-8' }, 'Usage'],
  ])('with %j', (env, word) => {
    expect(daiyu(['--help'], { env }).out).toContain(word)
  })
})

describe('wrong usage', () => {
  it.each([
    [['rnu'], 'Did you mean: run'],
    [['settle-everything'], 'There are: check, '],
    [['--nonsense'], 'There is no option --nonsense'],
    [['run'], '<policy>.<decision> is missing'],
    [['run', 'ningbo.employee.settle'], '--input FILE is missing'],
    [['run', 'a.b', 'c.d', '--input', '-'], 'one argument too many: c.d'],
    [['run', 'a.b', '--inptu', '-'], 'Did you mean: --input'],
    [['run', 'a.b', '-i', '-'], 'There is no option -i'],
    [['run', 'a.b', '--input'], '--input needs a value'],
    [['run', 'a.b', '--input', '--explain'], '--input needs a value'],
    [['run', 'a.b', '--explain=yes', '--input', '-'], '--explain takes no value'],
    [['run', 'a.b', '--format', 'xml'], "--format can't be xml. It can be: text, json"],
    [['run', 'a.b', '--edition', 'all', '--recipe'], 'There is no option --recipe'],
    [['run', 'a.b', '--rounding', 'up'], 'There is no option --rounding'],
    [['explain', 'a.b', '--format', 'ndjson'], 'It can be: text, html, json'],
    [['check', 'nowhere.policy'], 'There is no file or directory nowhere.policy'],
    [['check', '--policies', 'nowhere'], 'There is no file or directory nowhere'],
    [['check', '--language', 'fr'], "--language can't be fr"],
    [['start', 'now'], 'one argument too many: now'],
    [['diff', `${years}@20年+`, `${years}@衔接期`], 'such as C06=excluded, not as ""'],
    [['diff', `${settle}@2022`, `${settle}@2023`, '--over', 'generated:1:-5'], 'COUNT has to be a whole number'],
    [['prove', `${years}@20年@x`], 'There is no edition "20年@x"'],
  ])('%j', (words, says) => {
    const { status, out, error } = daiyu(words)
    expect({ status, out }).toEqual({ status: 2, out: '' })
    expect(error).toContain(says)
    expect(error).toMatch(/For help: daiyu/)
  })

  it('is said in Chinese', () => {
    expect(daiyu(['rnu', '--language', 'zh']).error).toContain('没有命令 rnu。是不是：run')
  })
})

it('--version is the version of the package', () => {
  expect(daiyu(['--version']).out).toMatch(/^\d+\.\d+\.\d+\n$/)
})
