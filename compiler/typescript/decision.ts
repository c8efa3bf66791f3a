import { parseDate } from '../../runtime/date.ts'
import { isSelectedByMonth } from '../program/build.ts'
import type { Program } from '../program/program.ts'
import { writeChoices } from './choices.ts'
import { escapeText } from './escape.ts'
import { writeCountsInputType, writeCountsOutputType, writeInputType, writeOutputType } from './interfaces.ts'
import { newModule } from './module.ts'
import { freshNames } from './names.ts'
import { decisionName } from '../program/decision-name.ts'

/** The programs of one decision, one per edition; at least one. */
export type Editions = readonly [Program, ...Program[]]

/** The programs of each decision, by what it is called: ningbo.employee.settle. */
export function byDecision(programs: readonly Program[]): ReadonlyMap<string, Editions> {
  const decisions = new Map<string, Editions>()
  for (const program of programs) {
    const name = decisionName(program)
    decisions.set(name, [...(decisions.get(name) ?? []), program] as unknown as Editions)
  }
  return decisions
}

/**
 * A module that settles a case under the edition in force on its date. `moduleOf` is where the module of an edition
 * is imported from. Not laid out.
 */
export function writeDecision(editions: Editions, moduleOf: (program: Program) => string): string {
  const fresh = freshNames(imported)
  const [first] = editions
  const own = newModule(first).names
  const entries = { texts: fresh(own.entry), counts: fresh(own.countsEntry) }
  const inputs = { texts: fresh(own.inputType), counts: fresh(own.countsInputType) }
  const outputs = { texts: fresh(own.outputType), counts: fresh(own.countsOutputType) }
  const [select, receipt] = [fresh('editionFor'), fresh('receipt')]
  const modules = editions.map((program) => {
    const { names } = newModule(program)
    const of = (wish: string): string => fresh(`${wish}.${program.edition.name}`)
    const settle = of(entries.texts)
    return {
      program,
      names,
      row: fresh(`${settle}.edition`),
      settle,
      counts: of(entries.counts),
      output: of(outputs.texts),
      countsOutput: of(outputs.counts),
      provenance: fresh(`${settle}.provenance`),
    }
  })
  const imports = modules.map(({ program, names, settle, counts, output, countsOutput, provenance }, index) => {
    const given = [aliased(names.inputType, inputs.texts), aliased(names.countsInputType, inputs.counts)]
    const results = [aliased(names.outputType, output), aliased(names.countsOutputType, countsOutput)]
    const types = [...(index === 0 ? given : []), ...results].map((type) => `type ${type}`)
    const values = [
      aliased(names.entry, settle),
      aliased(names.countsEntry, counts),
      aliased(names.provenance, provenance),
    ]
    return `import { ${[...values, ...types].join(', ')} } from ${text(moduleOf(program))}\n`
  })
  const rows = modules.map(({ program, row, settle, counts }) => {
    const { name, from, until, selectedBy } = program.edition
    const [begin, end] = [from, until].map((date) => (date === null ? 'null' : text(date)))
    const bounds = `name: ${text(name)}, from: ${begin}, until: ${end}`
    const selected = `selectedBy: ${text(selectedBy)}, byMonth: ${isSelectedByMonth(program)}`
    return `const ${row} = { ${bounds}, ${selected}, settle: ${settle}, counts: ${counts} }\n`
  })
  return `${header(first)}import { type InputForm, type Receipt, counts, isObject, receiptFor, selectEdition, texts } from 'daiyu/runtime'
${imports.join('')}
export { CaseError, describeIssue, type Issue, type Receipt } from 'daiyu/runtime'
export type * from ${text(moduleOf(first))}
export type { ${inputs.texts}, ${inputs.counts} }
export type ${outputs.texts} = ${modules.map(({ output }) => output).join(' | ')}
export type ${outputs.counts} = ${modules.map(({ countsOutput }) => countsOutput).join(' | ')}

${entryDoc}export function ${entries.texts}(input: ${inputs.texts}): ${outputs.texts} {
return ${select}(input, texts).settle(input)
}

${countsDoc}export function ${entries.counts}(input: ${inputs.counts}): ${outputs.counts} {
return ${select}(input, counts).counts(input)
}

${receiptDoc}export function ${receipt}(input: ${inputs.texts}, output: ${outputs.texts}): Receipt {
return receiptFor([${modules.map(({ provenance }) => provenance).join(', ')}], input, output)
}

${rows.join('')}
function ${select}(input: unknown, form: InputForm) {
${quickChoice(modules)}return selectEdition([${modules.map(({ row }) => row).join(', ')}], input, form)
}
`
}

const imported = [
  'CaseError',
  'counts',
  'describeIssue',
  'form',
  'InputForm',
  'isObject',
  'Issue',
  'Receipt',
  'receiptFor',
  'selectEdition',
  'texts',
]

