import { join } from 'node:path'
import type { Program } from '../program/program.ts'
import { javaScriptFiles } from './build/javascript-files.ts'
import { typeScriptFiles } from './build/typescript-files.ts'
import { writeFiles } from './build/built-file.ts'
import { exit, policiesOption, UsageError, type Call, type Command } from './command.ts'
import { compileSound } from './compile-group.ts'
import { loadGroups, policiesFolder } from './load.ts'
import type { PolicyFile } from './policy-files.ts'

export const command: Command = {
  operands: '[FILE | DIR …]',
  least: 0,
  most: Infinity,
  options: [
    { name: 'out', value: 'DIR', says: { zh: '写到哪个目录', en: 'where to write' } },
    {
      name: 'target',
      value: 'ts|js',
      oneOf: ['ts', 'js'],
      says: {
        zh: 'ts：每个版本一个 TypeScript 模块（不写即此）；js：每个事项一个 JavaScript 模块，附类型声明',
        en: 'ts: a TypeScript module for each edition (default); js: a JavaScript module for each decision, with types',
      },
    },
    {
      name: 'runtime',
      value: 'inside|outside',
      oneOf: ['inside', 'outside'],
      says: {
        zh: '只用于 js：运行库放在模块里（不写即此），或由 daiyu/runtime 引入',
        en: 'for js: the runtime inside the module (default), or imported from daiyu/runtime',
      },
    },
    policiesOption,
  ],
  examples: ['daiyu build --out generated', 'daiyu build policies/ningbo --out generated --target js'],
  run,
}

async function run(call: Call): Promise<number> {
  const { operands, values, words, terminal } = call
  const folder = values.get('out')
  if (folder === undefined) throw new UsageError((say) => say.optionMissing('--out'))
  const programs: Program[] = []
  const sources: PolicyFile[] = []
  for (const group of loadGroups(operands, policiesFolder(values.get('policies')))) {
    const compilation = await compileSound(group, call)
    if (typeof compilation === 'number') return compilation
    programs.push(...compilation.programs)
    sources.push(...group)
  }
  const runtime = values.get('runtime') === 'outside' ? 'outside' : 'inside'
  const files =
    values.get('target') === 'js'
      ? await javaScriptFiles(programs, sources, folder, runtime)
      : await typeScriptFiles(programs, sources, folder)
  writeFiles(folder, files)
  for (const { name } of files) await terminal.out(`${words.built(join(folder, name))}\n`)
  return exit.fine
}
