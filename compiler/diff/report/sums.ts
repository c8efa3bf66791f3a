import type { Expr, Program } from '../../program/program.ts'

/** The outputs that an output is the plain sum of, with their signs, if it is one in both programs; else null. */
export function sumOf(
  path: string,
  before: Program,
  after: Program,
): readonly (readonly [sign: 1 | -1, path: string])[] | null {
  const [was, is] = [before, after].map((program) => {
    const output = program.output.find((each) => each.path === path)
    return output ? partsIn(opened(output.value, program), program, 1) : null
  })
  return was && is && was.length > 1 && JSON.stringify(was) === JSON.stringify(is) ? was : null
}

function opened(expr: Expr, { definitions }: Program): Expr {
  return expr.kind === 'ref' ? (definitions.find(({ id }) => id === expr.id)?.value ?? expr) : expr
}

function partsIn(expr: Expr, program: Program, sign: 1 | -1): readonly (readonly [1 | -1, string])[] | null {
  if (expr.kind === 'ref') {
    const output = program.output.find(({ value }) => value.kind === 'ref' && value.id === expr.id)
    return output ? [[sign, output.path]] : null
  }
  if (expr.kind !== 'arithmetic' || (expr.operator !== 'add' && expr.operator !== 'subtract')) return null
  const left = partsIn(expr.left, program, sign)
  const right = partsIn(expr.right, program, expr.operator === 'add' ? sign : sign === 1 ? -1 : 1)
  return left && right && [...left, ...right]
}
