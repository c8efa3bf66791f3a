import type { BoundPolicy } from '../bind/bound.ts'
import type { Readings } from '../compile.ts'
import { UsageError, type Call, type Option } from './command.ts'

export const readingOption: Option = {
  name: 'reading',
  value: 'NAME=OTHER',
  isRepeatable: true,
  says: {
    zh: '改用另一种解读，如 C06=excluded；几种用逗号隔开',
    en: 'settle by another reading, such as C06=excluded; several joined by commas',
  },
}

/** What `--reading` asks for. Throws a UsageError where it is not written as a name and another reading. */
export function readingsOf({ values }: Pick<Call, 'values'>): Readings {
  const written = values.get(readingOption.name)
  const readings = new Map<string, string>()
  for (const each of written === undefined ? [] : written.split(/[,，]/u)) {
    const [, name = '', other = ''] = /^\s*([^=]+?)\s*=\s*([^=]+?)\s*$/u.exec(each) ?? []
    if (name === '') throw new UsageError((say) => say.notAReading(each.trim()))
    if (readings.has(name)) throw new UsageError((say) => say.readingTwice(name))
    readings.set(name.normalize('NFC'), other.normalize('NFC'))
  }
  return Object.fromEntries(readings)
}

/** The readings of `--reading`, as they are written, and those written behind an edition: `@2023+C06=excluded`. */
export function readingsWith(chosen: readonly string[], { values }: Pick<Call, 'values'>): readonly string[] {
  const own = values.get(readingOption.name)
  return own === undefined ? chosen : [own, ...chosen]
}

/** A call that asks for these readings. */
export function withReadings(readings: readonly string[], call: Call): Call {
  const values = new Map(call.values)
  if (readings.length > 0) values.set(readingOption.name, readings.join(','))
  return { ...call, values }
}

/** Throws a UsageError, with what there is, for a reading or another reading that none of the policies declares. */
export function checkReadings(readings: Readings, policies: readonly BoundPolicy[]): void {
  const declared = policies.flatMap((policy) => policy.readings)
  const known = declared.flatMap(({ name, alternatives }) => alternatives.map((each) => `${name}=${each.name}`))
  const all = [...new Set(known)].toSorted()
  for (const [name, other] of Object.entries(readings)) {
    if (all.includes(`${name}=${other}`)) continue
    const isDeclared = declared.some((each) => each.name === name)
    throw new UsageError((say) => {
      const missing = isDeclared ? say.noOtherReading(name, other) : say.noReading(name)
      return `${missing}${all.length > 0 ? say.thereAre(all) : say.noOtherReadings}`
    })
  }
}
