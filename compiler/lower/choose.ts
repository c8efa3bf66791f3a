import type { BoundChoice, BoundPolicy } from '../bind/bound.ts'
import { and, or } from '../program/build.ts'
import type {
  Branch,
  Definition,
  Expr,
  Invariant,
  Origin,
  OutputField,
  Program,
  SplitInfo,
} from '../program/program.ts'

/** An edition among those that are chosen from: its program, and when the case is settled under it. */
interface Option {
  readonly program: Program
  readonly isTaken: Expr
}

/** The programs of a policy, those of editions that choose between editions (孰低, 孰高) made whole. */
export function chooseEditions(programs: readonly Program[], policies: readonly BoundPolicy[]): readonly Program[] {
  return programs.map((program) => {
    const policy = policies.find(({ id, decision }) => id === program.policy.id && decision.id === program.decision.id)
    const bound = policy?.editions.find(({ edition }) => edition.name.value === program.edition.name)
    if (!bound?.choice) return program
    const { editions, tiesTo } = bound.choice.choose
    const names = editions.map((name) => name?.value ?? program.edition.name)
    const preferred = tiesTo?.value ?? program.edition.name
    const siblings = programs.filter((each) => isSibling(each, program) && names.includes(each.edition.name))
    const inOrder = siblings.toSorted(
      (a, b) => Number(b.edition.name === preferred) - Number(a.edition.name === preferred),
    )
    return choose(program, inOrder, bound.choice, bound.choice.choose.name.text)
  })
}

const isSibling = (a: Program, b: Program): boolean => a.policy.id === b.policy.id && a.decision.id === b.decision.id

/**
 * A program that works the case out under each edition and gives all outputs of the one whose figure is lowest
 * (highest); where figures are equal, of the one that stands first.
 */
function choose(own: Program, editions: readonly Program[], choice: BoundChoice, name: string): Program {
  const taken = new Set(own.definitions.map(({ id }) => id))
  const origin = originOf(choice)
  const kept = editions.includes(own) ? own.definitions : []
  const renamed = editions.map((program) => (program === own ? own : beside(kept, program, prefixFor(program, taken))))
  const figures = renamed.map((program) => outputOf(program, name).value)
  const type = { kind: 'boolean' } as const
  const at = { file: choice.file, ...choice.choose.span }
  const isLess = (left: Expr, right: Expr, strictly: boolean): Expr => {
    const [low, high] = choice.choose.direction === 'lowest' ? [left, right] : [right, left]
    return { kind: 'compare', operator: strictly ? 'less' : 'lessOrEqual', left: low, right: high, type, at }
  }
  const conditions = figures.map((figure, index): Definition => {
    const others = figures.flatMap((other, place) => (place === index ? [] : [isLess(figure, other, place < index)]))
    const edition = editions[index]!.edition.name
    const id = free(`take${idPart(edition)}`, taken)
    const label = `${choice.choose.direction === 'lowest' ? '孰低' : '孰高'}「${edition}」`
    return { id, label, role: 'term', over: null, type, value: and(others, at), origin }
  })
  const options = renamed.map((program, index): Option => {
    const isTaken: Expr = { kind: 'ref', id: conditions[index]!.id, type, at }
    return { program, isTaken }
  })
  return {
    ...own,
    definitions: [...renamed.flatMap(({ definitions }) => definitions), ...conditions],
    output: own.output.map((output) => chosenOutput(output, options, origin)),
    splits: options.flatMap(({ program, isTaken }) =>
      program.splits.map((split): SplitInfo => ({ ...split, when: and([isTaken, split.when], split.when.at) })),
    ),
    requirements: options.flatMap(({ program, isTaken }) =>
      program.requirements.map((each) => whereTaken(each, isTaken)),
    ),
    invariants: options.flatMap(({ program, isTaken }) => program.invariants.map((each) => whereTaken(each, isTaken))),
    // Editions of one policy, which state the same ones.
    monotonies: own.monotonies.map((each, index) => ({
      ...each,
      value: chosenValue(each.value, options, ({ monotonies }) => monotonies[index]?.value, origin),
    })),
  }
}

