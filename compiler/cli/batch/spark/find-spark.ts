import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { Refusal } from '../../command.ts'
import type { Words } from '../../words.ts'

/** Where a distribution of Spark is, and what runs it. */
export interface Spark {
  readonly home: string
  readonly python: string
}

type Environment = Readonly<Record<string, string | undefined>>

/** Throws a Refusal that says what is missing: Python, Java or Spark, in this order. */
export function findSpark(env: Environment): Spark {
  const python = findPython(env)
  const home = sparkHome(python, env)
  if (home === null) throw refusal((say) => say.noSpark)
  return { home, python }
}

/** The Python that drives Spark, once there is a Java to run it too. Throws a Refusal. */
export function findPython(env: Environment): string {
  const python = env['PYSPARK_DRIVER_PYTHON'] ?? env['PYSPARK_PYTHON'] ?? 'python3'
  if (!runs(python, ['--version'])) throw refusal((say) => say.noPython(python))
  const java = env['JAVA_HOME'] === undefined ? 'java' : join(env['JAVA_HOME'], 'bin', 'java')
  if (!runs(java, ['-version'])) throw refusal((say) => say.noJava(java))
  return python
}

/** SPARK_HOME, else the folder of the pyspark that Python knows; null without either. Throws a Refusal. */
export function sparkHome(python: string, env: Environment): string | null {
  const home = env['SPARK_HOME'] ?? installed(python)
  if (home === null) return null
  const isThere = ['bin/spark-submit', 'python/lib'].every((part) => existsSync(join(home, part)))
  if (!isThere) throw refusal((say) => say.notASpark(home))
  return home
}

/** What a Python needs around it to be a driver of this Spark. */
export function driverEnvironment({ home }: Spark, env: Environment): Record<string, string | undefined> {
  const lib = join(home, 'python', 'lib')
  const zips = readdirSync(lib).filter((name) => /^(?:pyspark|py4j-.*-src)\.zip$/.test(name))
  const path = [...zips.map((name) => join(lib, name)), ...(env['PYTHONPATH'] ? [env['PYTHONPATH']] : [])]
  return { ...env, SPARK_HOME: home, PYTHONPATH: path.join(delimiter) }
}

function installed(python: string): string | null {
  const script =
    'import importlib.util as u; s = u.find_spec("pyspark"); print(s.submodule_search_locations[0] if s else "")'
  const home = spawnSync(python, ['-c', script], { encoding: 'utf8' }).stdout.trim()
  return home === '' ? null : home
}

function runs(program: string, args: readonly string[]): boolean {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0
}

function refusal(says: (say: Words['spark']) => string): Refusal {
  return new Refusal(({ spark }) => says(spark))
}
