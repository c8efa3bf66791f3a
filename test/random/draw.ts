import { seededRandom } from '../ningbo/bills.ts'

/**
 * Draws one of so many choices: a whole number from 0 to `options - 1`. Whatever is drawn, choice 0 is the plainest,
 * so that a row of choices shrinks to something plain when its numbers do.
 */
export type Draw = (options: number) => number

export interface Recording {
  readonly draw: Draw
  /** What was drawn so far. */
  readonly row: readonly number[]
}

/** Draws by a seed, and keeps what was drawn. */
export function recordSeed(seed: number): Recording {
  const random = seededRandom(seed)
  const row: number[] = []
  const draw = (options: number): number => {
    const drawn = Math.floor(random() * options)
    row.push(drawn)
    return drawn
  }
  return { draw, row }
}

/** Draws what a row says; beyond its end always the plainest. */
export function replay(row: readonly number[]): Draw {
  let next = 0
  return (options) => (row[next++] ?? 0) % options
}

export function pick<Item>(draw: Draw, list: readonly Item[]): Item {
  if (list.length === 0) throw new Error('nothing to pick from')
  return list[draw(list.length)] as Item
}

/** True in so many cases of a hundred; false is the plainest. */
export function chance(draw: Draw, percent: number): boolean {
  return draw(100) >= 100 - percent
}

/** A whole number from `least` to `most`. */
export function between(draw: Draw, least: number, most: number): number {
  return least + draw(most - least + 1)
}

export function shuffle<Item>(draw: Draw, list: readonly Item[]): Item[] {
  const items = [...list]
  for (let index = items.length - 1; index > 0; index--) {
    const other = index - draw(index + 1)
    ;[items[index], items[other]] = [items[other] as Item, items[index] as Item]
  }
  return items
}

/**
 * Looks for a shorter and smaller row that still fails: pieces are left out or made zero, then numbers halved, as long
 * as `fails` says yes and the tries last.
 */
export async function shrinkSlowly(
  row: readonly number[],
  fails: (row: readonly number[]) => Promise<boolean>,
  tries = 400,
): Promise<void> {
  let best = [...row]
  let left = tries
  const attempt = async (candidate: number[]): Promise<boolean> => {
    if (left-- <= 0 || !(await fails(candidate))) return false
    best = candidate
    return true
  }
  for (let size = Math.ceil(best.length / 2); size >= 1 && left > 0; size = Math.floor(size / 2)) {
    for (let start = 0; start < best.length && left > 0;) {
      const without = [...best.slice(0, start), ...best.slice(start + size)]
      const zeroed = best.map((each, index) => (index >= start && index < start + size ? 0 : each))
      const isZero = best.slice(start, start + size).every((each) => each === 0)
      if (!(await attempt(without)) && (isZero || !(await attempt(zeroed)))) start += size
    }
  }
  for (let index = 0; index < best.length && left > 0; index++) {
    while ((best[index] ?? 0) > 1 && (await attempt(best.with(index, Math.floor((best[index] ?? 0) / 2)))));
  }
}
