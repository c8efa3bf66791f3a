/** The inpatient bill as a graph of GoRules Zen: three decision tables, then expressions, in whole fen. */
import type { Bill, Settlement } from '../inpatient/bill.ts'
import { ownPackage, type Engine } from './engine.ts'

interface Zen {
  readonly ZenEngine: new () => {
    createDecision(graph: object): { evaluate(context: object): Promise<{ readonly result: Settlement }> }
  }
}

/** A table: its columns of conditions, its columns of results, and rows that have one cell for each. */
function table(
  id: string,
  given: readonly string[],
  found: readonly string[],
  rows: readonly (readonly string[])[],
): object {
  const inputs = given.map((field) => ({ id: `if ${field}`, name: field, field }))
  const outputs = found.map((field) => ({ id: `then ${field}`, name: field, field }))
  const ids = [...inputs, ...outputs].map((column) => column.id)
  return {
    id,
    name: id,
    type: 'decisionTableNode',
    content: {
      hitPolicy: 'first',
      passThrough: true,
      executionMode: 'single',
      inputs,
      outputs,
      rules: rows.map((cells, index) => ({
        _id: `${id} ${index}`,
        ...Object.fromEntries(cells.map((cell, column) => [ids[column]!, cell])),
      })),
    },
  }
}

const values: readonly (readonly [key: string, value: string])[] = [
  ['deductible', 'min([visit.eligible, max([0, standard - yearToDate.deductiblePaid])])'],
  ['start', 'yearToDate.inpatientEligible + $.deductible'],
  ['end', 'yearToDate.inpatientEligible + visit.eligible'],
  [
    'fund',
    `floor((max([0, min([$.end, 3500000]) - $.start]) * (first - points)
    + max([0, min([$.end, 7000000]) - max([$.start, 3500000])]) * (second - points)
    + max([0, $.end - max([$.start, 7000000])]) * (third - points) + 50) / 100)`,
  ],
  ['base', 'yearToDate.criticalIllnessBase + visit.eligible - $.fund'],
  [
    'criticalIllness',
    `floor((max([0, min([$.base, 2000000]) - max([yearToDate.criticalIllnessBase, 500000])]) * 80
    + max([0, min([$.base, 50000000]) - max([yearToDate.criticalIllnessBase, 2000000])]) * 90 + 50) / 100)`,
  ],
  ['coPay', 'visit.eligible - $.deductible - $.fund'],
  ['person', 'visit.eligible - $.fund - $.criticalIllness'],
  ['yearToDate.inpatientEligible', '$.end'],
  ['yearToDate.deductiblePaid', 'yearToDate.deductiblePaid + $.deductible'],
  ['yearToDate.criticalIllnessBase', '$.base'],
]

const nodes: readonly { readonly id: string }[] = [
  { id: 'request', name: 'request', type: 'inputNode', content: { schema: '' } },
  table(
    'standard',
    ['visit.tier'],
    ['standard'],
    [
      [`"tertiary"`, '120000'],
      [`"community"`, '30000'],
      ['', '60000'],
    ],
  ),
  table(
    'points',
    ['visit.setting'],
    ['points'],
    [
      [`"inProvince", "referral"`, '10'],
      [`"temporary"`, '20'],
      ['', '0'],
    ],
  ),
  table(
    'rates',
    ['person.status', 'visit.tier'],
    ['first', 'second', 'third'],
    [
      [`"active"`, `"community"`, '85', '90', '95'],
      [`"active"`, '', '80', '85', '95'],
      [`"retired"`, `"community"`, '90', '95', '95'],
      [`"retired"`, '', '85', '90', '95'],
    ],
  ),
  {
    id: 'amounts',
    name: 'amounts',
    type: 'expressionNode',
    content: {
      passThrough: false,
      executionMode: 'single',
      expressions: values.map(([key, value]) => ({ id: key, key, value })),
    },
  },
  { id: 'response', name: 'response', type: 'outputNode', content: { schema: '' } },
] as { readonly id: string }[]

const graph = {
  contentType: 'application/vnd.gorules.decision',
  nodes: nodes.map((node, index) => ({ ...node, position: { x: index * 200, y: 0 } })),
  edges: nodes.slice(1).map((node, index) => ({
    id: `to ${node.id}`,
    type: 'edge',
    sourceId: nodes[index]!.id,
    targetId: node.id,
  })),
}

export async function zen(): Promise<Engine> {
  const { ZenEngine } = await ownPackage<Zen>('@gorules/zen-engine')
  const decision = new ZenEngine().createDecision(graph)
  return {
    name: 'GoRules Zen',
    prepare: (bill: Bill) => bill,
    settle: async (bill) => (await decision.evaluate(bill as Bill)).result,
    read: (output) => {
      const { deductible, coPay, fund, criticalIllness, person, yearToDate } = output as Settlement
      const { inpatientEligible, deductiblePaid, criticalIllnessBase } = yearToDate
      const year = { inpatientEligible, deductiblePaid, criticalIllnessBase }
      return { deductible, coPay, fund, criticalIllness, person, yearToDate: year }
    },
  }
}
