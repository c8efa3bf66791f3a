import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Program } from '../../program/program.ts'
import type { Settling } from '../../batch/settle-records.ts'
import { isSelectedByMonth } from '../../program/build.ts'
import { newModule } from '../../typescript/module.ts'
import { toTypeScript } from '../../typescript/to-typescript.ts'
import { bundle } from '../build/javascript-files.ts'
import { packageRoot } from '../package-root.ts'
import type { ScriptWork } from './spark/evaluator.ts'

/** What runs a compiled decision: the file here in which it is, what that is built to, and the function to be called. */
interface Host {
  readonly source: string
  readonly product: string
  readonly call: string
}

const thread: Host = { source: 'worker.ts', product: 'batch-worker.js', call: 'serve' }
const executor: Host = { source: 'spark/evaluator.ts', product: 'spark-evaluator.js', call: 'evaluate' }

/** The code of a thread that settles rows: the compiled editions and what reads and writes, as one module. */
export async function compileWorker(programs: readonly Program[], settling: Settling): Promise<URL> {
  const code = Buffer.from(await compileFor(thread, programs, settling)).toString('base64')
  return new URL(`data:text/javascript;base64,${code}`)
}

/** The same as a script that needs nothing but Node: lines in, lines out. */
export function compileScript(programs: readonly Program[], work: ScriptWork): Promise<string> {
  return compileFor(executor, programs, work)
}

async function compileFor(host: Host, programs: readonly Program[], work: Settling | ScriptWork): Promise<string> {
  const evaluators = programs.map(
    (program, index) => [`edition${index}.ts`, toTypeScript(program, new Map()).code] as const,
  )
  const imports = programs.map(
    (program, index) => `import { ${newModule(program).names.entry} as settle${index} } from './edition${index}.js'\n`,
  )
  const editions = programs.map((program, index) => {
    const facts = { ...program.edition, byMonth: isSelectedByMonth(program) }
    return `{ ...${JSON.stringify(facts)}, settle: settle${index} }`
  })
  const main = `${imports.join('')}import { ${host.call} } from 'daiyu/host'
${host.call}([${editions.join(', ')}], ${JSON.stringify(work)})
`
  const modules = new Map([['host.ts', main], ...evaluators])
  const files = await bundle('host', modules, 'inside', new Map([['daiyu/host', pathOf(host)]]))
  const text = files.find(({ name }) => name === 'host.js')?.text ?? ''
  // Its source map is a file that there is not.
  return text.replace(/^\/\/# sourceMappingURL=.*$/m, '')
}

/** The source while the package is worked on; else what it was built to. */
function pathOf({ source, product }: Host): string {
  const path = join(packageRoot(), 'compiler', 'cli', 'batch', source)
  return existsSync(path) ? path : join(packageRoot(), 'dist', product)
}
