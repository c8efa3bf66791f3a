import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Program } from '../../program/program.ts'
import type { Settling } from '../../batch/settle-records.ts'
import { isSelectedByMonth } from '../../program/build.ts'
import { toColumns } from '../../columns/to-columns.ts'
import { newModule } from '../../typescript/module.ts'
import { toTypeScript } from '../../typescript/to-typescript.ts'
import { bundleAlone, importableFrom } from '../build/javascript-files.ts'
import { packageRoot } from '../package-root.ts'
import type { ScriptWork } from './spark/evaluator.ts'

/** What runs a compiled decision: the file here in which it is, what that is built to, and the function to be called. */
interface Host {
  readonly source: string
  readonly product: string
  readonly call: string
  /** Are there enough rows at once that columns pay? */
  readonly isOverColumns: boolean
}

const thread: Host = { source: 'worker.ts', product: 'batch-worker.js', call: 'serve', isOverColumns: true }
const executor: Host = {
  source: 'spark/evaluator.ts',
  product: 'spark-evaluator.js',
  call: 'evaluate',
  isOverColumns: false,
}

/** The code of a thread that settles rows: the compiled editions and what reads and writes, as one module. */
export async function compileWorker(programs: readonly Program[], settling: Settling): Promise<URL> {
  return importableFrom(await compileFor(thread, programs, settling))
}

/** The same as a script that needs nothing but Node: lines in, lines out. */
export function compileScript(programs: readonly Program[], work: ScriptWork): Promise<string> {
  return compileFor(executor, programs, work)
}

function compileFor(host: Host, programs: readonly Program[], work: Settling | ScriptWork): Promise<string> {
  const editions = programs.map((program, index) => editionCode(program, index, host))
  const main = `${editions.map(({ imports }) => imports).join('')}import { ${host.call} } from 'daiyu/host'
${host.call}([${editions.map(({ value }) => value).join(', ')}], ${JSON.stringify(work)})
`
  const made = new Map([['host.ts', main], ...editions.flatMap(({ modules }) => modules)])
  return bundleAlone('host', made, new Map([['daiyu/host', pathOf(host)]]))
}

interface EditionCode {
  readonly modules: readonly (readonly [name: string, text: string])[]
  readonly imports: string
  /** A CompiledEdition. */
  readonly value: string
}

function editionCode(program: Program, index: number, { isOverColumns }: Host): EditionCode {
  const name = `edition${index}`
  const columns = isOverColumns ? toColumns(program, `./${name}.js`) : null
  const facts = JSON.stringify({ ...program.edition, byMonth: isSelectedByMonth(program) })
  const { entry } = newModule(program).names
  const alone = {
    modules: [[`${name}.ts`, toTypeScript(program, new Map()).code] as const],
    imports: `import { ${entry} as settle${index} } from './${name}.js'\n`,
  }
  const settle = `{ ...${facts}, settle: settle${index}, columns: `
  if (columns === null || columns.reasons.length > 0) return { ...alone, value: `${settle}null }` }
  const names = `${columns.entry} as columns${index}, layout as layout${index}`
  const policy = JSON.stringify(program.policy.id)
  return {
    modules: [...alone.modules, [`${name}.columns.ts`, columns.code]],
    imports: `${alone.imports}import { ${names} } from './${name}.columns.js'\n`,
    value: `${settle}{ ...${facts}, policy: ${policy}, layout: layout${index}, settleColumns: columns${index} } }`,
  }
}

/** The source while the package is worked on; else what it was built to. */
function pathOf({ source, product }: Host): string {
  const path = join(packageRoot(), 'compiler', 'cli', 'batch', source)
  return existsSync(path) ? path : join(packageRoot(), 'dist', product)
}
