import {
  CompletionItemKind,
  SemanticTokensBuilder,
  SymbolKind,
  type CompletionItem,
  type DocumentSymbol,
  type SemanticTokens,
  type SemanticTokensLegend,
  type SignatureHelp,
} from 'vscode-languageserver/node'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Completion } from '../../editor/completion.ts'
import type { Hover } from '../../editor/hover.ts'
import type { OutlineNode } from '../../editor/outline.ts'
import { semanticModifiers, standardTokenTypes, type SemanticToken } from '../../editor/semantic-tokens.ts'
import type { SignatureHelp as Signature } from '../../editor/signature-help.ts'
import { standardCompletions, standardSymbols } from '../../editor/standard-kinds.ts'
import { rangeOf } from './places.ts'

/** For editors that show no Markdown. */
export function hoverText({ title, lines }: Hover): string {
  return [title, ...lines.map(({ name, text }) => (name === '' ? text : `${name}: ${text}`))].join('\n')
}

/** The likeliest first, and each found by its name in the other language too. */
export function toCompletion(
  { text, kind, detail, other, span }: Completion,
  place: number,
  document: TextDocument,
): CompletionItem {
  return {
    label: text,
    kind: CompletionItemKind[standardCompletions[kind]],
    detail: [detail, other].filter(Boolean).join(' · '),
    filterText: other === null ? text : `${text} ${other}`,
    sortText: String(place).padStart(5, '0'),
    textEdit: { range: rangeOf(document, span), newText: text },
  }
}

/** Arguments are told by where they stand in the label, since two may read alike. */
export function toSignature({ label, about, parameters, active }: Signature): SignatureHelp {
  let end = 0
  const places = parameters.map((each): [number, number] => {
    const start = label.indexOf(each, end)
    end = start + each.length
    return [start, end]
  })
  return {
    signatures: [{ label, documentation: about, parameters: places.map((place) => ({ label: place })) }],
    activeSignature: 0,
    activeParameter: active,
  }
}

/** A line of the outline, with those below it. */
export function toSymbol(
  { name, detail, kind, span, selection, children }: OutlineNode,
  document: TextDocument,
): DocumentSymbol {
  // Editors refuse a selection that is not inside of what is selected.
  const isInside = span.start <= selection.start && selection.end <= span.end
  return {
    name,
    detail,
    kind: SymbolKind[standardSymbols[kind]],
    range: rangeOf(document, span),
    selectionRange: rangeOf(document, isInside ? selection : span),
    children: children.map((child) => toSymbol(child, document)),
  }
}

/**
 * What an editor can have done. `runExample` takes a file's URI and an example's label, shows what came of it, and answers
 * it; `show` takes a location, and has the editor go there.
 */
export const commands = { runExample: 'daiyu.runExample', show: 'daiyu.show' } as const

const tokenTypes = [...new Set(Object.values(standardTokenTypes))]

export const tokenLegend: SemanticTokensLegend = { tokenTypes, tokenModifiers: [...semanticModifiers] }

/** Tokens as the protocol counts them, each from the one before. */
export function encodeTokens(tokens: readonly SemanticToken[], document: TextDocument): SemanticTokens {
  const builder = new SemanticTokensBuilder()
  for (const { span, type, modifiers } of tokens) {
    const { line, character } = document.positionAt(span.start)
    const bits = modifiers.reduce((sum, each) => sum | (1 << semanticModifiers.indexOf(each)), 0)
    builder.push(line, character, span.end - span.start, tokenTypes.indexOf(standardTokenTypes[type]), bits)
  }
  return builder.build()
}
