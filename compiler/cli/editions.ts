import { listEditions, type ListedEdition } from '../diff/list-editions.ts'
import { visible } from '../problem/visible.ts'
import { compileSoundGroups } from './compile-group.ts'
import { exit, formatOption, policiesOption, type Call, type Command } from './command.ts'
import { textChangeLines } from './text-changes.ts'
import { boldOn } from './terminal.ts'

export const command: Command = {
  operands: '[FILE | DIR …]',
  least: 0,
  most: Infinity,
  options: [formatOption, policiesOption],
  examples: ['daiyu editions', 'daiyu editions policies/ningbo/employee.retirementYears.policy'],
  run,
}

async function run(call: Call): Promise<number> {
  const compiled = await compileSoundGroups(call)
  if (typeof compiled === 'number') return compiled
  const editions = compiled.flatMap(({ group, programs, policies }) =>
    policies.flatMap((policy) => {
      const infos = programs.flatMap((program) => (program.decision.id === policy.decision.id ? program.edition : []))
      return listEditions(policy, infos, group)
    }),
  )
  const isJson = call.values.get('format') === 'json'
  await call.terminal.out(`${isJson ? JSON.stringify({ editions }) : linesOf(editions, call).join('\n')}\n`)
  return exit.fine
}

function linesOf(editions: readonly ListedEdition[], call: Call): readonly string[] {
  const { words, terminal } = call
  const bold = boldOn(terminal)
  return editions.flatMap((edition, index) => [
    ...(editions[index - 1]?.decision === edition.decision ? [] : [bold(edition.decision)]),
    `  ${visible(words.editionLine(edition.name, `${edition.from ?? '…'} — ${edition.until ?? '…'}`, edition.selectedBy))}`,
    ...(edition.amends === null ? [] : [`    ${visible(words.amendsEdition(edition.amends))}`]),
    ...textChangeLines(edition.changes, call).map((line) => `    ${line}`),
    ...(edition.chooses ? [`    ${visible(words.choosesEdition(edition.chooses.by, edition.chooses.among))}`] : []),
    ...(editions[index + 1]?.decision === edition.decision ? [] : ['']),
  ])
}
