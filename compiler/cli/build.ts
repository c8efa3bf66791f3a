import { join, resolve } from 'node:path'
import { writeFiles, type BuiltFile, type BuiltGroup } from './build/built-file.ts'
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
      value: 'ts|js|columns|sql|doc',
      oneOf: ['ts', 'js', 'columns', 'sql', 'doc'],
      says: {
        zh: 'TypeScript（默认），不需要别的文件的 JavaScript，按列成批结算的 TypeScript，SQL 查询，或供阅读和打印的手册（HTML，中英文各一页）',
        en: 'TypeScript (default), JavaScript that needs nothing else, TypeScript that settles rows of typed columns, SQL queries, or a handbook to read and print (HTML, Chinese and English)',
      },
    },
    {
      name: 'dialect',
      value: 'duckdb|postgres|spark',
      oneOf: ['duckdb', 'postgres', 'spark'],
      says: {
        zh: 'SQL 查询用哪种数据库的写法；不写则用 DuckDB 的',
        en: 'the SQL of which database; default: that of DuckDB',
      },
    },
    policiesOption,
  ],
  examples: [
    'daiyu build --out generated',
    'daiyu build policies/ningbo/employee.settle.policy --out generated --target js',
    'daiyu build policies/ningbo/employee.settle.policy --out generated --target columns',
    'daiyu build --out handbook --target doc',
    'daiyu build policies/ningbo/employee.settle.policy --out queries --target sql --dialect postgres',
  ],
  run,
}

/** Compiles everything before anything is written: a policy that is wrong leaves the folder as it is. */
async function run(call: Call): Promise<number> {
  const out = call.values.get('out')
  if (out === undefined) throw new UsageError((say) => say.optionMissing('--out DIR'))
  if (call.values.has('dialect') && call.values.get('target') !== 'sql') {
    throw new UsageError((say) => say.dialectWithoutSql)
  }
  const groups: BuiltGroup[] = []
  let status: number = exit.fine
  for (const files of loadGroups(call.operands, policiesFolder(call.values.get('policies')))) {
    const compilation = await compileSound(files, call)
    if (typeof compilation === 'number') status = compilation
    else groups.push({ files, compilation })
  }
  if (status !== exit.fine) return status
  const built = await writeTarget(call, groups, resolve(out))
  writeFiles(out, built)
  for (const { name } of built) await call.terminal.out(`${call.words.built(shownPath(join(out, name)))}\n`)
  return exit.fine
}

async function writeTarget(
  { values }: Call,
  groups: readonly BuiltGroup[],
  folder: string,
): Promise<readonly BuiltFile[]> {
  const target = values.get('target')
  if (target === 'doc') return (await import('./build/handbook-files.ts')).handbookFiles(groups)
  const programs = groups.flatMap(({ compilation }) => compilation.programs)
  const files = [...new Map(groups.flatMap((group) => group.files.map((file) => [file.name, file]))).values()]
  if (target === 'sql') return (await import('./build/sql-files.ts')).sqlFiles(programs, values.get('dialect'))
  if (target === 'columns') return (await import('./build/columns-files.ts')).columnsFiles(programs, files, folder)
  if (target === 'js') return (await import('./build/javascript-files.ts')).javaScriptFiles(programs, files, folder)
  return (await import('./build/typescript-files.ts')).typeScriptFiles(programs, files, folder)
}
