import type { OutlineNode } from '../../../compiler/index.ts'
import { monaco } from '../monaco.ts'

const kinds = monaco.languages.SymbolKind

/** The picture beside a line of the outline. */
export function symbolKind(kind: OutlineNode['kind']): monaco.languages.SymbolKind {
  switch (kind) {
    case 'policy':
    case 'vocabulary':
    case 'module':
    case 'use':
    case 'source':
      return kinds.Module
    case 'article':
    case 'quote':
    case 'notFormalised':
      return kinds.String
    case 'appliesTo':
    case 'each':
      return kinds.Namespace
    case 'decision':
    case 'decisionDeclaration':
      return kinds.Class
    case 'edition':
    case 'choose':
    case 'yearStart':
      return kinds.Event
    case 'choices':
    case 'regions':
    case 'names':
    case 'platform':
      return kinds.Enum
    case 'record':
    case 'list':
    case 'dataset':
    case 'match':
      return kinds.Struct
    case 'table':
    case 'bands':
    case 'classify':
    case 'listAll':
      return kinds.Array
    case 'define':
    case 'accumulate':
    case 'split':
    case 'move':
      return kinds.Variable
    case 'always':
    case 'monotone':
    case 'example':
    case 'requires':
      return kinds.Boolean
    case 'reading':
    case 'except':
    case 'adjust':
    case 'replace':
    case 'remove':
      return kinds.Property
  }
}
