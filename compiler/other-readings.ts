import type { Problem } from '../grammar/problem.ts'
import type { compile, Compilation, SourceFile } from './compile.ts'
import type { ProblemCode } from './problem/code.ts'

/**
 * What is wrong with files by another reading only, each of the other readings in turn: `reading` says by which.
 * `compileFiles` is best one that remembers the files (`newCompiler`).
 * That another reading has no use for a name is no problem.
 */
export function problemsOfOtherReadings(
  files: readonly SourceFile[],
  { policies, problems }: Compilation,
  compileFiles: typeof compile,
): readonly Problem<ProblemCode>[] {
  const others = policies.flatMap(({ readings }) =>
    readings.flatMap(({ name, alternatives }) => alternatives.map((each) => `${name}=${each.name}`)),
  )
  const known = new Set(problems.map(keyOf))
  return [...new Set(others)].flatMap((reading) => {
    const [name = '', other = ''] = reading.split('=')
    const found = compileFiles(files, { [name]: other }).problems
    return found
      .filter((problem) => problem.code !== 'unused-name' && !known.has(keyOf(problem)))
      .map((problem) => ({ ...problem, reading }))
  })
}

const keyOf = ({ code, file, span }: Problem): string => `${code} ${file} ${span.start} ${span.end}`
