import type { CstNode, IToken } from 'chevrotain'
import { buildName, dateOf, endOf, first, nodeSpan, textOf, written } from './build-parts.ts'
import type {
  AdditionCstNode,
  AmountCstNode,
  CompareOperatorCstNode,
  ComparisonCstNode,
  ConjunctionCstNode,
  ExpressionCstNode,
  FallbackCstNode,
  MultiplicationCstNode,
  NegationCstNode,
  PrimaryCstNode,
  QuantifiedCstNode,
  ReferenceCstNode,
  RoundingCstNode,
} from './cst.gen.ts'
import { tokenSpan, type Token } from './tokens.ts'
import type { Amount, ArithmeticOperator, CompareOperator, Expression, Quantified, Rounding, Span } from './tree.ts'

const lower = (token: string): string => token.slice(0, 1).toLowerCase() + token.slice(1)

const missing = (at: number): Expression => ({ kind: 'missing', span: { start: at, end: at } })

/** `fallback` is where a missing expression is said to be. */
export function buildExpression(node: ExpressionCstNode | undefined, fallback: number): Expression {
  if (node === undefined) return missing(fallback)
  return buildLogic('or', node, node.children.conjunction, node.children.Or, fallback, buildConjunction)
}

function buildConjunction(node: ConjunctionCstNode, fallback: number): Expression {
  return buildLogic('and', node, node.children.negation, node.children.And, fallback, buildNegation)
}

function buildLogic<Node extends CstNode>(
  operator: 'and' | 'or',
  node: CstNode,
  parts: readonly Node[] | undefined,
  operators: readonly IToken[] | undefined,
  fallback: number,
  build: (node: Node, fallback: number) => Expression,
): Expression {
  const end = endOf(node, fallback)
  const operands = (parts ?? []).map((part) => build(part, end))
  while (operands.length < (operators?.length ?? 0) + 1) operands.push(missing(end))
  const [only] = operands
  if (operands.length === 1 && only !== undefined) return only
  return { kind: 'logic', operator, operands, span: nodeSpan(node, fallback) }
}

function buildNegation(node: NegationCstNode, fallback: number): Expression {
  const operand = buildComparison(first(node.children.comparison), endOf(node, fallback))
  if (written(node.children.Not) === undefined) return operand
  return { kind: 'not', operand, span: nodeSpan(node, fallback) }
}

function buildComparison(node: ComparisonCstNode | undefined, fallback: number): Expression {
  if (node === undefined) return missing(fallback)
  const { fallback: sides, compareOperator, In, NotIn, members } = node.children
  const end = endOf(node, fallback)
  const left = buildFallback(sides?.[0], end)
  const span = nodeSpan(node, fallback)
  const operator = compareOperatorOf(first(compareOperator))
  if (operator !== null) return { kind: 'compare', operator, left, right: buildFallback(sides?.[1], end), span }
  const negated = written(NotIn) !== undefined
  if (!negated && written(In) === undefined) return left
  const primaries = first(members)?.children.primary ?? []
  return { kind: 'membership', negated, left, members: primaries.map((each) => buildPrimary(each, end)), span }
}

/** The operator that stands there, or null. */
export function compareOperatorOf(node: CompareOperatorCstNode | undefined): CompareOperator | null {
  for (const tokens of Object.values(node?.children ?? {})) {
    const token = written(tokens)
    if (token !== undefined) return lower(token.name) as CompareOperator
  }
  return null
}

function buildFallback(node: FallbackCstNode | undefined, fallback: number): Expression {
  if (node === undefined) return missing(fallback)
  const end = endOf(node, fallback)
  const value = buildAddition(node.children.addition?.[0], end)
  if (written(node.children.OrElse) === undefined) return value
  const other = buildAddition(node.children.addition[1], end)
  return { kind: 'orElse', value, fallback: other, span: nodeSpan(node, fallback) }
}

export function buildAddition(node: AdditionCstNode | undefined, fallback: number): Expression {
  if (node === undefined) return missing(fallback)
  const { multiplication, Plus, Minus, LoweredBy, RaisedBy } = node.children
  return buildChain(node, multiplication, inOrder(Plus, Minus, LoweredBy, RaisedBy), fallback, buildMultiplication)
}

function buildMultiplication(node: MultiplicationCstNode, fallback: number): Expression {
  const { primary, Times, Divide } = node.children
  return buildChain(node, primary, inOrder(Times, Divide), fallback, buildPrimary)
}

