import type { PartialMessage } from 'esbuild'
import type { Problem } from '../../../grammar/problem.ts'
import type { Language, Span } from '../../../grammar/tree.ts'
import type { SourceFile } from '../../compile.ts'
import type { ProblemCode } from '../../problem/code.ts'
import { positionOf } from '../../problem/position.ts'
import { say } from '../../problem/render.ts'

/** A problem as esbuild shows it: with its place, the line it is in, what it conflicts with, and what to do. */
export function esbuildMessage(problem: Problem, files: readonly SourceFile[], language: Language): PartialMessage {
  // Every problem has a code of the list; what carries it from phase to phase does not say so.
  const words = say(problem as Problem<ProblemCode>, language)
  const { file, span, code, related } = problem
  const notes = [words.explanation, words.advice].flatMap((text) => (text === undefined ? [] : [{ text }]))
  return {
    id: code,
    text: words.title,
    location: locationOf(file, span, files),
    notes: [...(related ? [{ text: '', location: locationOf(related.file, related.span, files) }] : []), ...notes],
  }
}

/** Columns and lengths are in bytes of UTF-8, as esbuild counts them; a span that goes on is marked to the line's end. */
function locationOf(file: string, span: Span, files: readonly SourceFile[]): NonNullable<PartialMessage['location']> {
  const text = files.find(({ name }) => name === file)?.text ?? ''
  const { line, column, endLine, endColumn } = positionOf(text, span)
  const lineText = text.split(/\r\n|\n/)[line - 1] ?? ''
  const marked = lineText.slice(column - 1, endLine === line ? endColumn - 1 : undefined)
  return { file, line, column: bytes(lineText.slice(0, column - 1)), length: bytes(marked), lineText }
}

function bytes(text: string): number {
  return Buffer.byteLength(text)
}
