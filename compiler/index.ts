/**
 * The compiler as a library. Everything here is pure: texts and JSON values in, plain data out; nothing reads files,
 * the clock or the environment, and what is wrong with a policy or a case is a result, never an exception.
 *
 *     const { programs, problems } = compile([{ name: 'ningbo.policy', text }])
 *     const selected = selectEdition(programs, 'ningbo.employee.settle', { input })
 *     const settled = selected.ok ? interpret(selected.program, input) : selected
 */
export { compile, newCompiler, type Compilation, type SourceFile } from './compile.ts'
export { format, type FormatOptions } from '../grammar/format.ts'
export { parse } from '../grammar/parse.ts'
export type { Fix, Problem } from '../grammar/problem.ts'
export type { File, Language, Span } from '../grammar/tree.ts'
export type { BoundPolicy, Vocabulary } from './bind/bound.ts'
export { newReport, type Report } from './problem/report.ts'
export { applyFix } from './problem/fix.ts'
export type { ProblemCode } from './problem/code.ts'
export { renderProblem, say, toJson, type ProblemJson, type SourceText } from './problem/render.ts'
export type * from './program/program.ts'
export type { Exact, Type } from './program/type.ts'
export { selectEdition, type SelectBy, type Selection } from './interpret/select-edition.ts'
export { interpret, type InterpretOptions } from './interpret/interpret.ts'
export type { Evaluation, Interpretation, OutputRecord, OutputValue } from './interpret/evaluation.ts'
export { explain } from './explain/explain.ts'
export { explanationToHtml } from './explain/to-html.ts'
export { explanationToText } from './explain/to-text.ts'
export type { Explanation } from './explain/explanation.ts'
export { readExamples } from './examples/read-examples.ts'
export { runExample, type Difference, type ExampleOutcome } from './examples/run-example.ts'
export type { ExampleCase, Expectation } from './examples/example-case.ts'
export { toTypeScript } from './typescript/to-typescript.ts'
export { emitTypeScript, type EmittedModule } from './typescript/emit.ts'
export { diffPrograms, type DiffOptions } from './diff/exact/diff-programs.ts'
export { Memory } from './diff/exact/ways/memory.ts'
export type { Comparison, Condition, Limit, Region, Verdict, Witness } from './diff/exact/comparison.ts'
export { compareOver, interpreted, type GivenCase, type Side } from './diff/population/compare-over.ts'
export type { Population } from './diff/population/population.ts'
export { symbolsOf, type SymbolIndex } from './editor/symbols.ts'
export type { Declared, DeclaredKind } from './editor/declared.ts'
export type { Occurrence } from './editor/occurrence.ts'
export { readJson, type JsonResult } from '../runtime/json.ts'
export { describeIssue } from '../runtime/describe-issue.ts'
export type { Issue } from '../runtime/issue.ts'
export { newWorkspace, type Analysis, type Decision, type Workspace } from './editor/workspace.ts'
