import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SourceFile } from '../../../compiler/compile.ts'
import { seededRandom } from '../../ningbo/bills.ts'

const inpatient = join(import.meta.dirname, '..', 'inpatient')
const vocabulary = readFileSync(join(inpatient, 'inpatient.vocabulary.policy'), 'utf8')
const policy = readFileSync(join(inpatient, 'inpatient.policy'), 'utf8')

/**
 * The inpatient policies of so many made-up cities: the articles of one, each with deductibles, edges, rates and
 * points of its own. All use one vocabulary. The first are the same however many there are.
 */
export function cities(count: number): readonly SourceFile[] {
  const random = seededRandom(1000)
  const draw = (least: number, most: number): number => least + Math.floor(random() * (most - least + 1))
  const policies = Array.from({ length: count }, (_, index) => ({
    name: `city${index + 1}.policy`,
    text: cityPolicy(index + 1, draw),
  }))
  return [{ name: 'inpatient.vocabulary.policy', text: vocabulary }, ...policies]
}

function cityPolicy(number: number, draw: (least: number, most: number) => number): string {
  const edges: Readonly<Record<string, string>> = { 3.5: `${draw(20, 45) / 10}`, 7: `${draw(50, 90) / 10}` }
  const perCell: readonly (readonly [pattern: RegExp, cell: () => string])[] = [
    [/\d+元 \|/gu, () => `${draw(2, 15) * 100}元 |`],
    [/(?<= )\d+个百分点/gu, () => `${draw(0, 25)}个百分点`],
    [/(?<=\| +)\d+%/gu, () => `${draw(1, 20)}%`],
  ]
  const ofCity = policy
    .replace('政策 inpatient「住院结算」', `政策 city${number}「第${number}市住院结算」`)
    .replace(/(?<![\d.])(3\.5|7)(?=万元)/gu, (edge) => edges[edge]!)
  return perCell.reduce((text, [pattern, cell]) => text.replace(pattern, cell), ofCity)
}
