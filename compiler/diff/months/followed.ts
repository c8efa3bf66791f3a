import type { Ways } from '../exact/ways/ways.ts'
import { areasIn, branchesOf, type Area, type Branch } from './areas.ts'
import type { Box, Span } from './box.ts'
import type { Along, Grid, Row, Run } from './flips.ts'

/** The ways through two programs of one case, of which the months are varied. */
export class Followed {
  readonly outputs: readonly (readonly [string, readonly Branch[]])[]
  readonly #ways: Ways
  readonly #box: ReadonlyMap<string, Span>

  constructor(ways: Ways, paths: readonly string[], input: unknown) {
    this.#ways = ways
    this.#box = new Map(
      paths.map((path) => {
        const months = monthsIn(input, path)
        return [path, { from: months, to: months }]
      }),
    )
    this.outputs = ways.outputs.flatMap(({ path }) => {
      const branches = branchesOf(path, ways)
      return branches ? [[path, branches] as const] : []
    })
  }

  along(path: string): Along {
    const outputs = this.outputs.map(([output, branches]) => ({ output, runs: this.#runs([path], branches) }))
    return { path, alike: [], outputs }
  }

  grid(across: string, up: string): Grid {
    const [x, y] = [across, up].map((path) => this.#ways.shared.graph.inputOf(path))
    const outputs = this.outputs.map(([output, branches]) => {
      const areas = this.#areas([across, up], branches)
      const spanOf = ({ box }: Area, id: number | null | undefined): Span => (id != null && box.get(id)) || all
      const starts = [...new Set(areas.map((area) => spanOf(area, y).from))].toSorted((a, b) => a - b)
      const rows = starts.map((from, at): Row => {
        const next = starts[at + 1]
        const here = areas.filter((area) => reaches(spanOf(area, y), from))
        return {
          from,
          to: next === undefined ? null : next - 1,
          runs: joined(here.map((area) => ({ ...spanOf(area, x), is: area.is }))),
        }
      })
      return { output, rows: joinedRows(rows) }
    })
    return { across, up, outputs }
  }

  #runs(paths: readonly string[], branches: readonly Branch[]): readonly Run[] {
    const id = this.#ways.shared.graph.inputOf(paths[0]!)
    return joined(this.#areas(paths, branches).map(({ box, is }) => ({ ...((id !== null && box.get(id)) || all), is })))
  }

  #areas(paths: readonly string[], branches: readonly Branch[]): readonly Area[] {
    const { graph } = this.#ways.shared
    const box: Box = new Map(
      [...this.#box].flatMap(([path, span]) => {
        const id = graph.inputOf(path)
        return id === null ? [] : [[id, paths.includes(path) ? all : span] as const]
      }),
    )
    return areasIn(box, branches, graph)
  }
}

const all: Span = { from: 0, to: null }

/** How many months a case has at a path. */
export function monthsIn(input: unknown, path: string): number {
  let value: unknown = input
  for (const key of path.split('.'))
    value = typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined
  return Number(value ?? 0)
}

function reaches({ from, to }: Span, at: number): boolean {
  return from <= at && (to === null || at <= to)
}

function joined(runs: readonly Run[]): readonly Run[] {
  const kept: Run[] = []
  for (const run of runs.toSorted((a, b) => a.from - b.from)) {
    const last = kept.at(-1)
    if (last?.is === run.is) kept[kept.length - 1] = { ...last, to: run.to }
    else kept.push(run)
  }
  return kept
}

function joinedRows(rows: readonly Row[]): readonly Row[] {
  const kept: Row[] = []
  for (const row of rows) {
    const last = kept.at(-1)
    if (last && JSON.stringify(last.runs) === JSON.stringify(row.runs)) kept[kept.length - 1] = { ...last, to: row.to }
    else kept.push(row)
  }
  return kept
}
