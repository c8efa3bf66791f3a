// The module over columns finds the one for single cases, whatever a decision is called.
import { expect, test } from 'vitest'
import { inpatientProgram } from '../bench/inpatient/program.ts'
import { loadColumns } from './load.ts'

test.each(['rational', 'settle', 'columns', 'input', 'rules', 'withhold', 'Layout', 'row'])('%s', async (id) => {
  const program = inpatientProgram()
  const { settleColumns, settleRowExactly } = await loadColumns({ ...program, decision: { ...program.decision, id } })
  expect(settleColumns).toBeTypeOf('function')
  expect(settleRowExactly).toBeTypeOf('function')
})
