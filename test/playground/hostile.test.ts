/** Fragments that no page has written: refused as a whole, and quickly. */
import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { fromFragment } from '../../playground/app/share-address.ts'
import { fragment, packed } from './fragment.ts'

const settle = 'ningbo/employee.settle.policy'
const markup = '<img src=x onerror=alert(1)>'
const prototype =
  '{"version":1,"decision":null,"edition":null,"otherEdition":null,"file":"a.policy","files":{"__proto__":"x"}}'

it.each([
  ['is no base64', '#s=%%%', 'malformed'],
  ['is nothing', '#s=', 'malformed'],
  ['is not packed', `#s=${randomBytes(300).toString('base64url')}`, 'malformed'],
  ['is cut off', fragment({ files: { [settle]: '政策 ningbo.employee' } }).slice(0, -30), 'malformed'],
  ['is no JSON', packed('{"version":1,'), 'malformed'],
  ['is no UTF-8', packed(Uint8Array.of(0x22, 0xff, 0xfe, 0x22)), 'malformed'],
  ['is of another version', fragment({ version: 2 }), 'malformed'],
  ['has a list of files', fragment({ files: ['x'] }), 'malformed'],
  ['has a number for a text', fragment({ files: { [settle]: 1 } }), 'malformed'],
  ['leaves the folder', fragment({ files: { '../x.policy': '' } }), 'malformed'],
  ['names a prototype', packed(prototype), 'malformed'],
  ['has markup for a name', fragment({ files: { [`${markup}.policy`]: '' } }), 'malformed'],
  ['has a file too large', fragment({ files: { [settle]: 'x'.repeat(300_000) } }), 'malformed'],
  ['has a case too deep', fragment({ input: JSON.parse('['.repeat(500) + ']'.repeat(500)) as unknown }), 'malformed'],
  ['unpacks to 200 MB', packed(new Uint8Array(200 * 1024 * 1024)), 'tooLarge'],
  ['is a million characters long', `#s=${'A'.repeat(1_000_000)}`, 'tooLarge'],
])('one that %s', async (_, hostile, kind) => {
  const start = Date.now()
  expect(await fromFragment(hostile)).toEqual({ kind })
  expect(Date.now() - start).toBeLessThan(5_000)
})

it.each(['', '#', '#policy'])('%j shares nothing', async (none) => {
  expect(await fromFragment(none)).toEqual({ kind: 'none' })
})

it('what was written is read', async () => {
  const files = { [settle]: '政策 𠮷' }
  expect(await fromFragment(fragment({ files, input: { a: [1, 'x'] } }))).toEqual({
    kind: 'saved',
    saved: {
      decision: 'ningbo.employee.settle',
      edition: '2022',
      otherEdition: null,
      file: settle,
      input: { a: [1, 'x'] },
      files,
    },
  })
})
