import { otherReading } from '../program/other-readings.ts'
import type { Origin, Program } from '../program/program.ts'
import { escapeText } from './escape.ts'

/** A doc comment; empty lines part its paragraphs. No comment where there is nothing to say. */
export function docComment(lines: readonly string[]): string {
  const said = lines.filter((line, index) => line !== '' || (lines[index + 1] ?? '') !== '')
  const inside = said.flatMap((line) => wrap(escapeText(line, 'comment')))
  if (inside.length === 0) return ''
  if (inside.length === 1) return `/** ${inside[0]} */\n`
  return `/**\n${inside.map((line) => (line === '' ? ' *\n' : ` * ${line}\n`)).join('')} */\n`
}

/** What the policy says where something comes from: article, quotes and readings, each a line. */
export function originLines({ article, quotes, readings }: Origin, program: Program): readonly string[] {
  const lines: string[] = []
  const from = article === null ? null : program.articles[article]
  const source = program.sources[from?.source ?? -1]
  if (from) lines.push(`${source?.name ?? ''}「${from.title}」`)
  if (source && source.grade !== 'official')
    lines.push(`注意：出自${source.grade === 'press' ? '报刊' : '待核'}来源「${source.title}」`)
  for (const index of quotes) {
    const quote = program.quotes[index]
    if (quote) lines.push(`${quote.isVerbatim ? '原文' : '摘要'}「${quote.text}」`)
  }
  for (const index of readings) {
    const reading = program.readings[index]
    if (!reading) continue
    const other = otherReading(reading)
    const says = other ? `另解 ${other.alternative}「${other.statement}」代替` : ''
    lines.push(`解读 ${reading.name}${says}「${reading.statement}」理由「${reading.because}」`)
  }
  return lines
}

/** Line comments above what rests on other words of the policy than what was said before it; else nothing. */
export function remarkAbove(origin: Origin, said: Origin, program: Program): string {
  const known = new Set(originLines(said, program))
  const lines = originLines(origin, program).filter((line) => !known.has(line))
  return lines
    .flatMap((line) => wrap(escapeText(line, 'comment')))
    .map((line) => `// ${line}\n`)
    .join('')
}

const WIDTH = 108

// Han characters are two columns wide; a line may end between any two of them, but not before closing punctuation.
function wrap(line: string): readonly string[] {
  const lines: string[] = []
  let [current, width] = ['', 0]
  for (const part of line.match(/[!-~]+ ?|[^!-~][，。；：、！？）」”]*/gu) ?? []) {
    const columns = Array.from(part).reduce((sum, character) => sum + (character > '\u2e7f' ? 2 : 1), 0)
    if (width > 0 && width + columns > WIDTH) {
      lines.push(current.trimEnd())
      ;[current, width] = ['', 0]
    }
    current += part
    width += columns
  }
  return [...lines, current.trimEnd()]
}
