import { outputBuffers, statusName } from '../../runtime/columns/buffers.ts'
import { parseDate } from '../../runtime/date.ts'
import { analyse, analyseWithin, type Arithmetic } from '../arithmetic/analyse.ts'
import { limitsOf } from '../arithmetic/limits.ts'
import type { Program } from '../program/program.ts'
import { escapeText, propertyKey } from '../typescript/escape.ts'
import { variablesIn } from '../typescript/code.ts'
import { newModule } from '../typescript/module.ts'
import { nameProgram } from '../typescript/names.ts'
import { textOfBlock, withoutUnused } from './block.ts'
import { namedColumns } from './field.ts'
import { writeColumnTypes } from './interfaces.ts'
import { layoutOf } from './layout.ts'
import { writeCondition } from './condition.ts'
import { writeNumber } from './number.ts'
import { writePlain } from './plain.ts'
import { writeOutputs } from './outputs.ts'
import { newRefusals } from './refusals.ts'
import { readRow, type Most } from './rows.ts'
import { writeSteps } from './steps.ts'
import type { Writing } from './writing.ts'

/** A decision over columns, as TypeScript that is not laid out yet. */
export interface ColumnsModule {
  readonly code: string
  /** What the function is called that settles rows. */
  readonly entry: string
  /** Why no row is settled over columns, and each has to be taken exactly; empty where they are. */
  readonly reasons: readonly string[]
}

const fixed = ['input', 'output', 'row', 'from', 'to', 'refusal', 'isSound', 'layout', 'rules', 'refusals', 'issues']
const runtimeNames = [
  'addDays', 'addMonths', 'areaNumber', 'boundary', 'checkColumns', 'fractionText',
  'halfEven', 'isRegionNumber', 'isText', 'Issue',
  'Layout', 'liesInArea', 'listAll', 'monthNumber', 'placeOfText', 'Refusal', 'RowRules', 'rowFinder', 'settleRow',
  'sixDigits', 'statusOfRow', 'widenNumber', 'withhold', 'yearsBetween',
] // prettier-ignore
const types = new Set(['Issue', 'Layout', 'Refusal', 'RowRules'])

/**
 * A program over columns: a module that settles rows from one place to another in a loop without allocation, and says
 * of each row that it is settled, to be taken exactly, or why it is refused. `settleModule` is where the module that
 * settles one case under the same edition is imported from.
 */
export function toColumns(program: Program, settleModule: string): ColumnsModule {
  const ordinary = writeColumns(program, settleModule, analyse(program))
  if (ordinary.reasons.length === 0) return ordinary
  for (const power of smallerPowers) {
    const smaller = writeColumns(program, settleModule, analyseWithin(program, limitsOf(power, 1000)))
    if (smaller.reasons.length === 0) return smaller
  }
  return ordinary
}

// Where ordinary amounts, of ten million yuan, are too large for plain numbers: a million, or a hundred thousand.
const smallerPowers = [6, 5]

function writeColumns(program: Program, settleModule: string, arithmetic: Arithmetic): ColumnsModule {
  const reasons = new Set<string>()
  const used = new Set<string>()
  const names = nameProgram(program, [...runtimeNames, ...fixed])
  const layout = layoutOf(program)
  const writing: Writing = {
    program,
    arithmetic,
    layout,
    names,
    definitions: new Map(program.definitions.map((definition) => [definition.id, definition])),
    values: new Map(),
    elementValues: new Map(),
    above: [],
    refusals: newRefusals(layout, program.edition.selectedBy),
    use: (name) => {
      used.add(name)
      return name
    },
    giveUp: (why) => reasons.add(why),
    write: { number: writeNumber, condition: writeCondition, plain: writePlain },
    shared: new Map(),
  }
  const typeNames = {
    input: names.fresh(`${names.inputType}Columns`),
    output: names.fresh(`${names.outputType}Columns`),
  }
  const entry = names.fresh(`${names.entry}Columns`)
  const exact = names.fresh(`${names.entry}RowExactly`)
  const loop = writeLoop(writing, mostOf(writing))
  const isGivenUp = reasons.size > 0
  if (isGivenUp) writing.above.length = 0
  for (const name of ['checkColumns', 'settleRow', 'Issue', 'Layout', 'Refusal', 'RowRules']) used.add(name)
  const body = isGivenUp ? everyRowExactly(reasons) : loop
  const settle = `/**
 * Settles the rows from \`from\` up to, but not including, \`to\`, each by itself. The status says of a row that it is
 * settled (0), that it has to be taken by ${exact} (1), or why it is refused (refusals[status - 2]); the cells of a row that is
 * not settled are 0. Throws RangeError where columns are missing or too short.
 */
export function ${entry}(input: ${typeNames.input}, output: ${typeNames.output}, from: number, to: number): void {
checkColumns(rules, input, output, from, to)
${body}}
`
  const exactly = `/** Settles one row whatever its amounts are, and gives back all that is wrong with it, if anything. */
export function ${exact}(input: ${typeNames.input}, output: ${typeNames.output}, row: number): readonly Issue[] {
return settleRow(rules, refusals, ${names.entry}, input, output, row)
}
`
  const above = reachable(writing.above, body)
  const text = [settle, exactly, ...above].join('\n')
  const words = variablesIn(text)
  const imported = [...used].filter((name) => types.has(name) || words.has(name)).toSorted()
  const imports = imported.map((name) => (types.has(name) ? `type ${name}` : name)).join(', ')
  // Another module has other names that are taken.
  const other = newModule(program).names.entry
  const code = [
    header(program),
    `import { ${imports} } from 'daiyu/runtime'\nimport { ${other === names.entry ? other : `${other} as ${names.entry}`} } from ${escapeText(settleModule, 'string')}\n`,
    writeColumnTypes(writing, typeNames),
    `/** What the columns hold. */\nexport const layout: Layout = ${data(layout)}\n`,
    `/** Why rows are refused: status - 2 is the place here. */\nexport const refusals: readonly Refusal[] = ${data(writing.refusals.all)}\n`,
    rulesOf(writing),
    settle,
    exactly,
    ...above,
  ].join('\n')
  return { code, entry, reasons: [...reasons] }
}

