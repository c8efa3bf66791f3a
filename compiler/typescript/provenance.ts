import type { Provenance } from '../../runtime/receipt.ts'
import { provenanceOf } from '../program/provenance.ts'
import { docComment } from './comment.ts'
import { escapeText, propertyKey } from './escape.ts'
import type { Module } from './module.ts'

/** The constant that receipts are made with. `sources` are the texts of the policy files by name. */
export function writeProvenance({ program, names, use }: Module, sources: ReadonlyMap<string, string>): string {
  const doc = docComment(['What receipts say of this policy.'])
  return `${doc}export const ${names.provenance}: ${use('Provenance')} = ${literal(provenanceOf(program, sources))}\n`
}

function literal({ decision, edition, policy, readings, compiler }: Provenance): string {
  const chosen = Object.entries(readings).map(([name, other]) => `${propertyKey(name)}: ${text(other)}`)
  return `{
decision: ${text(decision)},
edition: ${text(edition)},
policy: ${policy === null ? 'null' : text(policy)},
readings: {${chosen.join(', ')}},
compiler: ${text(compiler)},
}`
}

function text(value: string): string {
  return escapeText(value, 'string')
}
