import { randomBill, seededRandom } from '../ningbo/bills.ts'

const header = [
  'id',
  ...['status', 'birthDate', 'specialDiseaseFiled'].map((name) => `person.${name}`),
  ...['kind', 'tier', 'place', 'emergency', 'admittedOn', 'settledOn'].map((name) => `visit.${name}`),
  'filings',
  ...['total', 'ownExpense', 'overLimit', 'firstPay'].map((name) => `costs.${name}`),
  ...['inpatientEligible', 'deductiblePaid', 'outpatientSelfPaid', 'criticalIllnessBase', 'currentAccount'].map(
    (name) => `yearToDate.${name}`,
  ),
]

/** Bills of Ningbo on the edges of its tables and dates, of both editions; every 97th row is wrong in some way. */
export function billLines(count: number, seed: number): readonly string[] {
  const random = seededRandom(seed)
  return Array.from({ length: count }, (_, index) => {
    const text = JSON.stringify({ id: `第${index}行\t"${index}"`, ...randomBill(random) })
    const line = random() < 0.5 ? text : text.replaceAll('"2023-', '"2022-').replaceAll('-02-29', '-02-28')
    return index % 97 === 96 ? (spoiled[index % spoiled.length] ?? broken)(line) : line
  })
}

const broken = (line: string): string => line.slice(0, -7)
const spoiled: readonly ((line: string) => string)[] = [
  broken,
  () => '',
  (line) => line.replace('"total":"', '"total":"-'),
  (line) => line.replace(/"settledOn":"[^"]*"/, '"settledOn":"2035-01-01"'),
  (line) => line.replace('"kind":', '"kinds":'),
  (line) => `${line}\u2028`,
  (line) => line.replace('"id":"', '"id":"\uDC00'),
]

/** The same, each of one of some persons, without the figures that are carried from bill to bill. */
export function linesOfPersons(lines: readonly string[], persons: number): readonly string[] {
  return lines.map((line, index) => {
    const bill = parsed(line)
    if (bill === null || index % 101 === 100) return line
    const { yearToDate: _, ...rest } = bill as Record<string, unknown>
    return JSON.stringify({ psn_no: index % 89 === 88 ? null : `人员${index % persons}`, ...rest })
  })
}

/** The same as CSV. */
export function asCsv(lines: readonly string[]): string {
  return `${[header.join(','), ...lines.map(csvLine)].join('\r\n')}\r\n`
}

function csvLine(line: string): string {
  const bill = parsed(line)
  if (bill === null) return line.replaceAll(/[\r\n]/g, ' ')
  return header.map((path) => csvCell(path.split('.').reduce<unknown>(inside, bill))).join(',')
}

function parsed(line: string): object | null {
  try {
    return JSON.parse(line) as object
  } catch {
    return null
  }
}

function inside(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined
}

function csvCell(value: unknown): string {
  const text = typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value)
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
