import type { Choices } from '../program/program.ts'
import { docComment } from './comment.ts'
import { escapeText } from './escape.ts'
import type { Module } from './module.ts'

/** The string union of each choice that was named so far; its members and what knows them, where they are. */
export function writeChoices(module: Module): string {
  return module.program.choices.flatMap((each) => choice(each, module)).join('\n')
}

function choice({ id, label, members }: Choices, { names, named }: Module): readonly string[] {
  const areMembersNamed = named.members.has(id)
  if (!areMembersNamed && !named.choices.has(id)) return []
  const texts = members.map((member) => escapeText(member.id, 'string'))
  const union = members.map((member, index) => `\n  ${docComment([member.label]).trimEnd()}\n  | ${texts[index]}`)
  const doc = docComment([label])
  const type = `${doc}export type ${names.choices(id)} =${members.length > 0 ? union.join('') : ' never'}\n`
  const list = `const ${names.members(id)}: readonly ${names.choices(id)}[] = [${texts.join(', ')}]\n`
  const cases = texts.map((member) => `case ${member}:\n`).join('')
  const known = cases === '' ? '' : `${cases}return true\n`
  const guard = `function ${names.guard(id)}(value: unknown): value is ${names.choices(id)} {
switch (value) {
${known}default:
return false
}
}
`
  return areMembersNamed ? [type, list, guard] : [type]
}