function whereTaken<Item extends Invariant>(item: Item, isTaken: Expr): Item {
  const { type, at } = item.condition
  const isNot: Expr = { kind: 'not', operand: isTaken, type, at }
  return { ...item, condition: or([isNot, item.condition], at) }
}

function chosenOutput(output: OutputField, options: readonly Option[], origin: Origin): OutputField {
  const valueIn = (program: Program): Expr | undefined => program.output.find(({ path }) => path === output.path)?.value
  return { ...output, value: chosenValue({ ...output.value, type: output.type }, options, valueIn, origin) }
}

/** What the option says that is taken. */
function chosenValue(
  value: Expr,
  options: readonly Option[],
  valueIn: (program: Program) => Expr | undefined,
  origin: Origin,
): Expr {
  const branches = options.map(({ program, isTaken }): Branch => ({
    when: isTaken,
    value: valueIn(program) ?? value,
    origin,
  }))
  return { kind: 'cases', branches, otherwise: null, type: value.type, at: value.at }
}

const originOf = ({ choose: { span }, file, article, quotes, readings }: BoundChoice): Origin => ({
  file,
  start: span.start,
  end: span.end,
  article,
  quotes,
  readings,
})

function outputOf(program: Program, name: string): OutputField {
  const found = program.output.find(({ path, label }) => path === name || label === name)
  if (!found) throw new Error(`no output ${name} to choose by`)
  return found
}

/**
 * The same program with other identifiers where it says otherwise than the definitions kept, so that it can stand beside
 * them; what both say stands once.
 */
function beside(kept: readonly Definition[], program: Program, prefix: string): Program {
  const names = new Map<string, string>()
  const renamed = (id: string): string => names.get(id) ?? id
  const rename = <Node>(node: Node): Node => renameRefs(node, renamed)
  const label = (text: string): string => `${text}（${program.edition.name}）`
  const definitions = program.definitions.flatMap((each): Definition[] => {
    const value = rename(each.value)
    const same = kept.find(({ id }) => id === each.id)
    const isShared = same !== undefined && JSON.stringify(same) === JSON.stringify({ ...each, value })
    const id = isShared ? each.id : prefix + each.id
    names.set(each.id, id)
    return isShared ? [] : [{ ...each, id, label: label(each.label), value }]
  })
  return {
    ...program,
    definitions,
    output: rename(program.output),
    requirements: rename(program.requirements),
    invariants: rename(program.invariants),
    monotonies: rename(program.monotonies),
    splits: program.splits.map((split) => ({
      ...split,
      label: label(split.label),
      amount: rename(split.amount),
      when: rename(split.when),
      lines: split.lines.map((line) => ({
        ...line,
        definition: renamed(line.definition),
        share: renamed(line.share),
      })),
    })),
  }
}

function renameRefs<Node>(node: Node, rename: (id: string) => string): Node {
  if (Array.isArray(node)) return node.map((each: unknown) => renameRefs(each, rename)) as Node
  if (node === null || typeof node !== 'object') return node
  if ('kind' in node && node.kind === 'ref' && 'id' in node) return { ...node, id: rename(String(node.id)) }
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, renameRefs(value, rename)])) as Node
}

function prefixFor(program: Program, taken: Set<string>): string {
  const wanted = `under${idPart(program.edition.name)}_`
  let prefix = wanted
  while (program.definitions.some(({ id }) => taken.has(prefix + id))) prefix = `_${prefix}`
  for (const { id } of program.definitions) taken.add(prefix + id)
  return prefix
}

function free(wanted: string, taken: Set<string>): string {
  let id = wanted
  while (taken.has(id)) id = `_${id}`
  taken.add(id)
  return id
}

const idPart = (name: string): string => name.replaceAll(/[^\p{L}\p{N}]/gu, '')
