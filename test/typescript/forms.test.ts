import { expect, test } from 'vitest'
import { settled } from '../interpret/make.ts'
import { forms } from './forms/forms.ts'
import { outcome, runProgram } from './generated.ts'

test.each(forms.map((form) => [form.name, form] as const))('%s', async (_, { program, inputs }) => {
  const settle = await runProgram(program)
  for (const input of inputs) expect(outcome(settle, input), JSON.stringify(input)).toEqual(settled(program, input))
})
