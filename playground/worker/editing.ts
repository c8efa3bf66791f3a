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
  type Language,
} from '../../compiler/index.ts'
import { analysisIn, asIfNotPromised, type Files, type InFile } from './decision.ts'

/** A place in a file; UTF-16 code units. */
interface AtOffset extends InFile {
  readonly offset: number
}
/** A file as it is shown in a language. */
interface Shown extends InFile {
  readonly language: Language
}

/** What the editor asks about a file: the features of compiler/editor/, one method each. */
export const editing = {
  definition: (state: Files, at: AtOffset) => definition(analysisIn(state, at), at.offset),
  references: (state: Files, at: AtOffset) => references(state.workspace, analysisIn(state, at), at.offset),
  documentHighlights: (state: Files, at: AtOffset) => documentHighlights(analysisIn(state, at), at.offset),
  prepareRename: (state: Files, at: AtOffset & Shown) => prepareRename(analysisIn(state, at), at.offset, at.language),
  rename: (state: Files, at: AtOffset & Shown & { readonly to: string }) =>
    rename(state.workspace, analysisIn(state, at), at.offset, at.to, at.language),
  outline: (state: Files, of: InFile) => outline(analysisIn(state, of)),
  folding: (state: Files, of: InFile) => folding(analysisIn(state, of)),
  semanticTokens: (state: Files, of: InFile) => semanticTokens(analysisIn(state, of)),
  semanticLegend: () => ({ types: standardTokenTypes, modifiers: semanticModifiers }),
  completion: (state: Files, at: AtOffset & Shown) => completion(analysisIn(state, at), at.offset, at.language),
  signatureHelp: (state: Files, at: AtOffset & Shown) => signatureHelp(analysisIn(state, at), at.offset, at.language),
  inlayHints: (state: Files, of: Shown) => inlayHints(analysisIn(state, of), of.language),
  codeLenses: (state: Files, of: Shown) => codeLenses(asIfNotPromised(analysisIn(state, of)), of.language),
  /** The case of an example, as JSON; null where there is none. */
  exampleCase: (state: Files, of: InFile & { readonly label: string }): unknown =>
    analysisIn(state, of).examples.find(({ label }) => label === of.label)?.input ?? null,

  /** As Markdown without anything that acts. */
  hover(state: Files, at: AtOffset & Shown) {
    const found = hover(analysisIn(state, at), at.offset, at.language)
    return found && { span: found.span, markdown: hoverMarkdown(found) }
  },

  /** The edits that bring a file into the one style; with `isTranslated`, into the keywords of the other language too. */
  formatting(state: Files, of: InFile & { readonly isTranslated: boolean }) {
    const analysis = analysisIn(state, of)
    return formatting(analysis, of.isTranslated === (analysis.language === 'zh') ? 'en' : 'zh')
  },
}
