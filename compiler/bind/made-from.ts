import type { Edition, TopItem } from '../../grammar/tree.ts'
import type { BoundDataset, ParsedFile } from './bound.ts'

// What stands in a file without saying anything of a case.
const saysNothing: ReadonlySet<TopItem['kind']> = new Set([
  'policy',
  'use',
  'decision',
  'source',
  'names',
  'edition',
  'example',
])

/**
 * The names of the files that an edition is made from, in order: the vocabularies and modules that are used, the data
 * files of their datasets, and of the policy's own files those that say something for all editions or for one of
 * `layers`, the edition and those that it amends or chooses between. Files of examples, and of other editions, are none.
 */
export function filesMadeFrom(
  own: readonly ParsedFile[],
  used: readonly ParsedFile[],
  datasets: readonly BoundDataset[],
  layers: readonly Edition[],
): readonly string[] {
  const files = [...used, ...own.filter((file) => counts(file, layers))].map(({ name }) => name)
  const data = datasets.filter(({ file }) => files.includes(file)).flatMap(({ rows }) => rows.map(({ file }) => file))
  return [...new Set([...files, ...data])].toSorted()
}

function counts({ tree }: ParsedFile, layers: readonly Edition[]): boolean {
  let layer: Edition | null = null
  for (const item of tree.items) {
    if (item.kind === 'edition') layer = item
    if (layer !== null && !layers.includes(layer)) continue
    if (item === layer || !saysNothing.has(item.kind)) return true
  }
  return false
}
