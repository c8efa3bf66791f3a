/** Both from 0. */
export interface Position {
  readonly line: number
  readonly column: number
}

export interface Range {
  readonly start: Position
  readonly end: Position
}

interface Placed {
  readonly id: string
  readonly fileName: string
  readonly location: Range
  readonly mutatorName: string
  readonly replacement: string
  readonly status?: string
}

interface Options {
  readonly plugins: null
  readonly excludedMutations: readonly string[]
  readonly ignorers: readonly { shouldIgnore(path: object): string | undefined }[]
}

export declare class Instrumenter {
  constructor(logger: object)
  instrument(
    files: readonly { readonly name: string; readonly content: string; readonly mutate: true | readonly Range[] }[],
    options: Options,
  ): Promise<{
    readonly files: readonly { readonly name: string; readonly content: string }[]
    readonly mutants: readonly Placed[]
  }>
}
