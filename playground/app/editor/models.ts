import { monaco } from '../monaco.ts'
import { POLICY } from './language.ts'
import type { Place } from '../../../compiler/index.ts'

export type Model = monaco.editor.ITextModel

/** The texts that are being edited: one model for each file, made when it is first needed. */
export interface Models {
  readonly of: (file: string) => Model | null
  readonly nameOf: (model: Model) => string
}

export function newModels(
  textOf: (file: string) => string | undefined,
  onChange: (file: string, text: string) => void,
): Models {
  return {
    of(file) {
      const uri = uriOf(file)
      const known = monaco.editor.getModel(uri)
      if (known) return known
      const text = textOf(file)
      if (text === undefined) return null
      const model = monaco.editor.createModel(text, file.endsWith('.policy') ? POLICY : 'plaintext', uri)
      model.setEOL(monaco.editor.EndOfLineSequence.LF)
      model.onDidChangeContent(() => onChange(file, model.getValue()))
      return model
    },
    nameOf,
  }
}

const uriOf = (file: string): monaco.Uri => monaco.Uri.from({ scheme: 'policy', path: `/${file}` })
const nameOf = (model: Model): string => model.uri.path.slice(1)

/** Monaco's range of a span, whose offsets are UTF-16 code units. */
export function rangeOf(model: Model, { start, end }: Place['span']): monaco.Range {
  return monaco.Range.fromPositions(model.getPositionAt(start), model.getPositionAt(end))
}
