import { statusName, type ArrayName } from '../../runtime/columns/buffers.ts'
import { Block, BLOCK } from './block.ts'
import { Body } from './body.ts'
import { access, constantI32, sequence, laneAccess, type Bytes } from './encode/instructions.ts'
import { localGet, localSet, localTee, onlyIf, repeatWhile } from './encode/instructions.ts'
import { encodeModule } from './encode/module.ts'
import type { Kernel, KernelOutput } from './kernel.ts'
import { eachNode, type Numbers } from './nodes.ts'
import { Pairs } from './pair.ts'

/**
 * A kernel as a module of WebAssembly over a shared memory. It exports `settle(rows, …addresses): left`, with the
 * addresses of the cells of the first row in each column, those of the input first; `rows` is a multiple of 16. Where
 * one of a block of 16 rows is not the kernel's, the block has to be settled by other means: its status is 65535, and
 * `left` is how many there are.
 */
export interface WasmKernel {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** By name, in the order of their addresses. */
  readonly input: readonly string[]
  readonly output: readonly string[]
}

export function toWasm(kernel: Kernel): WasmKernel {
  const { codes, days, amounts, leave, outputs } = kernel
  const input = inputColumns(kernel)
  const cells = [...input.map(cellsOf('in')), cellsOf('out')(status), ...outputs.map(cellsOf('out'))]
  const addresses = new Map(cells.map(({ key }, index) => [key, index + 1]))
  const inputAt = (name: string): Bytes => localGet(addresses.get(`in ${name}`)!)
  const outputAt = (name: string): Bytes => localGet(addresses.get(`out ${name}`)!)

  const body = new Body(1 + cells.length)
  const [rows, left] = [0, body.local('i32')]
  const [refused, largest] = [body.local('v128'), body.local('v128')]
  const block = new Block(body, codes, inputAt)
  const roots = [...amounts.flatMap(timesAsked), ...leave, ...outputs.map(({ value }) => value)]
  const pairs = new Pairs(body, block, inputAt, roots)

  const addTo = (local: number, code: Bytes, name: 'v128.or' | 'i32x4.max_u'): Bytes =>
    sequence(localGet(local), code, name, localSet(local))
  const settledPairs = Array.from({ length: BLOCK / 2 }, (_, pair): Bytes => {
    pairs.begin(pair)
    return sequence(
      ...amounts.flatMap((amount) => {
        const isBroken = sequence(pairs.numbers(amount), pairs.numbers(amount), 'f64x2.floor', 'f64x2.ne')
        return [addTo(refused, isBroken, 'v128.or'), addTo(largest, pairs.numbers(amount), 'i32x4.max_u')]
      }),
      ...leave.map((mask) => addTo(refused, pairs.mask(mask), 'v128.or')),
      ...outputs.map((output) => storePair(output, outputAt(output.name), pair, pairs, body)),
    )
  })
  const settledBlocks = outputs.map((output) => storeBlock(output, outputAt(output.name), block))
  const refusedFirst = block.refused(days)

  // The upper halves of f64s that are not negative order as they do; those of what is negative or no number are larger.
  const limit = (1023 + kernel.limitPower) * 2 ** 20 - 1
  const isRefused = sequence(
    localGet(largest),
    body.constant(new Uint8Array(Uint32Array.of(~0, limit, ~0, limit).buffer)),
    sequence('i32x4.gt_u', localGet(refused), 'v128.or', 'v128.any_true'),
  )
  const isLeft = body.local('i32')
  const mark = (offset: number): Bytes =>
    sequence(
      outputAt(statusName),
      sequence(constantI32(0), localGet(isLeft), 'i32.sub', 'i16x8.splat'),
      access('v128.store', offset),
    )
  const eachBlock = sequence(
    block.code,
    sequence(refusedFirst, localSet(refused), body.byte(0), localSet(largest)),
    ...settledPairs,
    ...settledBlocks,
    sequence(isRefused, localTee(isLeft), localGet(left), 'i32.add', localSet(left)),
    sequence(mark(0), mark(16)),
    ...cells.map(({ size }, index) => increase(index + 1, size * BLOCK)),
    increase(rows, -BLOCK),
  )
  const bytes = encodeModule({
    name: 'settle',
    parameters: ['i32', ...cells.map(() => 'i32' as const)],
    result: 'i32',
    locals: body.locals,
    body: sequence(body.start, onlyIf(localGet(rows), repeatWhile(eachBlock, localGet(rows))), localGet(left)),
    memory: { isShared: true, mostPages: MOST_PAGES },
  })
  return { bytes, input: input.map(({ name }) => name), output: [statusName, ...outputs.map(({ name }) => name)] }
}

