/**
 * The figures that matter, each side by side with what it is measured against. `npm run bench -- --json` for programs,
 * `--only settling` for one topic. Each topic has a process of its own, so that none runs in the garbage of another.
 */
import { fork } from 'node:child_process'
import { parseArgs } from 'node:util'
import { isReached, type Figure } from './figure.ts'
import { measureBatch } from './batch.ts'
import { measureCities } from './cities/measure.ts'
import { measureColumns } from './columns.ts'
import { measureComparing } from './comparing.ts'
import { measureEngines } from './engines/measure.ts'
import { measureCounts, measureSettling } from './settling.ts'
import { measureSize } from './size.ts'
import { measureStarting } from './starting.ts'
import { measureTyping } from './typing.ts'
import { measureWasm } from './wasm.ts'

const topics: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
  settling: measureSettling,
  counts: measureCounts,
  size: measureSize,
  columns: measureColumns,
  wasm: measureWasm,
  batch: measureBatch,
  engines: measureEngines,
  cities: measureCities,
  typing: measureTyping,
  starting: measureStarting,
  comparing: measureComparing,
}

const { values: options } = parseArgs({
  options: { only: { type: 'string', multiple: true }, json: { type: 'boolean', default: false } },
})
const chosen = options.only ?? Object.keys(topics)
const unknown = chosen.filter((name) => !Object.hasOwn(topics, name))
if (unknown.length > 0) {
  console.error(`no topic ${unknown.join(', ')}; there are ${Object.keys(topics).join(', ')}`)
  process.exit(2)
}

if (process.send) {
  process.send(await topics[chosen[0]!]!())
} else {
  const figures: Figure[] = []
  for (const name of chosen) {
    const measured = await measureApart(name)
    if (!options.json) for (const line of measured.map(shown)) console.log(line)
    figures.push(...measured)
  }
  if (options.json) console.log(JSON.stringify({ figures: figures.map(plain) }))
}

function measureApart(name: string): Promise<readonly Figure[]> {
  const child = fork(import.meta.filename, ['--only', name], { execArgv: ['--import', 'tsx'] })
  return new Promise((resolve, reject) => {
    child.on('message', (figures) => resolve(figures as readonly Figure[]))
    child.on('exit', (code) => reject(new Error(`${name} was not measured (exit status ${code})`)))
  })
}

function plain({ name, ratio, floor, aim, better }: Figure): object {
  return { name, ratio: rounded(ratio), floor, aim, better }
}

/** One line of the table, and what was measured below it. */
function shown(figure: Figure): string {
  const { name, ratio, floor, aim, better, measured } = figure
  const verdict = isReached(figure, 'aim') ? '✓' : isReached(figure, 'floor') ? '·' : '✗'
  const limits = `${better === 'more' ? '≥' : '≤'} ${floor}, aim ${aim}`
  return `${verdict} ${name.padEnd(76)} ${String(rounded(ratio)).padStart(7)}  ${limits}\n  ${measured}\n`
}

function rounded(ratio: number): number {
  return Number(ratio.toPrecision(3))
}
