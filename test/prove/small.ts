import { expect } from 'vitest'
import { compile } from '../../compiler/compile.ts'
import { interpret } from '../../compiler/interpret/interpret.ts'
import type { Program } from '../../compiler/program/program.ts'
import type { Finding, PropertyKind } from '../../compiler/prove/proof.ts'
import { proveProgram } from '../../compiler/prove/prove.ts'
import { smallPolicy } from '../random/small.ts'

/** A policy of a few rules; outputs as `label identifier type`, with the platform's field behind it where it has one. */
export function small(outputs: readonly string[], rules: string): Program {
  const plain = outputs.map((output) => output.split(' ').slice(0, 3).join(' '))
  const [vocabulary, policy] = smallPolicy(plain, rules)
  const fields = outputs.reduce((text, output) => {
    const [label = '', id = '', type = '', field = '未填'] = output.split(' ')
    return text.replace(`| ${label} | ${id} | ${type} | 未填 |`, `| ${label} | ${id} | ${type} | ${field} |`)
  }, vocabulary.text)
  const { programs, problems } = compile([{ ...vocabulary, text: fields }, policy])
  const [program] = programs
  if (!program) throw new Error(JSON.stringify(problems.map(({ code, span }) => ({ code, span }))))
  return program
}

/** What was found of one property. */
export function findingOf(program: Program, kind: PropertyKind, name: string): Finding {
  const { properties } = proveProgram(program)
  const finding = properties.find((each) => each.kind === kind && each.name === name)
  if (!finding) throw new Error(`no ${kind} ${name}; there are ${properties.map((each) => each.name).join('; ')}`)
  return finding
}

/** What comes out of a case without the promises, which settle nothing. */
export function settle(program: Program, input: unknown): Record<string, unknown> {
  const result = interpret({ ...program, invariants: [] }, input, { isReplay: true })
  expect(result).toMatchObject({ ok: true })
  return result.ok ? result.evaluation.output : {}
}