/** Finds the edition by comparing the day, where all are selected by one field and no two of them overlap. */
function quickChoice(modules: readonly { readonly program: Program; readonly row: string }[]): string {
  const [first] = modules
  if (!first) return ''
  const { selectedBy } = first.program.edition
  const isByMonth = isSelectedByMonth(first.program)
  const bounds = modules.map(({ program: { edition }, row }) => ({
    row,
    from: edition.from === null ? null : parseDate(edition.from),
    until: edition.until === null ? null : parseDate(edition.until),
    edition,
  }))
  const isAlike = modules.every(
    ({ program }) => program.edition.selectedBy === selectedBy && isSelectedByMonth(program) === isByMonth,
  )
  const isApart = bounds.every((one) =>
    bounds.every(
      (other) =>
        one === other ||
        (one.until ?? Infinity) < (other.from ?? -Infinity) ||
        (other.until ?? Infinity) < (one.from ?? -Infinity),
    ),
  )
  if (!isAlike || !isApart) return ''
  const keys = selectedBy.split('.').map((key) => `[${text(key)}]`)
  const records = keys.map((_, index) => `isObject(input${keys.slice(0, index).join('')})`)
  const read = `form.${isByMonth ? 'monthStart' : 'day'}(input${keys.join('')})`
  const lines = bounds.map(({ row, from, until, edition }) => {
    const conditions = [
      ...(from === null ? [] : [`day >= ${from} /* ${edition.from} */`]),
      ...(until === null ? [] : [`day <= ${until} /* ${edition.until} */`]),
    ]
    return `if (${conditions.length > 0 ? conditions.join(' && ') : '!Number.isNaN(day)'}) return ${row}\n`
  })
  return `const day = ${records.join(' && ')} ? ${read} : Number.NaN\n${lines.join('')}`
}

function aliased(name: string, as: string): string {
  return name === as ? name : `${name} as ${as}`
}

function text(value: string): string {
  return escapeText(value, 'string')
}

/** The types of the same module, for code that gets it compiled. Not laid out. */
export function declareDecision(editions: Editions, runtime: 'inside' | 'outside'): string {
  const [first] = editions
  const module = newModule(first)
  const { entry, inputType, outputType, countsEntry, countsInputType, countsOutputType } = module.names
  const names = editions.map(({ edition }) => edition.name)
  const records = [
    writeInputType(module),
    writeOutputType(module, names),
    writeCountsInputType(module),
    writeCountsOutputType(module, names),
  ]
  const shared =
    runtime === 'outside'
      ? `import type { Receipt } from 'daiyu/runtime'\nexport { CaseError, describeIssue, type Issue, type Receipt } from 'daiyu/runtime'\n`
      : runtimeTypes
  const settle = `${entryDoc}export declare function ${entry}(input: ${inputType}): ${outputType}\n`
  const counts = `${countsDoc}export declare function ${countsEntry}(input: ${countsInputType}): ${countsOutputType}\n`
  const name = freshNames([entry, countsEntry, inputType, outputType])('receipt')
  const receipt = `${receiptDoc}export declare function ${name}(input: ${inputType}, output: ${outputType}): Receipt\n`
  return [`${header(first)}${shared}`, writeChoices(module), ...records, settle, counts, receipt]
    .filter((part) => part !== '')
    .join('\n')
}

const entryDoc = `/**
 * Settles one case under the edition in force on its date. Throws a CaseError, which says everything that is wrong
 * with a case that cannot be settled.
 */
`

const countsDoc = `/**
 * The same over plain counts, for who holds amounts in fen already. They are checked as texts are. Throws a CaseError,
 * also where an amount of the result is beyond 2^53 fen.
 */
`

const receiptDoc = `/**
 * What was settled and by what: with it a result can be worked out again years later, and compared. The hashes of
 * input and output are over their JSON, whatever the order of keys.
 */
`

const runtimeTypes = `/** What is wrong with a case: a code, the path in the input, the value found there, and facts. */
export interface Issue {
readonly code: string
readonly path: string
readonly value: string | null
readonly facts: Readonly<Record<string, unknown>>
}

/** A case that cannot be settled; the message says all issues in English. */
export declare class CaseError extends Error {
readonly issues: readonly Issue[]
}

/** The compiler, the policy's files (hash), decision, edition and other readings that settled; hashes of what went in and came out. */
export interface Receipt {
readonly decision: string
readonly edition: string
readonly policy: string | null
readonly readings: Readonly<Record<string, string>>
readonly compiler: string
readonly input: string
readonly output: string
}

/** One sentence: the path, what was found there, and what is allowed. */
export declare function describeIssue(issue: Issue, language: 'zh' | 'en'): string
`

function header({ policy, decision }: Program): string {
  const lines = [
    `${policy.label}（${policy.id}）`,
    `${decision.label}（${decision.id}）`,
    'Generated by daiyu from the policy: change that, not this file.',
  ]
  return lines.map((line) => `// ${escapeText(line, 'comment')}\n`).join('')
}
