import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { findPython, sparkHome, type Spark } from '../../compiler/cli/batch/spark/find-spark.ts'

// The one that the tests are written for.
const VERSION = '4.3.0'
const cache = join(import.meta.dirname, '..', '..', 'node_modules', '.cache', `pyspark-${VERSION}`)

/** The Spark of this machine; else the one of PyPI, fetched once. Throws a Refusal where Python or Java is missing. */
export function getSpark(): Spark {
  const python = findPython(process.env)
  return { python, home: sparkHome(python, process.env) ?? fetched(python) }
}

function fetched(python: string): string {
  if (!existsSync(cache)) {
    console.log(`fetching pyspark ${VERSION} (460 MB) …`)
    mkdirSync(dirname(cache), { recursive: true })
    const unfinished = `${cache}.unfinished`
    rmSync(unfinished, { recursive: true, force: true })
    const args = [
      '-m',
      'pip',
      'install',
      '--quiet',
      '--root-user-action',
      'ignore',
      '--no-deps',
      '--no-compile',
      '--target',
      unfinished,
    ]
    const { status } = spawnSync(python, [...args, `pyspark==${VERSION}`], { stdio: ['ignore', 'inherit', 'inherit'] })
    if (status !== 0) throw new Error(`pip could not install pyspark ${VERSION}; it is also found by SPARK_HOME`)
    renameSync(unfinished, cache)
  }
  return join(cache, 'pyspark')
}
