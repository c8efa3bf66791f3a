import type { Provenance } from '../../runtime/receipt.ts'
import { provenanceOf } from '../program/provenance.ts'
import type { Program } from '../program/program.ts'
import type { Group } from './load.ts'
import { textsOf } from '../files/texts.ts'
import { once } from '../once.ts'

/** What receipts say of programs made from these files; worked out once for each. */
export function provenancesOf(group: Group): (program: Program) => Provenance {
  const texts = textsOf(group)
  const known = new Map<Program, Provenance>()
  return (program) => once(known, program, () => provenanceOf(program, texts))
}
