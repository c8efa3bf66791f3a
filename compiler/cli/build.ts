import { join, resolve } from 'node:path'
import type { SourceFile } from '../compile.ts'
import type { Program } from '../program/program.ts'
import { writeFiles } from './build/built-file.ts'
import { compileSound } from './compile-group.ts'
import { exit, policiesOption, UsageError, type Call, type Command } from './command.ts'
import { loadGroups, policiesFolder } from './load.ts'
import { shownPath } from './shown-path.ts'

export const command: Command = {
  operands: '[FILE | DIR …]',
  least: 0,
  most: Infinity,
  options: [
    { name: 'out', value: 'DIR', says: { zh: '生成的文件放在这里', en: 'where to write what is generated' } },
    {
      name: 'target',
      value: 'ts|js',
      oneOf: ['ts', 'js'],
      says: {
        zh: 'TypeScript（默认），或不需要别的文件的 JavaScript',
        en: 'TypeScript (default), or JavaScript that needs nothing else',
      },
    },
    policiesOption,
  ],
  examples: [
    'daiyu build --out generated',
    'daiyu build policies/ningbo/employee.settle.policy --out generated --target js',
  ],
  run,
}

/** Compiles everything before anything is written: a policy that is wrong leaves the folder as it is. */
async function run(call: Call): Promise<number> {
  const out = call.values.get('out')
  if (out === undefined) throw new UsageError((say) => say.optionMissing('--out DIR'))
  const programs: Program[] = []
  const files = new Map<string, SourceFile>()
  let status: number = exit.fine
  for (const group of loadGroups(call.operands, policiesFolder(call.values.get('policies')))) {
    const compilation = await compileSound(group, call)
    if (typeof compilation === 'number') status = compilation
    else programs.push(...compilation.programs)
    for (const file of group) files.set(file.name, file)
  }
  if (status !== exit.fine) return status
  const built = await writeTarget(call.values.get('target'), programs, [...files.values()], resolve(out))
  writeFiles(out, built)
  for (const { name } of built) await call.terminal.out(`${call.words.built(shownPath(join(out, name)))}\n`)
  return exit.fine
}

async function writeTarget(
  target: string | undefined,
  programs: readonly Program[],
  files: readonly SourceFile[],
  folder: string,
) {
  if (target === 'js') return (await import('./build/javascript-files.ts')).javaScriptFiles(programs, files, folder)
  return (await import('./build/typescript-files.ts')).typeScriptFiles(programs, files, folder)
}
