import { listEditions, type ListedEdition } from '../diff/list-editions.ts'
import { visible } from '../problem/visible.ts'
import { compileGroup } from './compile-group.ts'
import { exit, policiesOption, type Call, type Command } from './command.ts'
import { showProblems } from './diagnostics.ts'
import { loadGroups, ownFolder } from './load.ts'
import { textChangeLines } from './text-changes.ts'

export const command: Command = {
  operands: '[FILE | DIR …]',
  least: 0,
  most: Infinity,
  options: [
    {
      name: 'format',
      value: 'text|json',
      oneOf: ['text', 'json'],
      says: { zh: '给人看，或给程序读', en: 'for people, or for programs' },
    },
    policiesOption,
  ],
  examples: ['daiyu editions', 'daiyu editions policies/ningbo/employee.retirementYears.policy'],
  run,
}

async function run(call: Call): Promise<number> {
  const groups = loadGroups(call.operands, ownFolder(call.values.get('policies'), call.operands))
  const compiled = groups.map((group) => ({ group, ...compileGroup(group) }))
  const errors = compiled.flatMap(({ problems }) => problems.filter(({ severity }) => severity === 'error'))
  if (errors.length > 0) {
    showProblems(errors, groups.flat(), call)
    return exit.wrong
  }
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
  const bold = (text: string) => (terminal.hasColour.out ? `\u001B[1m${text}\u001B[0m` : text)
  return editions.flatMap((edition, index) => [
    ...(editions[index - 1]?.decision === edition.decision ? [] : [bold(edition.decision)]),
    `  ${visible(words.editionLine(edition.name, `${edition.from ?? '…'} — ${edition.until ?? '…'}`, edition.selectedBy))}`,
    ...(edition.amends === null ? [] : [`    ${visible(words.amendsEdition(edition.amends))}`]),
    ...textChangeLines(edition.changes, call).map((line) => `    ${line}`),
    ...(edition.chooses ? [`    ${visible(words.choosesEdition(edition.chooses.by, edition.chooses.among))}`] : []),
    ...(editions[index + 1]?.decision === edition.decision ? [] : ['']),
  ])
}
