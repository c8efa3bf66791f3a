import { columns, wasm } from './columns.ts'
import { counts } from './counts.ts'
import { duckdb, pglite } from './sql.ts'
import type { Target } from './target.ts'
import { exactPath, numbers } from './typescript.ts'

/** Everything that settles, beside the interpreter. */
export const targets: readonly Target[] = [numbers, exactPath, counts, columns, wasm, duckdb, pglite]
