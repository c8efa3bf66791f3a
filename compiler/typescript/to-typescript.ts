import type { Program } from '../program/program.ts'
import { writeChoices } from './choices.ts'
import { render, textOf, variablesIn, type Code, type Rendered } from './code.ts'
import { docComment } from './comment.ts'
import { writeDoor } from './door.ts'
import { escapeText } from './escape.ts'
import {
  countsOutput,
  writeCountsInputType,
  writeCountsOutputType,
  writeInputType,
  writeOutputType,
} from './interfaces.ts'
import { writeInvariants } from './invariants.ts'
import { writeGuard } from './large.ts'
import { writeDatasets } from './lookup.ts'
import { forLarge, newModule, type Module } from './module.ts'
import { amountsOf, writeOutput, writeWriter } from './output.ts'
import { writeProvenance } from './provenance.ts'
import { writeSequence } from './sequence.ts'
import { sourceMapOf } from './source-map.ts'
import { writeSteps } from './steps.ts'

/**
 * A program as one TypeScript module: types of the input and the output, the function that settles a case, one
 * function for each definition. `sources` are the texts of the policy files by name; `map` is a source map (version 3,
 * JSON) that leads back to them. The code is not laid out yet: see emitTypeScript.
 */
export function toTypeScript(program: Program, sources: ReadonlyMap<string, string>): { code: string; map: string } {
  const rendered = writeModule(program, sources)
  return { code: rendered.text, map: sourceMapOf(rendered, sources) }
}

/** The text of the module, and where its parts come from. */
export function writeModule(program: Program, sources: ReadonlyMap<string, string>): Rendered {
  const module = newModule(program)
  const { names } = module
  const door = writeDoor(module)
  const given = { name: names.fresh('given'), type: door.type }
  const doc = 'Everything that the policy defines, in its order.'
  const compute = writeCompute({ name: names.fresh('compute'), doc }, given, module)
  // What there is to be done otherwise of numbers that may be too large for plain ones.
  const large = forLarge(module)
  const exact = writeCompute({ name: names.fresh('computeExactly'), doc: 'The same of large numbers.' }, given, large)
  const guard = exact.isSame ? null : writeGuard(module, given.name, given.type)
  const writer = writeWriter(module)
  const call = ({ name, parameter }: Compute): string => `${name}(${parameter === '' ? '' : given.name})`
  const results = (write: (result: string) => string, writeExact = write): string =>
    guard
      ? `return ${guard.name}(${given.name}) ? ${writeExact(call(exact))} : ${write(call(compute))}\n`
      : `return ${write(call(compute))}\n`
  const entry = (form: 'texts' | 'counts', body: string): string => {
    const variable = variablesIn(body).has(given.name) ? `const ${given.name} = ` : ''
    return `${variable}${door.name}(input, ${module.use(form)})\n${body}}\n`
  }
  const settle: Code = [
    settleDoc(program),
    `export function ${names.entry}(input: ${names.inputType}): ${names.outputType} {\n`,
    entry(
      'texts',
      results((result) => `${writer.name}(${result})`),
    ),
  ]
  const safe = (result: string): string => `${module.use('inNumbers')}(${result}) as ${names.countsOutputType}`
  const isSafe = amountsOf(module) === 'number'
  const settleCounts: Code = [
    docComment(countsDoc),
    `export function ${names.countsEntry}(input: ${names.countsInputType}): ${names.countsOutputType} {\n`,
    entry(
      'counts',
      results((result) => (isSafe ? result : safe(result)), safe),
    ),
  ]
  const functions = [
    compute.code,
    ...compute.functions,
    writer.code,
    door.code,
    ...(guard ? [guard.code, exact.code, ...exact.functions] : []),
  ].filter((code) => textOf(code) !== '')
  const editions = [program.edition.name]
  const records = [
    writeInputType(module),
    writeOutputType(module, editions),
    writeCountsInputType(module),
    writeCountsOutputType(module, editions),
  ]
  // Last, when all that names a choice is written.
  const data = writeDatasets(module)
  const types = [writeChoices(module), ...records].filter((text) => text !== '')
  const provenance = writeProvenance(module, sources)
  const parts: Code[] = [...types, provenance, settle, settleCounts, ...functions, ...data].map((part) => ['\n', part])
  return render([header(program), module.imports(parts), parts])
}

/** The function that computes the result as plain counts of what was read, and the functions that it calls. */
interface Compute {
  readonly name: string
  readonly code: Code
  readonly functions: readonly Code[]
  /** Are all of them there already? */
  readonly isSame: boolean
  /** Empty where nothing of what was read matters. */
  readonly parameter: string
}

function writeCompute(
  { name, doc }: { readonly name: string; readonly doc: string },
  given: { readonly name: string; readonly type: string },
  module: Module,
): Compute {
  const steps = writeSteps(module, given.name)
  const invariants = writeInvariants(module, steps.caller)
  const output = writeOutput(module, steps.caller)
  const end: Code = [invariants?.call ?? '', 'return ', output.object, '\n']
  const sequence = writeSequence(steps.statements, given, end, module)
  const code: Code = [
    docComment([doc]),
    `function ${name}(${sequence.parameter}): ${countsOutput(amountsOf(module), module)} {\n`,
    sequence.statements,
    end,
    '}\n',
  ]
  const computing = [...steps.functions, ...output.functions, ...(invariants ? [invariants.code] : [])]
  const isSame = computing.every((code) => textOf(code) === '')
  return { name, code, functions: [...sequence.functions, ...computing], isSame, parameter: sequence.parameter }
}

const countsDoc = [
  'The same over plain counts, for who holds amounts in fen already. They are checked like texts.',
  '',
  'Throws a CaseError, also where an amount of the result is beyond 2^53 fen.',
]

function settleDoc({ policy, decision, edition }: Program): string {
  return docComment([
    `${policy.label} · ${decision.label} · ${edition.name}`,
    '',
    'Throws a CaseError, which says everything that is wrong with a case that cannot be settled.',
  ])
}

function header({ policy, decision, edition }: Program): string {
  const until = `${edition.from ?? '…'} – ${edition.until ?? '…'}`
  const lines = [
    `${policy.label}（${policy.id}）`,
    `${decision.label}（${decision.id}） · ${edition.name}: ${until}`,
    'Generated by daiyu from the policy: change that, not this file.',
  ]
  return lines.map((line) => `// ${escapeText(line, 'comment')}\n`).join('')
}
