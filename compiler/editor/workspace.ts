import type { Problem } from '../../grammar/problem.ts'
import type { File, Language } from '../../grammar/tree.ts'
import { newCompiler, type Compilation, type SourceFile } from '../compile.ts'
import type { ExampleCase } from '../examples/example-case.ts'
import { readExamples } from '../examples/read-examples.ts'
import { decisionIds, decisionName, groupByDecision, withUses, type Shelf } from '../files/groups.ts'
import { editionNames, headOf, policyTitle, type FileHead } from '../files/head.ts'
import { pathFrom, stemOf } from '../files/paths.ts'
import type { ProblemCode } from '../problem/code.ts'
import { newReport } from '../problem/report.ts'

/** The files there are, and what is known of them. Nothing is compiled before it is asked for, nothing is thrown. */
export interface Workspace {
  /** Adds or changes a file, `*.policy` or `*.csv`. Names are paths with forward slashes: `ningbo/employee.settle.policy`. */
  set(name: string, text: string): void
  remove(name: string): void
  /** In the order of their names. */
  files(): readonly SourceFile[]
  /** What can be settled, in the order of their ids. */
  decisions(): readonly Decision[]
  /** The decisions that a file is about, or that use it; their ids, in order. */
  decisionsOf(name: string): readonly string[]
  /**
   * What is known of a file, together with the files it is compiled with: all that is said of its decision, with what
   * these use. A vocabulary, module or data file means something only where it is used, and a change of it may break what
   * uses it: it is analysed in `decision`, else in the one that was analysed last, if that uses it, else in the first that
   * does (`decisionsOf` has the others). What nothing uses, and a file without a readable header, is analysed by itself.
   * Kept until a file of the group changes. A name that no file has is an empty file.
   */
  analysis(name: string, decision?: string): Analysis
}

export interface Decision {
  /** `<policy>.<decision>` */
  readonly id: string
  /** What the policy is called for people. */
  readonly title: string
  /** What the decision is called in the vocabulary. */
  readonly label: string
  /** In the order of the files. */
  readonly editions: readonly string[]
  /** The files that are about it; what they use not among them. */
  readonly files: readonly string[]
}

export interface Analysis extends Compilation {
  readonly file: string
  readonly text: string
  /** Of a data file: empty. */
  readonly tree: File
  readonly language: Language
  /** `<policy>.<decision>` of the group; null for what is by itself. */
  readonly decision: string | null
  /** The files that were compiled together. */
  readonly group: readonly SourceFile[]
  /** What the file could name behind `uses`: the vocabularies and modules of the workspace. */
  readonly usable: readonly string[]
  readonly examples: readonly ExampleCase[]
  /** Of all files of the group, in their order. */
  readonly problems: readonly Problem<ProblemCode>[]
}

/** What is known of a group. */
type Known = Omit<Analysis, 'file' | 'text' | 'tree' | 'language' | 'usable'>

interface Group {
  readonly decision: string | null
  readonly files: readonly SourceFile[]
}

