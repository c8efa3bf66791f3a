import { unsigned, type Bytes } from './instructions.ts'

export type ValueType = 'i32' | 'v128'

/** A module of one function over an imported memory (`env.memory`), exported by its name. */
export interface KernelModule {
  readonly name: string
  readonly parameters: readonly ValueType[]
  readonly result: ValueType
  /** Beside the parameters, and numbered after them. */
  readonly locals: readonly ValueType[]
  /** Leaves the result on the stack. */
  readonly body: Bytes
  /** Is the memory shared between threads? Such a memory has a most, in pages of 64 KiB. */
  readonly memory: { readonly isShared: boolean; readonly mostPages: number }
}

const preamble: Bytes = [0x00, 0x61, 0x73, 0x6d, 0x01, 0, 0, 0]

const codes: Record<ValueType, number> = { i32: 0x7f, v128: 0x7b }

/** The binary format of WebAssembly 2.0 (with a shared memory: and threads). */
export function encodeModule({
  name,
  parameters,
  result,
  locals,
  body,
  memory,
}: KernelModule): Uint8Array<ArrayBuffer> {
  const types = list([[0x60, ...list(parameters.map(codeOf)), ...list([codeOf(result)])]])
  const limits = memory.isShared ? [0x03, 0, ...unsigned(memory.mostPages)] : [0x01, 0, ...unsigned(memory.mostPages)]
  const imports = list([[...text('env'), ...text('memory'), 0x02, ...limits]])
  const code = [...list(runs(locals)), ...body, 0x0b]
  return Uint8Array.from([
    ...preamble,
    ...section(1, types),
    ...section(2, imports),
    ...section(3, list([[0]])),
    ...section(7, list([[...text(name), 0x00, 0]])),
    ...section(10, list([sized(code)])),
  ])
}

function codeOf(type: ValueType): Bytes {
  return [codes[type]]
}

/** Locals of one type that follow each other are declared at once. */
function runs(locals: readonly ValueType[]): readonly Bytes[] {
  const found: { readonly type: ValueType; count: number }[] = []
  for (const type of locals) {
    const last = found.at(-1)
    if (last?.type === type) last.count++
    else found.push({ type, count: 1 })
  }
  return found.map(({ type, count }) => [...unsigned(count), ...codeOf(type)])
}

function section(id: number, content: Bytes): Bytes {
  return [id, ...sized(content)]
}
function sized(content: Bytes): Bytes {
  return [...unsigned(content.length), ...content]
}
function list(items: readonly Bytes[]): Bytes {
  return [...unsigned(items.length), ...items.flat()]
}
function text(name: string): Bytes {
  return sized([...new TextEncoder().encode(name)])
}
