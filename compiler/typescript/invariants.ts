import type { Invariant, Requirement } from '../program/program.ts'
import { from, type Code } from './code.ts'
import { docComment } from './comment.ts'
import { writeCondition } from './condition.ts'
import { escapeText } from './escape.ts'
import { define } from './function.ts'
import type { Module } from './module.ts'
import { parametersOf, type Caller } from './parameters.ts'
import { inFunction } from './write.ts'

/** A function that checks something, and the call of it. */
interface Check {
  readonly code: Code
  readonly call: Code
}

/** What the policy promises of every case; nothing where it promises nothing. */
export function writeInvariants(module: Module, caller: Caller): Check | null {
  const { program, use } = module
  const refuse = ({ label }: Invariant): string => `${use('refuseInvariant')}(${escapeText(label, 'string')})`
  const doc = 'What the policy promises of every case.'
  return writeChecks(program.invariants, { name: 'checkInvariants', doc, refuse }, module, caller)
}

/** What the policy requires of a case; nothing where it requires nothing. */
export function writeRequirements(module: Module, caller: Caller): Check | null {
  const { program, use } = module
  const refuse = ({ label, path }: Requirement): string =>
    `${use('refuseRequirement')}(${escapeText(label, 'string')}, ${escapeText(path, 'string')})`
  const doc = 'What the policy requires of a case.'
  return writeChecks(program.requirements, { name: 'checkRequirements', doc, refuse }, module, caller)
}

interface Wish<Item> {
  readonly name: string
  readonly doc: string
  readonly refuse: (item: Item) => string
}

function writeChecks<Item extends Invariant>(
  items: readonly Item[],
  wish: Wish<Item>,
  module: Module,
  caller: Caller,
): Check | null {
  const { use } = module
  if (items.length === 0) return null
  const issues = module.wished('issues')
  const conditions = items.map(({ condition }) => condition)
  const checks = items.map((item): Code => {
    const { label, condition, origin } = item
    const isBroken = writeCondition(condition, inFunction(module, label), true)
    if (isBroken === false) return ''
    const push = `${issues}.push(${wish.refuse(item)})\n`
    return from(origin, isBroken === true ? push : ['if (', isBroken, ') ', push])
  })
  const parameters = parametersOf(conditions, checks, module, caller)
  const typed = parameters.map((each) => `${each.name}: ${each.type}`).join(', ')
  const { name, code } = define(
    module.wished(wish.name),
    (name) => [
      `function ${name}(${typed}): void {\n`,
      `const ${issues}: ${use('Issue')}[] = []\n`,
      checks,
      `if (${issues}.length > 0) throw new ${use('CaseError')}(${issues})\n}\n`,
    ],
    module,
  )
  return {
    code: code === '' ? '' : [docComment([wish.doc]), code],
    call: `${name}(${parameters.map((each) => each.argument).join(', ')})\n`,
  }
}
