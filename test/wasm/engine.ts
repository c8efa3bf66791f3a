/** What the tests use of WebAssembly, whose types are those of the DOM. */
interface Engine {
  readonly validate: (bytes: Uint8Array) => boolean
  readonly Module: new (bytes: Uint8Array) => object
  readonly Instance: new (
    module: object,
    imports: { readonly env: { readonly memory: { readonly buffer: ArrayBuffer } } },
  ) => { readonly exports: Readonly<Record<string, (...parameters: readonly number[]) => number>> }
  readonly Memory: new (size: { readonly initial: number; readonly maximum: number }) => {
    readonly buffer: ArrayBuffer
  }
}

export const engine = (globalThis as unknown as { readonly WebAssembly: Engine }).WebAssembly
