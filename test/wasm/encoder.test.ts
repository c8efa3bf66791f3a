/** The binary encoder: bytes worked out by hand from the binary format of WebAssembly, and what an engine says of them. */
import { describe, expect, it } from 'vitest'
import {
  access,
  constantV128,
  constantI32,
  sequence,
  localGet,
  localSet,
  onlyIf,
  repeatWhile,
  signed,
  unsigned,
} from '../../compiler/wasm/encode/instructions.ts'
import { encodeModule } from '../../compiler/wasm/encode/module.ts'
import { engine } from './engine.ts'

describe('LEB128', () => {
  // 624485 = 0b100110_0001110_1100101: seven bits at a time from the lowest, all but the last with 0x80.
  it.each([
    [0, [0x00]],
    [127, [0x7f]],
    [128, [0x80, 0x01]],
    [624_485, [0xe5, 0x8e, 0x26]],
    [2 ** 32 - 1, [0xff, 0xff, 0xff, 0xff, 0x0f]],
  ])('writes %i without a sign', (value, bytes) => expect(unsigned(value)).toEqual(bytes))

  // -123456 is ...1111000 0111011 1000000 in twos' complement.
  it.each([
    [0, [0x00]],
    [63, [0x3f]],
    [64, [0xc0, 0x00]],
    [-64, [0x40]],
    [-65, [0xbf, 0x7f]],
    [-123_456, [0xc0, 0xbb, 0x78]],
  ])('writes %i with a sign', (value, bytes) => expect(signed(value)).toEqual(bytes))

  it('refuses what it has no form for', () => {
    for (const value of [-1, 0.5, 2 ** 32, Number.NaN]) expect(() => unsigned(value)).toThrow(RangeError)
    for (const value of [2 ** 31, 0.5, Number.NaN]) expect(() => signed(value)).toThrow(RangeError)
  })
})

it('writes a module byte by byte', () => {
  const bytes = encodeModule({
    name: 'f',
    parameters: ['i32'],
    result: 'i32',
    locals: ['v128', 'v128', 'i32'],
    body: localGet(0),
    memory: { isShared: true, mostPages: 300 },
  })
  const sections = [
    [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    // One type: a function from i32 to i32.
    [0x01, 0x06, 0x01, 0x60, 0x01, 0x7f, 0x01, 0x7f],
    // One import: env.memory, shared, from 0 to 300 pages (0xac 0x02).
    [0x02, 0x11, 0x01, 0x03, ...ascii('env'), 0x06, ...ascii('memory'), 0x02, 0x03, 0x00, 0xac, 0x02],
    // One function of the first type, exported as f.
    [0x03, 0x02, 0x01, 0x00],
    [0x07, 0x05, 0x01, 0x01, ...ascii('f'), 0x00, 0x00],
    // Its code, eight bytes: two runs of locals (two v128, one i32), local.get 0, end.
    [0x0a, 0x0a, 0x01, 0x08, 0x02, 0x02, 0x7b, 0x01, 0x7f, 0x20, 0x00, 0x0b],
  ]
  expect([...bytes]).toEqual(sections.flat())
})

it('gives what an engine takes and runs', () => {
  // Adds 2.5 to pairs of f64s from the address on, as often as the second parameter says; gives the number of pairs.
  const [address, count, done] = [0, 1, 2]
  const again = sequence(localGet(done), localGet(count), 'i32.lt_u')
  const body = sequence(
    localGet(address),
    localGet(address),
    access('v128.load', 0),
    constantV128(new Uint8Array(Float64Array.of(2.5, 2.5).buffer)),
    'f64x2.add',
    access('v128.store', 0),
    localGet(address),
    constantI32(16),
    'i32.add',
    localSet(address),
    localGet(done),
    constantI32(1),
    'i32.add',
    localSet(done),
  )
  const bytes = encodeModule({
    name: 'add',
    parameters: ['i32', 'i32'],
    result: 'i32',
    locals: ['i32'],
    body: sequence(onlyIf(again, repeatWhile(body, again)), localGet(done)),
    memory: { isShared: false, mostPages: 1 },
  })
  expect(engine.validate(bytes)).toBe(true)
  const memory = new engine.Memory({ initial: 1, maximum: 1 })
  const { exports } = new engine.Instance(new engine.Module(bytes), { env: { memory } })
  const cells = new Float64Array(memory.buffer, 16, 6)
  cells.set([1, 2, 3, 4, 5, 6])
  expect(exports['add']?.(16, 2)).toBe(2)
  expect([...cells]).toEqual([3.5, 4.5, 5.5, 6.5, 5, 6])
})

it('is told apart from what an engine refuses', () => {
  const body = sequence(localGet(0), 'f64x2.add')
  const memory = { isShared: false, mostPages: 1 }
  const bytes = encodeModule({ name: 'f', parameters: ['i32'], result: 'i32', locals: [], body, memory })
  expect(engine.validate(bytes)).toBe(false)
})

function ascii(text: string): readonly number[] {
  return [...new TextEncoder().encode(text)]
}
