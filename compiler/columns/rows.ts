import { FIRST_DAY, LAST_DAY, parseDate } from '../../runtime/date.ts'
import { MILLIONTHS } from '../../runtime/rate-input.ts'
import { MOST_MONTHS } from '../../runtime/reader.ts'
import { givenName } from '../../runtime/columns/buffers.ts'
import type { Column } from '../../runtime/columns/columns.ts'
import { columnOf, pairVariable } from './field.ts'
import { endsOf } from './fold.ts'
import type { Here, Writing } from './writing.ts'

/** How much of a case is taken over columns. */
export interface Most {
  readonly money: number
  readonly number: number
  readonly elements: number
}

/**
 * The beginning of a row: its cells under the names of their fields, and whether all of them are what columns of this
 * edition can hold. What exactly is wrong with a row that is none is found elsewhere.
 */
export function readRow(here: Here, most: Most): string {
  const { writing } = here
  const { layout, names, program } = writing
  const lines: string[] = []
  const conditions: string[] = []
  for (const { name, keys } of layout.pairs) {
    const variable = pairVariable(keys[1], writing)
    lines.push(`const ${variable} = ${columnOf(name, writing)}[row]!\n`)
    conditions.push(`${variable} <= 1`)
  }
  for (const column of layout.input) {
    const variable = names.field(null, column.name)
    const raw = cellOf(column, '', 'row', writing)
    const given = column.optional ? columnOf(givenName(column.name), writing) : null
    const value = column.holds.kind === 'text' ? `${columnOf(`${column.name}.texts`, writing)}[${raw}]!` : raw
    lines.push(`const ${variable} = ${given === null ? value : `${given}[row] === 1 ? ${value} : NaN`}\n`)
    const sound = isEdition(column, program)
      ? 'true'
      : isSound(column, column.holds.kind === 'text' ? raw : variable, '', most, here)
    const present = given === null ? sound : `(${given}[row] === 1 ? ${sound} : ${given}[row] === 0)`
    const isElsewhere = column.under
      ? `${pairVariable(keyOfPair(column.under.pair, writing), writing)} !== ${column.under.which}`
      : null
    if (present !== 'true') conditions.push(isElsewhere === null ? present : `(${isElsewhere} || ${present})`)
  }
  conditions.push(...editionConditions(program, names.field(null, program.edition.selectedBy)))
  const loops = layout.lists.map((list) => {
    const { start, end } = endsOf(list.path, here)
    const offsets = columnOf(list.path, writing)
    const isGiven = list.under
      ? `${pairVariable(keyOfPair(list.under.pair, writing), writing)} === ${list.under.which} ? `
      : ''
    lines.push(`const ${start} = ${offsets}[row]!\n`)
    lines.push(`const ${end} = ${isGiven}${offsets}[row + 1]!${isGiven === '' ? '' : ` : ${start}`}\n`)
    const cells = list.columns.map(({ name }) => `${end} <= ${columnOf(`${list.path}.${name}`, writing)}.length`)
    const within = [`${start} >= 0`, `${start} <= ${end}`, `${end} - ${start} <= ${most.elements}`, ...cells].join(
      ' && ',
    )
    const isElsewhere = isGiven === '' ? '' : `${start} === ${end} || `
    conditions.push(isElsewhere === '' ? within : `(${isElsewhere}(${within}))`)
    return elementLoop(list.path, list.columns, most, here)
  })
  const sound = conditions.length === 0 ? 'true' : conditions.join(' && ')
  const checks = loops.filter((loop) => loop !== '')
  const refuse = `{\n${writing.use('withhold')}(rules, output, row, ${writing.use('statusOfRow')}(rules, input, row))\ncontinue\n}\n`
  if (checks.length === 0) return `${lines.join('')}if (!(${sound})) ${refuse}`
  return `${lines.join('')}let isSound = ${sound}\n${checks.join('')}if (!isSound) ${refuse}`
}

function elementLoop(list: string, columns: readonly Column[], most: Most, here: Here): string {
  const { writing } = here
  const { start, end } = endsOf(list, here)
  const element = writing.names.fresh('element')
  const conditions = columns.flatMap((column) => {
    const raw = cellOf(column, `${list}.`, element, writing)
    const sound = isSound(column, raw, `${list}.`, most, here)
    if (!column.optional) return sound === 'true' ? [] : [sound]
    const given = `${columnOf(givenName(`${list}.${column.name}`), writing)}[${element}]`
    return [`(${given} === 1 ? ${sound} : ${given} === 0)`]
  })
  if (conditions.length === 0) return ''
  const head = `for (let ${element} = ${start}; isSound && ${element} < ${end}; ${element}++)`
  return `${head} {\nisSound = ${conditions.join(' && ')}\n}\n`
}

function cellOf({ name }: Column, before: string, place: string, writing: Writing): string {
  return `${columnOf(before + name, writing)}[${place}]!`
}

/** Is a cell of the input what the column holds, and no larger than what is proved? Any NaN fails. */
function isSound({ name, holds }: Column, cell: string, before: string, most: Most, { writing }: Here): string {
  const integer = `Math.floor(${cell}) === ${cell}`
  switch (holds.kind) {
    case 'number':
      switch (holds.of) {
        case 'money':
          return `${cell} >= 0 && ${cell} <= ${most.money} && ${integer}`
        case 'rate':
          return `${cell} >= 0 && ${cell} <= ${MILLIONTHS} && ${integer}`
        case 'months':
          return `${cell} >= 0 && ${cell} <= ${MOST_MONTHS} && ${integer}`
        case 'number':
        case 'points':
        case 'days':
        case 'age':
          return `${cell} >= -${most.number} && ${cell} <= ${most.number} && ${integer}`
      }
    case 'date': {
      const within = `${cell} >= ${FIRST_DAY} && ${cell} <= ${LAST_DAY}`
      return holds.byMonth ? `${within} && ${writing.use('boundary')}(${cell}, 'first', 'month') === ${cell}` : within
    }
    case 'boolean':
      return `${cell} <= 1`
    case 'region':
      return `${writing.use('isRegionNumber')}(${cell})`
    case 'choice':
      return `${cell} < ${holds.members.length}`
    case 'text':
    case 'texts': {
      const texts = columnOf(`${before}${name}.texts`, writing)
      return `${writing.use('isText')}(${texts}[${cell}])`
    }
  }
}

function editionConditions({ edition }: Writing['program'], variable: string): readonly string[] {
  const bound = (sign: string, date: string | null): readonly string[] =>
    date === null ? [] : [`${variable} ${sign} ${parseDate(date)}`]
  const bounds = [...bound('>=', edition.from), ...bound('<=', edition.until)]
  // An absent date lies in no edition.
  return bounds.length > 0 ? bounds : [`${variable} === ${variable}`]
}

/** Is it the date that selects the edition, whose days are asked about anyway? */
function isEdition({ name, holds, optional }: Column, { edition }: Writing['program']): boolean {
  const isBounded = edition.from !== null && edition.until !== null
  return name === edition.selectedBy && !optional && holds.kind === 'date' && !holds.byMonth && isBounded
}

function keyOfPair(pair: string, { layout }: Writing): string {
  return layout.pairs.find(({ name }) => name === pair)?.keys[1] ?? ''
}
