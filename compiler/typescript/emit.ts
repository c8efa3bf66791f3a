import type { Program } from '../program/program.ts'
import { inlineMap, moveMarks, sourceMapOf } from './source-map.ts'
import { writeModule } from './to-typescript.ts'

/** The style of generated code: that of prettier. */
const style = { parser: 'typescript', semi: false, singleQuote: true, printWidth: 120 } as const

/** `code` ends in an inline source map; `map` is the same map by itself. */
export interface EmittedModule {
  readonly code: string
  readonly map: string
}

/** A program as a TypeScript module that is laid out like code written by hand: what toTypeScript gives, formatted. */
export async function emitTypeScript(program: Program, sources: ReadonlyMap<string, string>): Promise<EmittedModule> {
  const rendered = writeModule(program)
  const [{ format }, typescript, estree] = await Promise.all([
    import('prettier/standalone'),
    import('prettier/plugins/typescript'),
    import('prettier/plugins/estree'),
  ])
  const laidOut = await format(rendered.text, { ...style, plugins: [typescript, estree] })
  const map = sourceMapOf(moveMarks(rendered, laidOut), sources)
  return { code: laidOut + inlineMap(map), map }
}
