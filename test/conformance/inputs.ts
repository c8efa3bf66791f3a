/** Fields by their identifiers, dots and all. */
export type Fields = Readonly<Record<string, unknown>>

/** The day that the inputs below are settled on, unless they say another. */
const settledOn = '2024-06-15'

/** An input of these fields: `{ 'visit.tier': 'primary' }` is `{ visit: { tier: 'primary' } }`. */
export function input(fields: Fields): object {
  const made = {}
  for (const [id, value] of Object.entries({ settledOn, ...fields })) put(made, id.split('.'), value)
  return made
}

/** Every combination of these values, the last field changing first. */
export function grid(values: Readonly<Record<string, readonly unknown[]>>, others: Fields = {}): object[] {
  return Object.entries(values)
    .reduce<Fields[]>(
      (made, [id, each]) => made.flatMap((fields) => each.map((value) => ({ ...fields, [id]: value }))),
      [others],
    )
    .map(input)
}

/** An amount in yuan, the fen before it and the fen after it. */
export function around(...yuan: readonly number[]): string[] {
  return yuan.flatMap((each) =>
    [-1, 0, 1].map((step) => Math.round(each * 100) + step).flatMap((fen) => (fen < 0 ? [] : [amount(fen)])),
  )
}

const amount = (fen: number): string => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`

/** A day, the day before it and the day after it. */
export function aroundDay(...days: readonly string[]): string[] {
  return days.flatMap((day) =>
    [-1, 0, 1].map((step) => new Date(Date.parse(day) + step * 86_400_000).toISOString().slice(0, 10)),
  )
}

function put(record: object, [key = '', ...rest]: readonly string[], value: unknown): void {
  const open = record as Record<string, unknown>
  if (rest.length === 0) open[key] = value
  else put((open[key] ??= {}) as object, rest, value)
}