function inOrder(...groups: readonly (readonly IToken[] | undefined)[]): readonly Token[] {
  const tokens = groups.flatMap((group) => (group ?? []).map((token) => token as Token))
  return tokens.length < 2 ? tokens : tokens.toSorted((one, other) => one.startOffset - other.startOffset)
}

/** Operators of one rank, the leftmost first. A missing operand stands where its operator ends. */
function buildChain<Node extends CstNode>(
  node: CstNode,
  parts: readonly Node[] | undefined,
  operators: readonly Token[],
  fallback: number,
  build: (part: Node, fallback: number) => Expression,
): Expression {
  const { start } = nodeSpan(node, fallback)
  const operandAt = (index: number, at: number): Expression => {
    const part = parts?.[index]
    return part === undefined ? missing(at) : build(part, at)
  }
  let left = operandAt(0, start)
  for (const [index, token] of operators.entries()) {
    const right = operandAt(index + 1, token.endOffset + 1)
    const operator = lower(token.name) as ArithmeticOperator
    const span = { start: left.span.start, end: Math.max(left.span.end, right.span.end) }
    left = { kind: 'arithmetic', operator, left, right, span }
  }
  return left
}

function buildPrimary(node: PrimaryCstNode, fallback: number): Expression {
  const { children } = node
  const [inner] = children.parens ?? []
  if (inner !== undefined) {
    const expression = buildExpression(first(inner.children.expression), endOf(inner, fallback))
    return { kind: 'parens', inner: expression, span: nodeSpan(inner, fallback) }
  }
  const [quantified] = children.quantified ?? []
  if (quantified !== undefined) return buildQuantified(quantified, fallback)
  const [reference] = children.reference ?? []
  if (reference !== undefined) return buildReference(reference, fallback)
  for (const tokens of Object.values(children)) {
    const token = written(tokens as readonly IToken[])
    if (token !== undefined) return literalOf(token)
  }
  return missing(endOf(node, fallback))
}

function literalOf(token: Token): Expression {
  const span: Span = tokenSpan(token)
  const { digits, unit } = token
  if (unit !== null) return { kind: 'quantity', digits, unit, span }
  if (token.name === 'Fraction') return { kind: 'fraction', numerator: digits, denominator: token.text, span }
  if (token.name === 'Number') return { kind: 'number', digits, span }
  if (token.name === 'Text') return textOf(token, span.start)
  if (token.name === 'OpenEnded') return { kind: 'openEnded', span }
  if (token.name === 'Absent') return { kind: 'absent', span }
  return dateOf(token) ?? missing(span.start)
}

function buildReference(node: ReferenceCstNode, fallback: number): Expression {
  const { name, LeftParen, expression } = node.children
  const end = endOf(node, fallback)
  const callee = buildName(first(name), end)
  if (written(LeftParen) === undefined) return callee.text === '' ? missing(end) : callee
  const inner = (expression ?? []).map((each) => buildExpression(each, end))
  return { kind: 'call', callee, arguments: inner, span: nodeSpan(node, fallback) }
}

function buildQuantified(node: QuantifiedCstNode, fallback: number): Quantified {
  const { All, Count, Sum, name, Taking, addition, SuchThat, expression } = node.children
  const end = endOf(node, fallback)
  const isOne = (tokens: readonly IToken[] | undefined): boolean => written(tokens) !== undefined
  return {
    kind: 'quantified',
    quantifier: isOne(All) ? 'all' : isOne(Count) ? 'count' : isOne(Sum) ? 'sum' : 'any',
    list: buildName(first(name), end),
    taking: isOne(Taking) ? buildAddition(first(addition), end) : null,
    suchThat: isOne(SuchThat) ? buildExpression(first(expression), end) : null,
    span: nodeSpan(node, fallback),
  }
}

export function buildAmount(node: AmountCstNode | undefined, fallback: number): Amount {
  return {
    kind: 'amount',
    value: buildExpression(first(node?.children.expression), endOf(node, fallback)),
    floorZero: written(node?.children.NotBelowZero) !== undefined,
    rounding: roundingOf(first(node?.children.rounding)),
    span: nodeSpan(node, fallback),
  }
}

function roundingOf(node: RoundingCstNode | undefined): Rounding | null {
  for (const tokens of Object.values(node?.children ?? {})) {
    const token = written(tokens)
    if (token !== undefined) return lower(token.name) as Rounding
  }
  return null
}