/** Whole numbers of the input, as its cells count them. */
function mostOf({ arithmetic }: Writing): Most {
  const number = arithmetic.limits.number * 1_000_000n
  const exact = BigInt(Number.MAX_SAFE_INTEGER)
  return {
    money: Number(arithmetic.amountLimit),
    number: Number(number < exact ? number : exact),
    elements: arithmetic.longestList,
  }
}

function writeLoop(writing: Writing, most: Most): string {
  const here = writeSteps(writing)
  const before = here.block.length
  const cells = writeOutputs(here)
  const outputs = new Map<string, string>()
  const writes = cells.map(({ column, code }) => {
    const variable = writing.names.fresh(`${column}.out`)
    outputs.set(column, variable)
    return `${variable}[row] = ${code}\n`
  })
  const status = writing.names.fresh('status')
  writing.use('withhold')
  const start = readRow(here, most)
  const refused = `if (refusal !== 0) {\nwithhold(rules, output, row, refusal)\ncontinue\n}\n`
  const used = new Set(variablesIn(writes.join('')))
  const steps = withoutUnused(here.block, used)
  const stepText = textOfBlock(steps)
  const isRefusable = before >= 0 && stepText.includes('refusal ||=')
  const body = [
    isRefusable ? 'let refusal = 0\n' : '',
    stepText,
    isRefusable ? refused : '',
    ...writes,
    `${status}[row] = 0\n`,
  ].join('')
  const head = withoutUnusedConstants(start, body)
  const columns = namedColumns(writing)
    .filter(({ variable }) => variablesIn(head + body).has(variable))
    .map(({ name, variable }) => `const ${variable} = input${access(name)}\n`)
  const arrays = [...outputs, [statusName, status] as const].map(
    ([name, variable]) => `const ${variable} = output${access(name)}\n`,
  )
  return `${columns.join('')}${arrays.join('')}for (let row = from; row < to; row++) {\n${head}${body}}\n`
}

function withoutUnusedConstants(head: string, body: string): string {
  const lines = head.split(/(?<=\n)/)
  return lines
    .filter((line, index) => {
      const declared = /^const ([\p{L}\p{N}_$]+) = /u.exec(line)?.[1]
      if (declared === undefined) return true
      return variablesIn(lines.filter((_, place) => place !== index).join('') + body).has(declared)
    })
    .join('')
}

/** The constants that the loop uses, and those that these use. */
function reachable(above: readonly string[], body: string): readonly string[] {
  const used = new Set(variablesIn(body))
  return above.filter((text) => {
    const name = /^const ([\p{L}\p{N}_$]+)/u.exec(text)?.[1]
    return name === undefined || used.has(name)
  })
}

function access(name: string): string {
  const key = propertyKey(name)
  return key === name ? `.${name}` : `[${key}]`
}

function everyRowExactly(reasons: ReadonlySet<string>): string {
  const why = [...reasons].map((reason) => `// ${escapeText(reason, 'comment')}\n`).join('')
  return `// Every row has to be taken exactly:\n${why}output[${escapeText(statusName, 'string')}].fill(1, from, to)\n`
}

function rulesOf({ program, arithmetic, layout }: Writing): string {
  const { from, until, selectedBy } = program.edition
  const day = (date: string | null): string => (date === null ? 'null' : `${parseDate(date)}`)
  const most = mostOf({ arithmetic } as Writing)
  return `const rules: RowRules = {
layout,
most: { money: ${most.money}, number: ${most.number}, elements: ${most.elements} },
edition: { column: ${escapeText(selectedBy, 'string')}, from: ${day(from)}, until: ${day(until)} },
}
${outputBuffers(layout).length > 0 ? '' : ''}`
}

function data(value: unknown): string {
  return JSON.stringify(value, null, 1).replace(/"((?:[^"\\]|\\.)*)"/g, (text) =>
    escapeText(JSON.parse(text) as string, 'string'),
  )
}

function header({ policy, decision, edition }: Program): string {
  const until = `${edition.from ?? '…'} – ${edition.until ?? '…'}`
  const lines = [
    `${policy.label}（${policy.id}）`,
    `${decision.label}（${decision.id}） · ${edition.name}: ${until} · columns`,
    'Generated by daiyu from the policy: change that, not this file.',
  ]
  return lines.map((line) => `// ${escapeText(line, 'comment')}\n`).join('')
}
