import { inputBuffers, outputBuffers, statusName, textsName, type Buffer } from '../../runtime/columns/buffers.ts'
import { docComment } from '../typescript/comment.ts'
import { propertyKey } from '../typescript/escape.ts'
import type { Writing } from './writing.ts'

/** The types of the columns that come in and that come out. */
export function writeColumnTypes(
  { layout }: Writing,
  { input, output }: { readonly input: string; readonly output: string },
): string {
  const labels = new Map([
    ...layout.input.map(({ name, label }) => [name, label] as const),
    ...layout.lists.flatMap(({ path, label, columns }) => [
      [path, label] as const,
      ...columns.map((column) => [`${path}.${column.name}`, column.label] as const),
    ]),
  ])
  const outputLabels = new Map(layout.output.map(({ name, label }) => [name, label]))
  outputLabels.set(statusName, '0: settled; 1: to be taken exactly; from 2 on: refused, refusals[status - 2] says why')
  return [
    interfaceOf(input, inputBuffers(layout), labels, 'readonly string[]'),
    interfaceOf(output, outputBuffers(layout), outputLabels, 'string[]'),
  ].join('\n')
}

function interfaceOf(
  name: string,
  buffers: readonly Buffer[],
  labels: ReadonlyMap<string, string>,
  texts: string,
): string {
  const members = buffers.map((buffer) => {
    const doc = docComment([labels.get(buffer.name) ?? ''])
    const own = `${doc}readonly ${propertyKey(buffer.name)}: ${buffer.array}\n`
    return buffer.hasTexts ? `${own}readonly ${propertyKey(textsName(buffer.name))}: ${texts}\n` : own
  })
  return `export interface ${name} {\n${members.join('')}}\n`
}
