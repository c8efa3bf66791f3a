import {
  codeLenses,
  completion,
  definition,
  documentHighlights,
  folding,
  formatting,
  hover,
  hoverMarkdown,
  inlayHints,
  outline,
  prepareRename,
  references,
  rename,
  semanticModifiers,
  semanticTokens,
  signatureHelp,
  standardTokenTypes,
  type Analysis,
  type Language,
} from '../../compiler/index.ts'
import { asIfNotPromised } from './decision.ts'
import type { WorkerState } from './state.ts'

/** A file, and the decision in which it is looked at. */
interface InFile {
  readonly file: string
  readonly decision: string | null
}
/** A place in it; UTF-16 code units. */
interface AtOffset extends InFile {
  readonly offset: number
}

const analysed = ({ workspace }: WorkerState, { file, decision }: InFile): Analysis =>
  workspace.analysis(file, decision ?? undefined)

/** A file as it is shown in a language. */
interface Shown extends InFile {
  readonly language: Language
}

/** What the editor asks about a file: the features of compiler/editor/, one method each. */
export const editing = {
  definition: (state: WorkerState, at: AtOffset) => definition(analysed(state, at), at.offset),
  references: (state: WorkerState, at: AtOffset) => references(state.workspace, analysed(state, at), at.offset),
  documentHighlights: (state: WorkerState, at: AtOffset) => documentHighlights(analysed(state, at), at.offset),
  prepareRename: (state: WorkerState, at: AtOffset & { readonly language: Language }) =>
    prepareRename(analysed(state, at), at.offset, at.language),
  rename: (state: WorkerState, at: AtOffset & { readonly to: string; readonly language: Language }) =>
    rename(state.workspace, analysed(state, at), at.offset, at.to, at.language),
  outline: (state: WorkerState, of: InFile) => outline(analysed(state, of)),
  folding: (state: WorkerState, of: InFile) => folding(analysed(state, of)),
  semanticTokens: (state: WorkerState, of: InFile) => semanticTokens(analysed(state, of)),
  semanticLegend: () => ({ types: standardTokenTypes, modifiers: semanticModifiers }),
  completion: (state: WorkerState, at: AtOffset & { readonly language: Language }) =>
    completion(analysed(state, at), at.offset, at.language),
  signatureHelp: (state: WorkerState, at: AtOffset & { readonly language: Language }) =>
    signatureHelp(analysed(state, at), at.offset, at.language),
  inlayHints: (state: WorkerState, of: Shown) => inlayHints(analysed(state, of), of.language),
  codeLenses: (state: WorkerState, of: Shown) => codeLenses(asIfNotPromised(analysed(state, of)), of.language),
  /** The case of an example, as JSON; null where there is none. */
  exampleCase: (state: WorkerState, of: InFile & { readonly label: string }): unknown =>
    analysed(state, of).examples.find(({ label }) => label === of.label)?.input ?? null,

  /** As Markdown without anything that acts. */
  hover(state: WorkerState, at: AtOffset & { readonly language: Language }) {
    const found = hover(analysed(state, at), at.offset, at.language)
    return found && { span: found.span, markdown: hoverMarkdown(found) }
  },

  /** The edits that bring a file into the one style; with `isTranslated`, into the keywords of the other language too. */
  formatting(state: WorkerState, of: InFile & { readonly isTranslated: boolean }) {
    const analysis = analysed(state, of)
    return formatting(analysis, of.isTranslated === (analysis.language === 'zh') ? 'en' : 'zh')
  },
}
