// npm run conformance:write — writes the data of the suite from its sources: the policies and inputs under notions/,
// the results by hand or by the independent evaluator.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { GroupSource } from './author.ts'
import type { Group, Notion } from './format.ts'
import { notions } from './notions/notions.ts'

const folder = join(import.meta.dirname, 'data')

/** As JSON to be read: a line of a policy is a line, and so is a case. */
function layOut({ notion, about, groups }: Notion): string {
  const json = JSON.stringify
  const block = (items: readonly string[], indent: string): string =>
    items.map((each) => `\n${indent}${each}`).join(',')
  const written = groups.map((group) => {
    const files = Object.entries(group.files).map(
      ([name, lines]) =>
        `${json(name)}: [${block(
          lines.map((line) => json(line)),
          '          ',
        )}\n        ]`,
    )
    const parts = [`"about": ${json(group.about)}`, `"files": {${block(files, '        ')}\n      }`]
    if ('diagnostics' in group) parts.push(`"diagnostics": ${json(group.diagnostics)}`)
    else {
      parts.push(`"decision": ${json(group.decision)}`)
      if (group.readings) parts.push(`"readings": ${json(group.readings)}`)
      if (group.warnings) parts.push(`"warnings": ${json(group.warnings)}`)
      parts.push(
        `"cases": [${block(
          group.cases.map((each) => json(each)),
          '        ',
        )}\n      ]`,
      )
    }
    return `{${block(parts, '      ')}\n    }`
  })
  return `{\n  "notion": ${json(notion)},\n  "about": ${json(about)},\n  "groups": [${block(written, '    ')}\n  ]\n}\n`
}

const faults: string[] = []
const made = notions.map(({ name, about, groups }): Notion => {
  const group = (make: GroupSource): Group[] => {
    try {
      return [make()]
    } catch (problem) {
      faults.push(`${name}: ${String(problem)}`)
      return []
    }
  }
  return { notion: name, about, groups: groups.flatMap(group) }
})

if (faults.length > 0) {
  console.error(faults.join('\n'))
  process.exitCode = 1
} else {
  mkdirSync(folder, { recursive: true })
  for (const old of readdirSync(folder)) rmSync(join(folder, old))
  const texts = made.map(layOut)
  for (const [index, text] of texts.entries()) writeFileSync(join(folder, `${made[index]?.notion}.json`), text)
  const groups = made.flatMap((each) => each.groups)
  const count = groups.reduce((sum, each) => sum + ('cases' in each ? each.cases.length : 1), 0)
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0)
  console.log(`${count} cases of ${made.length} notions, ${Math.ceil(bytes / 1024)} KB`)
}
