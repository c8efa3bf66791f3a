import { addMapping, GenMapping, setSourceContent, toEncodedMap } from '@jridgewell/gen-mapping'
import type { Place } from '../program/program.ts'
import { wordsOf, type Mark, type Rendered } from './code.ts'

/**
 * A source map (version 3, as JSON) with the texts of the policies in it. `pathOf` is where a policy file lies as seen
 * from the generated one.
 */
export function sourceMapOf(
  { text, marks }: Rendered,
  sources: ReadonlyMap<string, string>,
  pathOf: (file: string) => string = (file) => file,
): string {
  const map = new GenMapping()
  const generated = lineStarts(text)
  const originals = new Map([...sources].map(([name, source]) => [name, lineStarts(source)]))
  const add = (generated: { line: number; column: number }, place: Place | null): void => {
    const starts = place && originals.get(place.file)
    if (!place || !starts) return addMapping(map, { generated })
    addMapping(map, { generated, source: pathOf(place.file), original: position(starts, place.start) })
  }
  marks.forEach(({ offset, place }, index) => {
    const first = position(generated, offset)
    const last = position(generated, (marks[index + 1]?.offset ?? text.length) - 1)
    add(first, place)
    // A reader of the map looks at one line only, so that each has to say it again.
    for (let line = first.line + 1; place && line <= last.line; line++) add({ line, column: 0 }, place)
  })
  const used = new Set(marks.map(({ place }) => place?.file))
  for (const [name, source] of sources) if (used.has(name)) setSourceContent(map, pathOf(name), source)
  return JSON.stringify(toEncodedMap(map))
}

/** The same marks for the same words in another layout of the text. Throws when the words are not the same. */
export function moveMarks({ text, marks }: Rendered, laidOut: string): Rendered {
  const [before, after] = [wordsOf(text), wordsOf(laidOut)]
  const differs = before.findIndex((word, index) => word.text !== after[index]?.text)
  if (differs >= 0 || before.length !== after.length) {
    throw new Error(`layout changed the words of the generated code at "${before[differs]?.text ?? '…'}"`)
  }
  const moved: Mark[] = []
  let next = 0
  let place: Place | null = null
  before.forEach((word, index) => {
    for (; next < marks.length && marks[next]!.offset <= word.offset; next++) place = marks[next]!.place
    if (moved.at(-1)?.place !== place) moved.push({ offset: after[index]!.offset, place })
  })
  return { text: laidOut, marks: moved }
}

/** The comment that carries a source map inside the code. */
export function inlineMap(map: string): string {
  return `//# sourceMappingURL=data:application/json;charset=utf-8;base64,${base64(map)}\n`
}

/** Where the lines of a text begin, the first at 0. */
export function lineStarts(text: string): readonly number[] {
  return [0, ...Array.from(text.matchAll(/\r\n|[\n\r]/g), (match) => match.index + match[0].length)]
}

function position(starts: readonly number[], offset: number): { line: number; column: number } {
  let [low, high] = [0, starts.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (starts[middle]! <= offset) low = middle
    else high = middle - 1
  }
  return { line: low + 1, column: offset - starts[low]! }
}

function base64(text: string): string {
  const bytes = new TextEncoder().encode(text)
  // In pieces, since a function takes only so many arguments.
  let binary = ''
  for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return btoa(binary)
}
