import { basename } from 'node:path'
import { format } from '../../grammar/format.ts'
import type { Region } from '../diff/exact/comparison.ts'
import type { BoundPolicy } from '../bind/bound.ts'
import { witnessExamples } from '../diff/witness-examples.ts'
import type { Call } from './command.ts'
import { declaredDecisions } from '../files/head.ts'
import type { Version } from './population/compare.ts'

type Side = Version & { readonly compared: { readonly policy: BoundPolicy } }

/** A file of examples of the second side's policy; of the first side too, where that is the same. */
export function examplesFile(
  regions: readonly Pick<Region, 'witness'>[],
  sides: readonly [Side, Side],
  { language, words }: Call,
): string {
  const [, last] = sides
  const { policy } = last.compared
  const nameOf = ({ compared }: Side): string => `${compared.policy.id}.${compared.policy.decision.id}`
  // What another reading settles is not what comes out of the files as they stand.
  const isPlain = ({ program }: Side): boolean => program.readings.every(({ chosen }) => chosen === null)
  const own = sides.filter((side) => nameOf(side) === nameOf(last) && isPlain(side))
  const versions = own.map(({ program, compared }) => ({ program, policy: compared.policy }))
  const [before, after] = sides.map(({ program }) => program.edition.name)
  const examples = witnessExamples(regions, versions, (number, edition) =>
    words.exampleTitle(before!, after!, number, edition),
  )
  const vocabularies = last.group.filter(({ text }) =>
    declaredDecisions(text).some(({ id }) => id === policy.decision.id),
  )
  const head = [
    `政策 ${policy.id}「${policy.label}」`,
    ...vocabularies.map(({ name }) => `引用「${basename(name).replace(/\.policy$/, '')}」`),
    `事项 ${policy.decision.label}`,
  ]
  const text = [head.join('\n'), ...examples].join('\n\n')
  return format(text, 'examples.policy', { language }).text ?? `${text}\n`
}