/** A workspace without files. */
export function newWorkspace(): Workspace {
  const files = new Map<string, SourceFile>()
  const heads = new Map<string, FileHead>()
  const compiled = new Map<string, Known>()
  const analyses = new Map<string, Analysis>()
  const compileFiles = newCompiler()
  let last: string | null = null
  let groups: readonly Group[] | null = null

  const shelf = (): Shelf<SourceFile> => ({
    heads: [...heads.values()],
    pathOf: ({ name }) => name,
    policyAt: (path) => (heads.has(path) ? (files.get(path) ?? null) : null),
    dataOf: ({ name }, target) => files.get(pathFrom(name, target)) ?? null,
  })

  const allGroups = (): readonly Group[] => {
    groups ??= groupsOn(shelf(), files)
    return groups
  }

  const groupOf = (name: string, decision: string | undefined): Group => {
    const having = allGroups().filter((group) => group.files.some((file) => file.name === name))
    const found = [decision, last].flatMap((id) => having.find((group) => group.decision === id) ?? [])[0] ?? having[0]
    if (found !== undefined) return found
    const file = files.get(name) ?? { name, text: '' }
    return { decision: null, files: isPolicy(name) ? withUses([file], shelf()) : [file] }
  }

  return {
    set: (name, text) => {
      if (files.get(name)?.text === text) return
      const isNew = !files.has(name)
      files.set(name, { name, text })
      if (isPolicy(name)) heads.set(name, headOf(name, text))
      if (isNew) for (const each of [files, heads]) sortByName(each)
      groups = null
    },
    remove: (name) => {
      if (!files.delete(name)) return
      heads.delete(name)
      groups = null
      analyses.delete(name)
    },
    files: () => [...files.values()],
    decisions: () => decisionsIn([...heads.values()], files),
    decisionsOf: (name) =>
      allGroups().flatMap((group) =>
        group.decision !== null && group.files.some((file) => file.name === name) ? [group.decision] : [],
      ),
    analysis: (name, decision) => {
      const group = groupOf(name, decision)
      if (group.decision !== null) last = group.decision
      const key = group.decision ?? `\n${name}`
      const before = compiled.get(key)
      const known = before && isSame(before.group, group.files) ? before : compileGroup(group, compileFiles)
      compiled.set(key, known)
      const kept = analyses.get(name)
      const usable = [
        ...new Set(
          [...heads.values()].flatMap(({ path, isShared }) => (isShared && path !== name ? stemOf(path) : [])),
        ),
      ]
      if (kept?.problems === known.problems && kept.usable.join() === usable.join()) return kept
      const text = group.files.find((file) => file.name === name)?.text ?? ''
      const tree = known.trees.get(name) ?? { ...nothing, span: { start: 0, end: text.length } }
      const language = known.trees.has(name) ? tree.language : (known.trees.values().next().value?.language ?? 'zh')
      const analysis = { ...known, file: name, text, tree, language, usable }
      analyses.set(name, analysis)
      return analysis
    },
  }
}

const nothing: File = { kind: 'file', language: 'zh', items: [], comments: [], span: { start: 0, end: 0 } }

const isPolicy = (name: string): boolean => name.endsWith('.policy')

function sortByName(map: Map<string, unknown>): void {
  const entries = [...map].toSorted(([a], [b]) => (a < b ? -1 : 1))
  map.clear()
  for (const [name, value] of entries) map.set(name, value)
}

const isSame = (before: readonly SourceFile[], after: readonly SourceFile[]): boolean =>
  before.length === after.length && before.every((file, index) => file === after[index])

/** Every decision's, in the order of the ids, then files by themselves; vocabularies that nothing uses are in none. */
function groupsOn(shelf: Shelf<SourceFile>, files: ReadonlyMap<string, SourceFile>): readonly Group[] {
  const idOf = decisionIds(shelf.heads)
  const groups = groupByDecision(shelf.heads).map((heads): Group => {
    const own = heads.flatMap(({ path }) => files.get(path) ?? [])
    return { decision: heads[0] ? decisionName(heads[0], idOf) : null, files: withUses(own, shelf) }
  })
  return groups.toSorted((a, b) => ((a.decision ?? '\uFFFF') < (b.decision ?? '\uFFFF') ? -1 : 1))
}

function decisionsIn(heads: readonly FileHead[], files: ReadonlyMap<string, SourceFile>): readonly Decision[] {
  const idOf = decisionIds(heads)
  const declared = heads.flatMap(({ declares }) => declares)
  const decisions = groupByDecision(heads).flatMap((group): Decision[] => {
    const [head] = group
    const id = head ? decisionName(head, idOf) : null
    if (head === undefined || id === null) return []
    const own = group.flatMap(({ path }) => files.get(path) ?? [])
    return [
      {
        id,
        title: own.flatMap(({ text }) => policyTitle(text) ?? [])[0] ?? id,
        label: declared.find((each) => each.id === idOf(head))?.label ?? head.decision ?? '',
        editions: own.flatMap(({ text }) => editionNames(text)),
        files: group.map(({ path }) => path),
      },
    ]
  })
  return decisions.toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

function compileGroup({ decision, files }: Group, compileFiles: ReturnType<typeof newCompiler>): Known {
  const compilation = compileFiles(files)
  const report = newReport()
  const examples = compilation.policies.flatMap((policy) => readExamples(policy, report))
  return {
    ...compilation,
    decision,
    group: files,
    examples,
    problems: [...compilation.problems, ...report.problems],
  }
}
