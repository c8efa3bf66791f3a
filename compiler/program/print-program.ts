import type { ConstantValue, Definition, Expr, FieldType, Program } from './program.ts'
import type { Type } from './type.ts'

/** A program as text for people and for recorded tests: one definition after another, origins and places left out. */
export function printProgram(program: Program): string {
  const { policy, decision, edition, input, choices } = program
  const sections = [
    [`program ${policy.id}.${decision.id}`],
    [`edition ${edition.name}: ${edition.from ?? '…'} to ${edition.until ?? '…'}, selected by ${edition.selectedBy}`],
    choices.map(({ id, members }) => `choices ${id}: ${members.map((member) => member.id).join(' | ')}`),
    input.fields.map(({ path, type }) => `input ${path}: ${printFieldType(type)}`),
    input.lists.flatMap(({ path, fields }) => [
      `input ${path}[]`,
      ...fields.map((field) => `  ${field.path}: ${printFieldType(field.type)}`),
    ]),
    program.datasets.map(
      ({ id, columns, rows }) => `dataset ${id}(${columns.map((each) => each.id).join(', ')}): ${rows.length} rows`,
    ),
    ...program.definitions.map((definition) => [printDefinition(definition)]),
    ...program.splits.map(({ label, over, amount, when, lines }) => [
      `split ${label}${over === null ? '' : ` of each ${over}`} = ${printExpr(amount)} when ${printExpr(when)}`,
      ...lines.map(({ mode, definition, share }) => `  ${mode} ${definition} into ${share}`),
    ]),
    program.requirements.map(({ label, condition }) => `requires ${label}: ${printExpr(condition)}`),
    program.invariants.map(({ label, condition }) => `always ${label}: ${printExpr(condition)}`),
    program.monotonies.map(
      ({ label, value, along, direction }) => `monotone ${label}: ${printExpr(value)} along ${along} ${direction}`,
    ),
    program.output.map(({ path, type, value }) => `output ${path}: ${printType(type)} = ${printExpr(value)}`),
  ]
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

function printDefinition({ role, id, label, over, type, value }: Definition): string {
  const about = over === null ? '' : ` of each ${over}`
  return `${role} ${id} ${label}${about}: ${printType(type)} =\n  ${printExpr(value, '  ')}`
}

function printFieldType(type: FieldType): string {
  return `${type.kind === 'choice' ? type.choices : type.kind}${type.optional ? '?' : ''}`
}

/** "money.2" is money with at most two decimals, "money.*" with any number of them. */
function printType(type: Type): string {
  switch (type.kind) {
    case 'money':
    case 'rate':
    case 'points':
    case 'number':
    case 'months':
      return `${type.kind}.${type.decimals ?? '*'}`
    case 'days':
    case 'age':
    case 'region':
    case 'boolean':
    case 'text':
    case 'texts':
    case 'unknown':
      return type.kind
    case 'date':
      return type.openEnded ? 'date∞' : 'date'
    case 'choice':
      return type.choices
    case 'list':
      return `${type.list}[]`
    case 'schedule':
      return `schedule.${type.decimals ?? '*'}(${type.edges.join(', ')})`
    case 'optional':
      return `${printType(type.of)}?`
  }
}

const symbols = { add: '+', subtract: '−', multiply: '×', divide: '÷', less: '<', lessOrEqual: '≤', equal: '=' }

/** On one line, but for `cases`, which takes a line for each branch, indented under `indent`. */
function printExpr(expr: Expr, indent = ''): string {
  const print = (part: Expr): string => printExpr(part, indent)
  const call = (name: string, ...parts: Expr[]): string => `${name}(${parts.map(print).join(', ')})`
  switch (expr.kind) {
    case 'constant':
      return printConstant(expr.value)
    case 'input':
      return `input.${expr.path}`
    case 'field':
      return `${expr.list}[].${expr.path}`
    case 'ref':
      return expr.id
    case 'arithmetic':
      if (expr.operator === 'lesser' || expr.operator === 'greater') return call(expr.operator, expr.left, expr.right)
      return `(${print(expr.left)} ${symbols[expr.operator]} ${print(expr.right)})`
    case 'compare':
      return `(${print(expr.left)} ${symbols[expr.operator]} ${print(expr.right)})`
    case 'isOneOf':
      return `(${print(expr.value)} in ${expr.members.join(' | ')})`
    case 'liesIn':
      return call('liesIn', expr.place, expr.area)
    case 'and':
    case 'or':
      return `(${expr.operands.map(print).join(` ${expr.kind} `)})`
    case 'not':
      return call('not', expr.operand)
    case 'cases':
      return printCases(expr, indent)
    case 'listAll': {
      const rows = expr.rows.map(({ when, text }) => `${print(when)} → ${JSON.stringify(text)}`)
      const last = expr.otherwise === null ? [] : [`otherwise → ${JSON.stringify(expr.otherwise)}`]
      return `list[${[...rows, ...last].join(', ')}]`
    }
    case 'schedule':
      return `schedule[${expr.rates.map(print).join(', ')}]`
    case 'integrate':
      return call('integrate', expr.schedule, expr.from, expr.to)
    case 'round':
      return `round(${print(expr.value)}, ${expr.mode} to ${expr.decimals})`
    case 'fold': {
      const where = expr.where ? ` where ${print(expr.where)}` : ''
      return `${expr.quantifier}(${expr.value ? `${print(expr.value)} of ` : ''}${expr.list}${where})`
    }
    case 'orElse':
      return `(${print(expr.value)} orElse ${print(expr.fallback)})`
    case 'isGiven':
      return `isGiven(${expr.key})`
    case 'isAbsent':
      return call('isAbsent', expr.value)
    case 'addMonths':
    case 'addDays':
      return call(expr.kind, expr.date, expr.amount)
    case 'boundary':
      return call(`${expr.side} of ${expr.of}`, expr.date)
    case 'monthOf':
      return call('monthOf', expr.date)
    case 'fullYears':
      return call('fullYears', expr.from, expr.to)
    case 'widen':
      return `${expr.level}Of(${print(expr.region)})`
    case 'lookup': {
      const keys = expr.keys.map(({ column, value }) => `${column} = ${print(value)}`)
      const { from, until, on } = expr.validity ?? { from: null, until: null, on: null }
      const dates = on ? [`${from ?? '…'} ≤ ${print(on)} ≤ ${until ?? '…'}`] : []
      return `${expr.dataset}[${[...keys, ...dates].join(', ')}].${expr.column}`
    }
    case 'exactly':
      return `exactly(${print(expr.value)}, at most ${print(expr.limit)}, from ${expr.path})`
  }
}

function printCases({ branches, otherwise }: Extract<Expr, { kind: 'cases' }>, indent: string): string {
  const deeper = `${indent}  `
  const lines = branches.map(({ when, value }) => `${printExpr(when, deeper)} → ${printExpr(value, deeper)}`)
  const last = otherwise ? [`otherwise → ${printExpr(otherwise, deeper)}`] : []
  return ['cases', ...[...lines, ...last].map((line) => `${deeper}${line}`)].join('\n')
}

function printConstant(value: ConstantValue): string {
  switch (value.kind) {
    case 'exact':
      return value.exact
    case 'date':
      return value.date
    case 'openEnded':
      return 'openEnded'
    case 'region':
      return `region ${value.prefix}`
    case 'boolean':
      return String(value.is)
    case 'member':
      return value.member
    case 'text':
      return JSON.stringify(value.text)
    case 'absent':
      return 'absent'
  }
}
