/** Policies that somebody wrote to keep the compiler busy, or to get something past it: an error within two seconds. */
import { describe, expect, it } from 'vitest'
import { daiyu, processorSeconds } from './daiyu.ts'
import { folderWith } from './folder-with.ts'
import { hostilePolicies } from './hostile-policies.ts'
import { smallCase, smallPolicy } from './small-policy.ts'

describe('a hostile policy', () => {
  it.each(hostilePolicies)('%s', (_, text) => {
    const cwd = folderWith({ 'policies/small.policy': text })
    const { status, error } = daiyu(['check'], { cwd })
    expect([0, 1]).toContain(status)
    expect(error).not.toContain('bug in the compiler')
    expect(error.length).toBeGreaterThan(0)
    expect(error.length).toBeLessThan(1_000_000)
    expect(processorSeconds(['check'], cwd)).toBeLessThan(2)
  })
})

describe('texts of a policy', () => {
  const escape = '*/ process.exit(3) /* `${process.exit(3)}` \\u002a/ --> </script><img src=x>'
  const policy = smallPolicy.replace('「小政策」', `「${escape}」`)

  it('can colour nothing and move no cursor', () => {
    const cwd = folderWith({ 'policies/small.policy': `${smallPolicy}※ \u001B[31m\u202E\n条文 \u001B[2J「一」` })
    expect(daiyu(['check'], { cwd }).error).not.toMatch(/[^\P{C}\n]/u)
  })

  it('stay texts in a ledger and in an explanation', () => {
    const cwd = folderWith({ 'policies/small.policy': policy })
    const words = (command: string, ...more: string[]) => [command, 'test.small.settle', '--input', '-', ...more]
    const input = JSON.stringify(smallCase)
    expect(daiyu(words('run', '--language', 'zh'), { cwd, input }).out).toContain(escape)
    const page = daiyu(words('explain', '--format', 'html', '--language', 'zh'), { cwd, input })
    expect(page.status).toBe(0)
    expect(page.out).not.toMatch(/<script|<img/)
  })

  it('of a case don’t reach the terminal as they are', () => {
    const input = JSON.stringify({ request: { ...smallCase.request, kind: '\u001B[31m\u202Ered' } })
    const { error } = daiyu(['run', 'test.small.settle', '--input', '-'], { cwd: folderWith(), input })
    expect(error).toContain('request.kind')
    expect(error).not.toMatch(/[^\P{C}\n]/u)
  })
})

it('a vocabulary is not looked for outside', () => {
  const cwd = folderWith({ 'policies/small.policy': smallPolicy.replace('「words」', '「../../../../etc/passwd」') })
  const { status, error } = daiyu(['check'], { cwd })
  expect(status).toBe(1)
  expect(error).toContain('vocabulary-not-found')
})
