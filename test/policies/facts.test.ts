/** Every sentence of the five documents has its place: a rule that carries it, or the reason why it is none. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { daiyu } from '../cli/daiyu.ts'
import { folderWith } from '../cli/folder-with.ts'

/** The sentences by number: of Ningbo's questions and answers, the newspaper, Zhejiang, the nation, Nantong. */
const numbers: Readonly<Record<string, string>> = {
  N: '001-067 070-075 077-095 100-111 120-124 130-135 140-144 150-155 158-171 171b 172-196 005b 024b 036b 074b 077b 083b 142b 175b 190b 191b',
  P: '001-014',
  Z: '001-029',
  R: '001-010',
  T: '001-035',
}

function idsOf([document, written]: readonly [string, string]): readonly string[] {
  return written.split(' ').flatMap((part) => {
    const [from = '', to] = part.split('-')
    if (to === undefined) return `${document}${from}`
    const count = Number(to) - Number(from) + 1
    return Array.from({ length: count }, (_, index) => `${document}${String(Number(from) + index).padStart(3, '0')}`)
  })
}

it('none of the 264 is missing', () => {
  const ids = Object.entries(numbers).flatMap(idsOf)
  expect(ids).toHaveLength(264)
  const file = join(folderWith(), 'facts.json')
  writeFileSync(file, JSON.stringify(ids.map((id) => ({ id }))))
  const { status, out } = daiyu(['check', '--coverage', file, '--format', 'json'])
  const { facts } = JSON.parse(out) as { facts: { id: string; status: string }[] }
  expect(facts.filter((fact) => fact.status === 'missing').map(({ id }) => id)).toEqual([])
  expect(status).toBe(0)
})
