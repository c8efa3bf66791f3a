import type { Program } from '../program/program.ts'
import { declareDecision, writeDecision, type Editions } from './decision.ts'
import { layOut } from './layout.ts'
import { inlineMap, moveMarks, sourceMapOf } from './source-map.ts'
import { writeModule } from './to-typescript.ts'

/** `code` ends in an inline source map; `map` is the same map by itself. */
export interface EmittedModule {
  readonly code: string
  readonly map: string
}

/**
 * A program as a TypeScript module that is laid out like code written by hand: what toTypeScript gives, formatted.
 * `sources` are the texts of the policy files by name; `pathOf` says where each lies as seen from the generated file.
 */
export async function emitTypeScript(
  program: Program,
  sources: ReadonlyMap<string, string>,
  pathOf?: (file: string) => string,
): Promise<EmittedModule> {
  const rendered = writeModule(program, sources)
  const laidOut = await layOut(rendered.text)
  const map = sourceMapOf(moveMarks(rendered, laidOut), sources, pathOf)
  return { code: laidOut + inlineMap(map), map }
}

/** The module that settles a case under the edition of its date; `moduleOf` says where each edition is imported from. */
export async function emitDecision(editions: Editions, moduleOf: (program: Program) => string): Promise<string> {
  return layOut(writeDecision(editions, moduleOf))
}

/** The declaration (.d.ts) of the same module, with the types of the runtime inside, or imported from it. */
export async function emitDeclaration(editions: Editions, runtime: 'inside' | 'outside'): Promise<string> {
  return layOut(declareDecision(editions, runtime))
}
