/** The instructions that kernels are made of, as the bytes of the WebAssembly binary format. */
export type Bytes = readonly number[]

/** Without immediates: what they take and give is on the stack. */
const plain = {
  'i32.lt_u': [0x49],
  'i32.add': [0x6a],
  'i32.sub': [0x6b],
  'i8x16.swizzle': vector(0x0e),
  'i16x8.splat': vector(0x10),
  'i8x16.gt_u': vector(0x28),
  'i32x4.gt_u': vector(0x3c),
  'f64x2.eq': vector(0x47),
  'f64x2.ne': vector(0x48),
  'f64x2.lt': vector(0x49),
  'f64x2.le': vector(0x4b),
  'v128.not': vector(0x4d),
  'v128.and': vector(0x4e),
  'v128.andnot': vector(0x4f),
  'v128.or': vector(0x50),
  'v128.xor': vector(0x51),
  'v128.bitselect': vector(0x52),
  'v128.any_true': vector(0x53),
  'i8x16.add': vector(0x6e),
  'i8x16.sub': vector(0x71),
  'f64x2.floor': vector(0x75),
  'i32x4.sub': vector(0xb1),
  'i32x4.max_u': vector(0xb9),
  'f64x2.abs': vector(0xec),
  'f64x2.add': vector(0xf0),
  'f64x2.sub': vector(0xf1),
  'f64x2.mul': vector(0xf2),
  'f64x2.div': vector(0xf3),
  'f64x2.pmin': vector(0xf6),
  'f64x2.pmax': vector(0xf7),
  'f64x2.convert_low_i32x4_s': vector(0xfe),
} as const satisfies Record<string, Bytes>

/** With an alignment (a power of two) and an offset in bytes. */
const memory = {
  'v128.load': { code: vector(0x00), alignment: 0 },
  'v128.load64_zero': { code: vector(0x5d), alignment: 0 },
  'v128.store': { code: vector(0x0b), alignment: 0 },
} as const satisfies Record<string, { readonly code: Bytes; readonly alignment: number }>

/** With a lane of the vector besides: the others stay. */
const lanes = {
  'v128.store16_lane': { code: vector(0x59), alignment: 0 },
  'v128.store64_lane': { code: vector(0x5b), alignment: 0 },
} as const satisfies Record<string, { readonly code: Bytes; readonly alignment: number }>

export type PlainInstruction = keyof typeof plain
export type MemoryInstruction = keyof typeof memory

/** One after the other; an instruction without immediates by its name. */
export function sequence(...parts: readonly (Bytes | PlainInstruction)[]): Bytes {
  return parts.flatMap((part) => (typeof part === 'string' ? plain[part] : part))
}

/** `offset` is added to the address on the stack. */
export function access(name: MemoryInstruction, offset: number): Bytes {
  const { code, alignment } = memory[name]
  return [...code, ...unsigned(alignment), ...unsigned(offset)]
}

export function laneAccess(name: keyof typeof lanes, offset: number, lane: number): Bytes {
  const { code, alignment } = lanes[name]
  return [...code, ...unsigned(alignment), ...unsigned(offset), lane]
}

export function localGet(local: number): Bytes {
  return [0x20, ...unsigned(local)]
}
export function localSet(local: number): Bytes {
  return [0x21, ...unsigned(local)]
}
export function localTee(local: number): Bytes {
  return [0x22, ...unsigned(local)]
}

export function constantI32(value: number): Bytes {
  return [0x41, ...signed(value)]
}

/** Sixteen bytes. Throws RangeError for another number of them. */
export function constantV128(bytes: Iterable<number>): Bytes {
  const all = [...bytes]
  if (all.length !== 16) throw new RangeError(`a v128 has 16 bytes, not ${all.length}`)
  return [...vector(0x0c), ...all]
}

/** `body` once and, while the condition (an i32) at its end holds, again. */
export function repeatWhile(body: Bytes, condition: Bytes): Bytes {
  return [0x03, 0x40, ...body, ...condition, 0x0d, 0x00, 0x0b]
}
/** `body` if the condition, an i32, holds. */
export function onlyIf(condition: Bytes, body: Bytes): Bytes {
  return [...condition, 0x04, 0x40, ...body, 0x0b]
}

/** LEB128. Throws RangeError for what is no whole number from 0 to 2^32 − 1. */
export function unsigned(value: number): Bytes {
  if (!Number.isInteger(value) || value < 0 || value > 0xffff_ffff) throw new RangeError(`${value} is no u32`)
  const bytes: number[] = []
  let rest = value
  for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) bytes.push((rest % 0x80) + 0x80)
  return [...bytes, rest]
}

/** Signed LEB128. Throws RangeError for what is no whole number of 32 bits. */
export function signed(value: number): Bytes {
  if ((value | 0) !== value) throw new RangeError(`${value} is no i32`)
  const bytes: number[] = []
  let rest = value
  for (; rest < -64 || rest > 63; rest >>= 7) bytes.push((rest & 0x7f) | 0x80)
  return [...bytes, rest & 0x7f]
}

function vector(code: number): Bytes {
  return [0xfd, ...unsigned(code)]
}
