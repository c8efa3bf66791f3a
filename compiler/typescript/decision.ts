import { isSelectedByMonth } from '../program/build.ts'
import type { Program } from '../program/program.ts'
import { writeChoices } from './choices.ts'
import { escapeText } from './escape.ts'
import { writeInputType, writeOutputType } from './interfaces.ts'
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
  const fresh = freshNames(['CaseError', 'describeIssue', 'Issue', 'Receipt', 'receiptFor', 'selectEdition'])
  const [first] = editions
  const { entry, inputType, outputType } = newModule(first).names
  const [settle, input, output] = [fresh(entry), fresh(inputType), fresh(outputType)]
  const [all, receipt] = [fresh('editions'), fresh('receipt')]
  const modules = editions.map((program) => {
    const { names } = newModule(program)
    const [name, result] = [fresh(`${settle}.${program.edition.name}`), fresh(`${output}.${program.edition.name}`)]
    return { program, names, name, result, provenance: fresh(`${name}.provenance`) }
  })
  const imports = modules.map(({ program, names, name, result, provenance }, index) => {
    const given = names.inputType === input ? `type ${input}` : `type ${names.inputType} as ${input}`
    const types = [...(index === 0 ? [given] : []), `type ${names.outputType} as ${result}`]
    const values = `${names.entry} as ${name}, ${names.provenance} as ${provenance}`
    return `import { ${values}, ${types.join(', ')} } from ${escapeText(moduleOf(program), 'string')}\n`
  })
  const rows = modules.map(({ program, name }) => {
    const { edition } = program
    const [from, until] = [edition.from, edition.until].map((date) =>
      date === null ? 'null' : escapeText(date, 'string'),
    )
    const [label, path] = [edition.name, edition.selectedBy].map((text) => escapeText(text, 'string'))
    return `{ name: ${label}, from: ${from}, until: ${until}, selectedBy: ${path}, byMonth: ${isSelectedByMonth(program)}, settle: ${name} },\n`
  })
  return `${header(first)}import { receiptFor, selectEdition, type Receipt } from 'daiyu/runtime'
${imports.join('')}
export { CaseError, describeIssue, type Issue, type Receipt } from 'daiyu/runtime'
export type * from ${escapeText(moduleOf(first), 'string')}
export type { ${input} }
export type ${output} = ${modules.map(({ result }) => result).join(' | ')}

const ${all} = [\n${rows.join('')}]

${entryDoc}export function ${settle}(input: ${input}): ${output} {
return selectEdition(${all}, input).settle(input)
}

${receiptDoc}export function ${receipt}(input: ${input}, output: ${output}): Receipt {
return receiptFor([${modules.map(({ provenance }) => provenance).join(', ')}], input, output)
}
`
}

/** The types of the same module, for code that gets it compiled. Not laid out. */
export function declareDecision(editions: Editions, runtime: 'inside' | 'outside'): string {
  const [first] = editions
  const module = newModule(first)
  const { entry, inputType, outputType } = module.names
  const names = editions.map(({ edition }) => edition.name)
  const records = [writeInputType(module), writeOutputType(module, names)]
  const shared =
    runtime === 'outside'
      ? `import type { Receipt } from 'daiyu/runtime'\nexport { CaseError, describeIssue, type Issue, type Receipt } from 'daiyu/runtime'\n`
      : runtimeTypes
  const settle = `${entryDoc}export declare function ${entry}(input: ${inputType}): ${outputType}\n`
  const name = freshNames([entry, inputType, outputType])('receipt')
  const receipt = `${receiptDoc}export declare function ${name}(input: ${inputType}, output: ${outputType}): Receipt\n`
  return [`${header(first)}${shared}`, writeChoices(module), ...records, settle, receipt]
    .filter((part) => part !== '')
    .join('\n')
}

const entryDoc = `/**
 * Settles one case under the edition in force on its date. Throws a CaseError, which says everything that is wrong
 * with a case that cannot be settled.
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
