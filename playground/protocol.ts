import type { Methods } from './worker/methods.ts'

/** What the page asks of a worker. Requests are answered in their order. */
export interface Request {
  readonly id: number
  readonly method: MethodName
  readonly params: unknown
}

/** What a worker sends: one answer or failure for each request, and before it how far it is. */
export type Reply =
  | { readonly id: number; readonly kind: 'answer'; readonly value: unknown }
  | { readonly id: number; readonly kind: 'progress'; readonly done: number; readonly of: number }
  | { readonly id: number; readonly kind: 'failed'; readonly message: string }

export type MethodName = keyof Methods
export type Params<Name extends MethodName> = Parameters<Methods[Name]>[1]
export type Answer<Name extends MethodName> = Awaited<ReturnType<Methods[Name]>>
