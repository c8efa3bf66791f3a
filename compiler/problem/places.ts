import type { SourceFile } from '../compile.ts'
import type { Place } from '../program/program.ts'
import { positionOf } from './position.ts'
import { textsOf } from '../files/texts.ts'

/** What stands at places of the files of a group. */
export interface Places {
  /** File and line. */
  readonly lineOf: (place: Place) => string
  /** What is written there, on one line. */
  readonly textAt: (place: Place) => string
}

export function placesIn(group: readonly SourceFile[]): Places {
  const texts = textsOf(group)
  const textOf = ({ file }: Place): string => texts.get(file) ?? ''
  return {
    lineOf: (place) => `${place.file}:${positionOf(textOf(place), place).line}`,
    textAt: (place) => textOf(place).slice(place.start, place.end).replaceAll(/\s+/gu, ' '),
  }
}