/** All that a memory can have: 4 GiB. */
const MOST_PAGES = 65_536

const status: KernelColumn = { name: statusName, array: 'Uint16Array' }

/** An amount is looked at so often before it is computed with. */
function timesAsked(amount: Numbers): readonly Numbers[] {
  return [amount, amount, amount]
}

const cellSizes: Record<ArrayName, number> = { Float64Array: 8, Int32Array: 4, Uint16Array: 2, Uint8Array: 1 }

function cellsOf(side: 'in' | 'out') {
  return ({ name, array }: { readonly name: string; readonly array: ArrayName }) => ({
    key: `${side} ${name}`,
    size: cellSizes[array],
  })
}

function inputColumns({ codes, days, amounts, leave, outputs }: Kernel): readonly KernelColumn[] {
  const columns = new Map<string, ArrayName>()
  for (const { name } of codes) columns.set(name, 'Uint8Array')
  for (const { name } of days) columns.set(name, 'Int32Array')
  for (const node of eachNode([...amounts, ...leave, ...outputs.map(({ value }) => value)])) {
    if (node.kind === 'column') columns.set(node.column, node.of)
  }
  return [...columns].map(([name, array]) => ({ name, array }))
}

interface KernelColumn {
  readonly name: string
  readonly array: ArrayName
}

function increase(local: number, by: number): Bytes {
  return sequence(localGet(local), constantI32(by), 'i32.add', localSet(local))
}

// To this a whole number of 32 bits is added to have it, as it is, in the lower half of the f64.
const WHOLE_IN_LOWER_HALF = 1.5 * 2 ** 52

function storePair({ array, value }: KernelOutput, at: Bytes, pair: number, pairs: Pairs, body: Body): Bytes {
  if (isOfBlock(array, value)) return []
  const numbers = pairs.numbers(value)
  if (array === 'Float64Array') {
    const plain = value.mayBeMinusZero ? sequence(body.number(0), 'f64x2.add') : []
    return sequence(at, numbers, plain, access('v128.store', pair * 16))
  }
  const size = cellSizes[array]
  const bytes = Array.from({ length: 16 }, (_, byte) =>
    byte < 2 * size ? Math.floor(byte / size) * 8 + (byte % size) : 0x80,
  )
  const whole = sequence(numbers, body.number(WHOLE_IN_LOWER_HALF), 'f64x2.add')
  const cells = sequence(whole, body.constant(bytes), 'i8x16.swizzle')
  const store = size === 4 ? 'v128.store64_lane' : 'v128.store16_lane'
  return sequence(at, cells, laneAccess(store, pair * 2 * size, 0))
}

function storeBlock({ array, value }: KernelOutput, at: Bytes, block: Block): Bytes {
  if (!isOfBlock(array, value)) return []
  const table = block.table(value)
  const cells = (table.digits[0] ?? []).map((digit) => table.base + table.unit * digit)
  return sequence(at, block.bytes(table, cells), access('v128.store', 0))
}

/** Is it looked up by codes, byte by byte? */
function isOfBlock(array: ArrayName, value: Numbers): value is Extract<Numbers, { kind: 'table' }> {
  return value.kind === 'table' && array === 'Uint8Array'
}
