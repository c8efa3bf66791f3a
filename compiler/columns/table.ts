import { CaseError } from '../../runtime/case-error.ts'
import { bandAbove } from '../typescript/bands.ts'
import type { Rational } from '../../runtime/rational.ts'
import { allOver } from '../arithmetic/denominator.ts'
import type { Value as Meant } from '../interpret/evaluation.ts'
import type { Expr } from '../program/program.ts'
import { customary } from '../arithmetic/limits.ts'
import { placeCode } from './field.ts'
import { atomsOf, rowsOf, valueAt, type Atom } from './finite.ts'
import { times, type Count, type Here } from './writing.ts'

/**
 * A number that follows from choices and truths alone: a literal, or a cell of a table that the module holds. A
 * look-up has no branches. Null where it follows from more, or has a name already.
 */
export function tabulate(expr: Expr, here: Here): Count | null {
  if (expr.kind === 'constant' || expr.kind === 'input' || expr.kind === 'field' || expr.kind === 'ref') return null
  const atoms = atomsOf(expr, here.writing)
  if (!atoms) return null
  const cells = valuesIn(expr, atoms, here)?.map((value) => rateOf(value, here))
  if (!cells) return null
  const over = allOver([customary(expr.type), ...cells.flatMap((cell) => cell?.d ?? [])])
  if (over === 'any') return null
  const counts = cells.map((cell) => cell && (cell.n * over) / cell.d)
  const stated = counts.filter((count) => count !== null)
  const size = stated.map((count) => (count < 0n ? -count : count)).reduce((a, b) => (a > b ? a : b), 0n)
  const count = (code: string): Count => ({ code, over, size, isNegativePossible: stated.some((each) => each < 0n) })
  const codes = counts.map((each) => (each === null ? null : String(each)))
  return count(lookUp(atoms, codes, 'Float64Array', here))
}

/** A truth in the same way. */
export function tabulateCondition(expr: Expr, here: Here): string | null {
  const atoms = atomsOf(expr, here.writing)
  if (!atoms) return null
  const cells = valuesIn(expr, atoms, here)?.map((value) => (value?.kind === 'boolean' ? String(value.is) : null))
  const stated = [...new Set(cells?.filter((cell) => cell !== null))]
  return stated.length === 1 ? (stated[0] ?? null) : null
}

/** What it comes to in every row; null where one can't be computed (a division by zero): it has to be refused. */
function valuesIn(expr: Expr, atoms: readonly Atom[], { writing }: Here): readonly (Meant | null)[] | null {
  try {
    return rows(atoms).map((row) => valueAt(expr, row, writing))
  } catch (problem) {
    if (problem instanceof CaseError) return null
    throw problem
  }
}

type Row = ReadonlyMap<Atom, Meant>

/** Every combination of values, the last atom's the fastest. */
function rows(atoms: readonly Atom[]): readonly Row[] {
  return atoms.reduce<readonly Row[]>(
    (before, atom) => before.flatMap((row) => atom.values.map((value) => new Map(row).set(atom, value))),
    [new Map()],
  )
}

function rateOf(value: Meant | null, { band }: Here): Rational | null {
  if (value?.kind === 'exact') return value.exact
  if (value?.kind !== 'schedule') return null
  const floor = band?.floor ?? null
  const edges = value.edges.map(({ n, d }) => (d === 1n ? `${n}` : `${n}/${d}`))
  return value.rates[bandAbove(edges, floor)] ?? null
}

/** The cell for the values that the atoms have; atoms that make no difference are left out. */
function lookUp(atoms: readonly Atom[], cells: readonly (string | null)[], array: string, here: Here): string {
  const irrelevant = atoms.findIndex((_, index) => same(atoms, index, cells) !== null)
  if (irrelevant >= 0) {
    const fewer = atoms.filter((_, index) => index !== irrelevant)
    return lookUp(fewer, same(atoms, irrelevant, cells) ?? [], array, here)
  }
  const [only] = cells
  if (atoms.length === 0) return only == null ? 'NaN' : only.startsWith('-') ? `(${only})` : only
  const { writing } = here
  const text = `${array}.of(${cells.map((cell) => cell ?? 'NaN').join(', ')})`
  const name = writing.shared.get(text) ?? writing.names.fresh('table')
  if (!writing.shared.has(text)) writing.above.push(`const ${name} = ${text}\n`)
  writing.shared.set(text, name)
  return `${name}[${indexOf(atoms, here)}]!`
}

/** The cells without an atom, where they are the same for all of its values; null where they are not. */
function same(atoms: readonly Atom[], index: number, cells: readonly (string | null)[]): (string | null)[] | null {
  const own = atoms[index]?.values.length ?? 1
  const inner = rowsOf(atoms.slice(index + 1))
  const found: (string | null)[] = []
  for (let outer = 0; outer < cells.length; outer += own * inner) {
    for (let place = outer; place < outer + inner; place++) {
      const values = atoms[index]!.values.map((_, each) => cells[place + each * inner] ?? null)
      const stated = new Set(values.filter((value) => value !== null))
      if (stated.size > 1) return null
      found.push([...stated][0] ?? null)
    }
  }
  return found
}

function indexOf(atoms: readonly Atom[], here: Here): string {
  const text = atoms.slice(1).reduce(
    (index, atom) => {
      return `${times(index.includes('+') ? `(${index})` : index, String(atom.values.length))} + ${placeCode(atom.of, here)}`
    },
    placeCode(atoms[0]!.of, here),
  )
  if (atoms.length === 1 || here.elements.size > 0) return text
  const { shared, names } = here.writing
  const name = shared.get(`index ${text}`) ?? names.fresh('category')
  if (!shared.has(`index ${text}`)) here.block.push(`const ${name} = ${text}\n`)
  shared.set(`index ${text}`, name)
  return name
}
