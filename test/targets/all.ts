import type { Target } from './target.ts'
import { typescript } from './typescript.ts'

/** Everything that settles, beside the interpreter. */
export const targets: readonly Target[] = [typescript]
