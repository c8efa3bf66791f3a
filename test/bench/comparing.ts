import { mkdtempSync, rmSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadDecision } from '../../compiler/cli/load.ts'
import type { SourceFile } from '../../compiler/compile.ts'
import type * as library from '../../compiler/index.ts'
import type { Program } from '../../compiler/program/program.ts'
import { buildCommand, root } from '../cli/build-command.ts'
import { banded, chained, layered } from './banded.ts'
import { bundled } from './bundled.ts'
import { lowestCosts, median, type Figure } from './figure.ts'
import { kernel } from './kernel.ts'

const decision = 'ningbo.employee.settle'
const ROUNDS = 12

/** Two editions compared: small ones warm, Ningbo's from the command line and after an edit; how the cost grows. */
export async function measureComparing(): Promise<readonly Figure[]> {
  const compiler = await bundled<typeof library>('compiler/index.ts')
  const program = (files: readonly SourceFile[], edition?: string): Program => {
    const { programs, problems } = compiler.compile(files)
    const found = programs.find((each) => edition === undefined || each.edition.name === edition)
    if (!found || problems.length > 0) throw new Error(JSON.stringify(problems[0]))
    return found
  }
  const cost = (before: Program, after: Program, options: library.DiffOptions = {}): number =>
    lowestCosts(ROUNDS, [() => compiler.diffPrograms(before, after, options)])[0]!
  const quick = { isWithoutWitnesses: true }

  const rate = (band: number): number => 5 + ((band * 7) % 60)
  const [table, chain] = [program(banded(50, rate)), program(chained(50, rate))]
  if (compiler.diffPrograms(table, chain).regions.length > 0) throw new Error('a table and its chain are not the same')
  const [before, after] = [program(kernel(15)), program(kernel(14))]

  const growth = (name: string, of: (size: number) => number, sizes: readonly number[]): string =>
    `${name}: ${sizes.map((size) => `${size}: ${of(size).toFixed(0)} ms`).join(', ')}`
  const more = (points: (band: number) => number) => (band: number) => rate(band) + points(band)
  const grown = [
    growth(
      'one rate of so many bands',
      (bands) =>
        cost(
          program(banded(bands, rate)),
          program(
            banded(
              bands,
              more((band) => (band === 1 ? 1 : 0)),
            ),
          ),
          quick,
        ),
      [3, 12, 50],
    ),
    growth(
      'all rates',
      (bands) =>
        cost(
          program(banded(bands, rate)),
          program(
            banded(
              bands,
              more((band) => 1 + (band % 3)),
            ),
          ),
          quick,
        ),
      [3, 12, 50],
    ),
    growth(
      'first of so many rounded layers',
      (layers) => cost(program(layered(layers, 50)), program(layered(layers, 51)), quick),
      [1, 2, 3, 4, 5],
    ),
  ]
  const layers = [2, 5].map((count) => cost(program(layered(count, 50)), program(layered(count, 51)), quick))
  return [
    against('one rate of a stay in hospital, 24 categories, every region with a bill', cost(before, after), 50, ''),
    against('a table of 50 bands and the same as a chain of conditions, proved equal', cost(table, chain), 50, ''),
    {
      name: 'the first of five rounded layers, against the first of two',
      ratio: layers[1]! / layers[0]!,
      floor: 10,
      aim: 4,
      better: 'less',
      measured: grown.join('; '),
    },
    afterAnEdit(compiler, program),
    ...(await fromTheCommandLine()),
  ]
}

function against(name: string, time: number, budget: number, more: string): Figure {
  const measured = `${time.toFixed(0)} ms${more}`
  return { name: `${name}, against ${budget} ms`, ratio: time / budget, floor: 1, aim: 0.5, better: 'less', measured }
}

/** One cell of Ningbo's table changes, and changes again: what is worked out before stays. */
function afterAnEdit(
  { diffPrograms, Memory }: typeof library,
  program: (files: readonly SourceFile[], edition?: string) => Program,
): Figure {
  const files = loadDecision(join(root, 'policies'), decision)
  const edited = (rate: number): Program =>
    program(
      files.map((file) => ({ ...file, text: file.text.replace(/ 15% /u, ` ${rate}% `) })),
      '2023',
    )
  const before = edited(15)
  const memory = new Memory()
  diffPrograms(before, edited(16), { isWithoutWitnesses: true, memory })
  const times = [17, 18, 19, 14, 13, 12, 11].map((rate) => {
    const after = edited(rate)
    const start = performance.now()
    const { verdict } = diffPrograms(before, after, { isWithoutWitnesses: true, memory })
    const time = performance.now() - start
    if (verdict['fund'] !== (rate > 15 ? 'neverMore' : 'neverLess')) throw new Error(`${rate} %: ${verdict['fund']}`)
    return time
  })
  return against("verdict and formulas after an edit of one cell of Ningbo's table", median(times), 200, ', the median')
}

/** Ningbo 2022 against 2023 in a fresh process: verdict and formulas, and with a bill for every region. */
async function fromTheCommandLine(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'daiyu-bench-'))
  try {
    const command = await buildCommand(folder)
    const words = [command, 'diff', `${decision}@2022`, `${decision}@2023`, '--format', 'json']
    const time = (more: readonly string[], isRight: (regions: readonly library.Region[]) => boolean): number =>
      median(
        Array.from({ length: 5 }, () => {
          const start = performance.now()
          const { stdout } = spawnSync(process.execPath, [...words, ...more], {
            cwd: folder,
            encoding: 'utf8',
            maxBuffer: 1 << 28,
          })
          const took = performance.now() - start
          const { complete, regions } = JSON.parse(stdout) as library.Comparison
          if (!complete || regions.length === 0 || !isRight(regions)) throw new Error('not compared')
          return took
        }),
      )
    return [
      against(
        'Ningbo 2022 against 2023, a fresh process, verdict and formulas',
        time(['--quick'], () => true),
        1000,
        '',
      ),
      against(
        'Ningbo 2022 against 2023, a fresh process, a bill for every region',
        time([], (regions) => regions.every(({ witness }) => witness !== null)),
        4000,
        '',
      ),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
