import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Program } from '../../program/program.ts'
import type { Settling } from '../../batch/settle-records.ts'
import { isSelectedByMonth } from '../../program/build.ts'
import { newModule } from '../../typescript/module.ts'
import { toTypeScript } from '../../typescript/to-typescript.ts'
import { bundle } from '../build/javascript-files.ts'
import { packageRoot } from '../package-root.ts'

/** The code of a thread that settles rows: the compiled editions and what reads and writes, as one module. */
export async function compileWorker(programs: readonly Program[], settling: Settling): Promise<URL> {
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
  const main = `${imports.join('')}import { serve } from 'daiyu/batch-worker'
serve([${editions.join(', ')}], ${JSON.stringify(settling)})
`
  const modules = new Map([['worker.ts', main], ...evaluators])
  const files = await bundle('worker', modules, 'inside', new Map([['daiyu/batch-worker', workerPath()]]))
  const text = files.find(({ name }) => name === 'worker.js')?.text ?? ''
  // Its source map is a file that there is not.
  const code = Buffer.from(text.replace(/^\/\/# sourceMappingURL=.*$/m, '')).toString('base64')
  return new URL(`data:text/javascript;base64,${code}`)
}

/** The source while the package is worked on; else what it was built to. */
function workerPath(): string {
  const source = join(packageRoot(), 'compiler', 'cli', 'batch', 'worker.ts')
  return existsSync(source) ? source : join(packageRoot(), 'dist', 'batch-worker.js')
}
