import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parse } from '../../grammar/parse.ts'

const folder = 'test/grammar/trees'
const files = readdirSync(folder).filter((name) => name.endsWith('.policy'))

/** A tree on few lines: one node to a line, its span as `start-end`. */
function write(value: unknown, margin = ''): string {
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]'
    return `\n${value.map((each: unknown) => `${margin}- ${write(each, `${margin}  `)}`).join('\n')}`
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const { kind, span, ...rest } = value as { kind?: string; span?: { start: number; end: number } }
  const place = span === undefined ? '' : ` ${span.start}-${span.end}`
  const isFlat = Object.values(rest).every((each) => typeof each !== 'object' || each === null)
  const fields = Object.entries(rest).map(([key, each]) => `${key}: ${write(each, `${margin}  `)}`)
  const shown = isFlat
    ? fields.map((field) => ` ${field}`).join(',')
    : fields.map((field) => `\n${margin}  ${field}`).join('')
  return `${kind ?? ''}${place}${shown}`
}

it.each(files)('the tree of %s is as recorded', async (name) => {
  const { tree, problems } = parse(readFileSync(`${folder}/${name}`, 'utf8'), name)
  const codes = problems.map(({ code, span }) => `${code} ${span.start}-${span.end}\n`).join('')
  await expect(`${write(tree)}\n${codes}`).toMatchFileSnapshot(`trees/${name.replace('.policy', '.tree.txt')}`)
})
