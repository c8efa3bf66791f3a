import { decodedMappings, TraceMap } from '@jridgewell/trace-mapping'
import type { Language } from '../../grammar/tree.ts'
import { inLanguage } from '../../compiler/handbook/in-language.ts'
import { toHandbook } from '../../compiler/handbook/to-handbook.ts'
import { originsIn } from '../../compiler/program/origins.ts'
import type { Place } from '../../compiler/program/program.ts'
import { emitTypeScript } from '../../compiler/typescript/emit.ts'
import { textsOf } from '../../compiler/files/texts.ts'
import { lineStarts } from '../../compiler/typescript/source-map.ts'
import { analysisOf, policyOf, programsOf, type Files } from './decision.ts'

/** The evaluator of one edition, and which lines of it come from where. */
export interface GeneratedModule {
  /** Without the source map. */
  readonly code: string
  /** In the order of the code, from line 1; offsets are UTF-16 code units. */
  readonly links: readonly Link[]
  /** The rules, rows and cases of the edition, each once. */
  readonly rules: readonly Place[]
}

export interface Link {
  readonly line: number
  readonly file: string
  readonly offset: number
}

export const generating = {
  /** null of a policy with errors. */
  async module(
    state: Files,
    { decision, edition }: { decision: string; edition: string | null },
  ): Promise<GeneratedModule | null> {
    const analysis = analysisOf(state.workspace, decision)
    const programs = analysis ? programsOf(analysis, decision) : []
    const program = programs.find((each) => each.edition.name === edition) ?? programs[0]
    if (!analysis || !program) return null
    const texts = textsOf(analysis.group)
    const { code, map } = await emitTypeScript(program, texts)
    const rules = originsIn(program).map(({ file, start, end }) => ({ file, start, end }))
    return {
      code: code.replace(/\/\/# sourceMappingURL=.*\n?$/, ''),
      links: linksIn(map, texts),
      rules: [...new Map(rules.map((rule) => [`${rule.file} ${rule.start} ${rule.end}`, rule])).values()],
    }
  },

  /** The handbook of a decision as a page by itself; null of a policy with errors. */
  handbook(state: Files, { decision, language }: { decision: string; language: Language }): string | null {
    const analysis = analysisOf(state.workspace, decision)
    if (!analysis || analysis.programs.length === 0) return null
    const { files, compilation } = inLanguage(analysis.group, analysis, language)
    const policy = policyOf({ ...analysis, ...compilation }, decision)
    const other = `${decision}.${language === 'zh' ? 'en' : 'zh'}.html`
    return policy && toHandbook({ policy, programs: compilation.programs, files, language }, other)
  },
}

/** Each line of the code with the places that it comes from. */
function linksIn(map: string, texts: ReadonlyMap<string, string>): readonly Link[] {
  const traced = new TraceMap(map)
  const starts = traced.sources.map((source) => lineStarts(texts.get(source ?? '') ?? ''))
  const links = decodedMappings(traced).flatMap((segments, line) =>
    segments.flatMap((segment) => {
      const [, source, row, column] = segment
      const file = source === undefined ? null : traced.sources[source]
      if (file == null || source === undefined || row === undefined || column === undefined) return []
      return [{ line: line + 1, file, offset: (starts[source]?.[row] ?? 0) + column }]
    }),
  )
  return [...new Map(links.map((link) => [`${link.line} ${link.file} ${link.offset}`, link])).values()]
}
