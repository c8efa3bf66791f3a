import { from, type Code } from './code.ts'
import { docComment } from './comment.ts'
import { writeCondition } from './condition.ts'
import { escapeText } from './escape.ts'
import type { Module } from './module.ts'
import { parametersOf, type Caller } from './parameters.ts'
import { inFunction } from './write.ts'

/** The function that checks what the policy promises of every case, and the call of it; nothing where it promises nothing. */
export function writeInvariants(module: Module, caller: Caller): { code: Code; call: Code } | null {
  const { program, names, use } = module
  if (program.invariants.length === 0) return null
  const name = names.fresh('checkInvariants')
  const issues = names.fresh('issues')
  const conditions = program.invariants.map(({ condition }) => condition)
  const checks = program.invariants.map(({ label, condition, origin }): Code => {
    const isBroken = writeCondition(condition, inFunction(module, label), true)
    if (isBroken === false) return ''
    const push = `${issues}.push(${use('refuseInvariant')}(${escapeText(label, 'string')}))\n`
    return from(origin, isBroken === true ? push : ['if (', isBroken, ') ', push])
  })
  const parameters = parametersOf(conditions, checks, module, caller)
  const head = `function ${name}(${parameters.map((each) => `${each.name}: ${each.type}`).join(', ')}): void {\n`
  const code: Code = [
    docComment(['What the policy promises of every case.']),
    head,
    `const ${issues}: ${use('Issue')}[] = []\n`,
    checks,
    `if (${issues}.length > 0) throw new ${use('CaseError')}(${issues})\n}\n`,
  ]
  return { code, call: `${name}(${parameters.map((each) => each.argument).join(', ')})\n` }
}
