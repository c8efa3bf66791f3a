import fc from 'fast-check'

/** One thing that a condition can ask about, in the vocabulary of the pages. Places are codes, amounts are fen. */
export interface Case {
  readonly 人员类别: string
  readonly 等级: string
  readonly 加急: boolean
  readonly 费用: number
  readonly 周岁: number
  readonly 地点: string
}
export type Subject = keyof Case

const cuts = [100, 200, 300]
const ages = [20, 45, 60]
const areas = { 东市: '1101', 西省: '61', '所在省（东市）': '11' } as const

/** For each thing, one value of every kind that makes a difference. */
const values = {
  人员类别: ['在职', '退休'],
  等级: ['高等', '中等', '低等'],
  加急: [true, false],
  费用: [0, ...cuts.flatMap((cut) => [cut * 100 - 1, cut * 100, cut * 100 + 1])],
  周岁: [0, ...ages.flatMap((age) => [age - 1, age, age + 1])],
  地点: ['110101', '119900', '610000', '320500'],
} satisfies { readonly [Key in Subject]: readonly Case[Key][] }

export const subjects = Object.keys(values) as Subject[]

/** Every case in which the things take these values, the others all theirs. */
export function casesOf(asked: readonly Subject[], fixed: Partial<Case> = {}): readonly Partial<Case>[] {
  return asked.reduce<Partial<Case>[]>(
    (known, subject) =>
      known.flatMap((each) => {
        const given = fixed[subject]
        return (given === undefined ? values[subject] : [given]).map((value) => ({ ...each, [subject]: value }))
      }),
    [{}],
  )
}

/** A piece of a condition as it is written, and what it says of a case. */
export interface Piece {
  readonly text: string
  readonly holds: (value: never) => boolean
}

const listOf = <T>(all: readonly T[]) => fc.subarray([...all], { minLength: 1, maxLength: all.length })
const piece = <T>(text: string, holds: (value: T) => boolean): Piece => ({ text, holds })

const ordered = (limits: readonly number[], unit: string, scale: number): fc.Arbitrary<Piece> => {
  const limit = fc.constantFrom(...limits)
  return fc.oneof(
    limit.map((cut) => piece<number>(`不满 ${cut}${unit}`, (value) => value < cut * scale)),
    limit.map((cut) => piece<number>(`不低于 ${cut}${unit}`, (value) => value >= cut * scale)),
    limit.map((cut) => piece<number>(`超过 ${cut}${unit}`, (value) => value > cut * scale)),
    limit.map((cut) => piece<number>(`不超过 ${cut}${unit}`, (value) => value <= cut * scale)),
  )
}

/** What a cell of a table, or what follows a thing in a condition, may say of it: `高等、中等`, `不满 100元`. */
export const pieces: { readonly [Key in Subject]: fc.Arbitrary<Piece> } = {
  人员类别: listOf(values.人员类别).map((all) => piece<string>(all.join('、'), (value) => all.includes(value))),
  等级: listOf(values.等级).map((all) => piece<string>(all.join('、'), (value) => all.includes(value))),
  加急: fc.boolean().map((is) => piece<boolean>(is ? '是' : '否', (value) => value === is)),
  费用: ordered(cuts, '元', 100),
  周岁: ordered(ages, '周岁', 1),
  地点: listOf(Object.keys(areas) as (keyof typeof areas)[]).map((all) =>
    piece<string>(all.join('、'), (value) => all.some((area) => value.startsWith(areas[area]))),
  ),
}

/** A witness of a problem, `等级 = 高等` and so on, as the case it speaks of. */
export function readWitness(witness: readonly string[]): Partial<Case> {
  return Object.assign({}, ...witness.map(readFact)) as Partial<Case>
}

function readFact(fact: string): Partial<Case> {
  const [subject = '', relation = '', value = ''] = fact.split(' ')
  if (relation === '不属于') return { 地点: '320500' }
  if (relation !== '=') throw new Error(`a witness has to say what each thing is: ${fact}`)
  switch (subject) {
    case '人员类别':
      return { 人员类别: value }
    case '等级':
      return { 等级: value }
    case '加急':
      return { 加急: value === '是' }
    case '费用':
      return { 费用: Math.round(Number(value.replace('元', '')) * 100) }
    case '周岁':
      return { 周岁: Number(value.replace('周岁', '')) }
    case '地点':
      return { 地点: { 东市: '110101', 西省: '610000', '110000': '119900' }[value] ?? 'unknown' }
    default:
      throw new Error(`unknown in a witness: ${fact}`)
  }
}
