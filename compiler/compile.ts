import type { Problem } from '../grammar/problem.ts'
import type { File } from '../grammar/tree.ts'
import { newParser } from '../grammar/parse-again.ts'
import { parse } from '../grammar/parse.ts'
import { bind } from './bind/bind.ts'
import type { BoundPolicy } from './bind/bound.ts'
import { check } from './check/check.ts'
import type { TypedEdition } from './check/typed.ts'
import { chooseEditions } from './lower/choose.ts'
import { lower } from './lower/lower.ts'
import { checkNumberSize } from './lower/number-size.ts'
import type { ProblemCode } from './problem/code.ts'
import { withoutFollowUps } from './problem/follow-ups.ts'
import { newReport } from './problem/report.ts'
import type { Program } from './program/program.ts'
import { once } from './once.ts'

export interface SourceFile {
  readonly name: string
  readonly text: string
}
export interface Compilation {
  /** One per decision and edition; none of a policy in which there is an error. */
  readonly programs: readonly Program[]
  /** What the policy files say, by their names. */
  readonly trees: ReadonlyMap<string, File>
  readonly policies: readonly BoundPolicy[]
  /** The editions of the policies with what could be typed of them, whatever else is wrong. */
  readonly editions: readonly TypedEdition[]
  readonly problems: readonly Problem<ProblemCode>[]
}

/** The alternative that is to hold of a reading, by their names: `{ C06: 'excluded' }`. */
export type Readings = Readonly<Record<string, string>>

/**
 * Policy files, and the data files that they name (*.csv), to programs: the whole front end. Never throws and reads
 * nothing but its arguments.
 */
export function compile(files: readonly SourceFile[], readings: Readings = {}): Compilation {
  return toPrograms(files, readings, parse)
}

/** Compiles version after version of files that are being edited, with the same result, sooner. */
export function newCompiler(): (files: readonly SourceFile[], readings?: Readings) => Compilation {
  const parsers = new Map<string, ReturnType<typeof newParser>>()
  return (files, readings = {}) =>
    toPrograms(files, readings, (text, file) => once(parsers, file, newParser)(text, file))
}

function toPrograms(files: readonly SourceFile[], readings: Readings, read: ReturnType<typeof newParser>): Compilation {
  const report = newReport()
  const parsed = files.filter(({ name }) => !isData(name)).map((file) => ({ ...file, ...read(file.text, file.name) }))
  const problems: Problem<ProblemCode>[] = parsed.flatMap((file) => file.problems)
  const data = files.filter(({ name }) => isData(name))
  const policies = bind(parsed, data, new Map(Object.entries(readings)), report)
  const checked = policies.flatMap((policy) => check(policy, report))
  const isSound = (): boolean => ![...problems, ...report.problems].some((problem) => problem.severity === 'error')
  const lowered = isSound() ? checked.map(({ typed, exclude }) => lower(typed, exclude)) : []
  const programs = isSound() ? chooseEditions(lowered, policies) : []
  for (const program of programs) checkNumberSize(program, report)
  return {
    programs: isSound() ? programs : [],
    trees: new Map(parsed.map(({ name, tree }) => [name, tree])),
    policies,
    editions: checked.map(({ typed }) => typed),
    problems: inTextOrder(withoutFollowUps([...problems, ...report.problems], parsed), files),
  }
}

const isData = (name: string): boolean => name.endsWith('.csv')

function inTextOrder(problems: readonly Problem<ProblemCode>[], files: readonly SourceFile[]): Problem<ProblemCode>[] {
  const place = (name: string): number => files.findIndex((file) => file.name === name)
  return problems.toSorted((a, b) => place(a.file) - place(b.file) || a.span.start - b.span.start)
}
