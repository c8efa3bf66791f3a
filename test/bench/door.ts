/**
 * The door of both hand-written implementations: everything about a bill but its amounts is checked here, and each
 * implementation reads the amounts in its own arithmetic. Fields are read by name, so that a missing one fails its
 * own check, and counted, so that an unknown one is noticed; only a bill that is wrong is looked at closely.
 */
import type { Costs, Filing, Person, Visit, YearToDate } from '../ningbo/bill.ts'

/** A bill whose amounts nobody has looked at yet. */
export interface CheckedBill {
  person: Person
  visit: Visit
  filings: readonly Filing[]
  costs: Record<keyof Costs, unknown>
  yearToDate: Record<keyof YearToDate, unknown>
}

/** What is wrong with a bill, and where: `visit.tier`, `filings[0].from`, or '' for the whole bill. */
export class BadBill extends Error {
  readonly path: string
  constructor(path: string, message: string) {
    super(path === '' ? message : `${path}: ${message}`)
    this.path = path
  }
}

export function refuse(path: string, value: unknown, allowed: string): never {
  if (value === undefined) throw new BadBill(path, `${path.slice(path.lastIndexOf('.') + 1)} is missing`)
  throw new BadBill(path, `${shown(value)} is not ${allowed}`)
}

export function checkBill(input: unknown): CheckedBill {
  const bill = object(input, '')
  const { person, visit, filings, costs, yearToDate } = bill
  if (countFields(bill) !== 5) {
    refuseFields(bill, '', ['person', 'visit', 'filings', 'costs', 'yearToDate'])
  }
  checkPerson(object(person, 'person'))
  checkVisit(object(visit, 'visit'))
  if (!Array.isArray(filings)) refuse('filings', filings, 'a list')
  for (let i = 0; i < filings.length; i++) checkFiling(filings[i], i)
  checkCosts(object(costs, 'costs'))
  checkYearToDate(object(yearToDate, 'yearToDate'))
  return input as CheckedBill
}

type Fields = Record<string, unknown>

function checkPerson(person: Fields): void {
  const { status, birthDate, specialDiseaseFiled } = person
  if (countFields(person) !== 3) {
    refuseFields(person, 'person', ['status', 'birthDate', 'specialDiseaseFiled'])
  }
  if (status !== 'active' && status !== 'retired') refuse('person.status', status, 'active or retired')
  if (!isDate(birthDate)) refuse('person.birthDate', birthDate, 'a date YYYY-MM-DD')
  if (typeof specialDiseaseFiled !== 'boolean') {
    refuse('person.specialDiseaseFiled', specialDiseaseFiled, 'true or false')
  }
}

function checkVisit(visit: Fields): void {
  const { kind, tier, place, emergency, admittedOn, settledOn } = visit
  if (countFields(visit) !== 6) {
    refuseFields(visit, 'visit', ['kind', 'tier', 'place', 'emergency', 'admittedOn', 'settledOn'])
  }
  if (kind !== 'outpatient' && kind !== 'inpatient' && kind !== 'specialOutpatient' && kind !== 'homeBed') {
    refuse('visit.kind', kind, 'outpatient, inpatient, specialOutpatient or homeBed')
  }
  if (tier !== 'tertiary' && tier !== 'secondary' && tier !== 'primary' && tier !== 'community') {
    refuse('visit.tier', tier, 'tertiary, secondary, primary or community')
  }
  if (!isRegion(place)) refuse('visit.place', place, 'a region of six digits')
  if (typeof emergency !== 'boolean') refuse('visit.emergency', emergency, 'true or false')
  if (!isDate(admittedOn)) refuse('visit.admittedOn', admittedOn, 'a date YYYY-MM-DD')
  if (!isDate(settledOn)) refuse('visit.settledOn', settledOn, 'a date YYYY-MM-DD')
  if (!settledOn.startsWith('2023')) refuse('visit.settledOn', settledOn, 'a day of an edition: there is 2023')
}

function checkFiling(value: unknown, index: number): void {
  if (!isObject(value)) refuse(`filings[${index}]`, value, 'an object')
  const { kind, region, from, until, madeOn } = value
  if (countFields(value) !== 5) {
    refuseFields(value, `filings[${index}]`, ['kind', 'region', 'from', 'until', 'madeOn'])
  }
  if (kind !== 'longTermResidence' && kind !== 'referral' && kind !== 'temporary') {
    refuse(`filings[${index}].kind`, kind, 'longTermResidence, referral or temporary')
  }
  if (!isRegion(region)) refuse(`filings[${index}].region`, region, 'a region of six digits')
  if (!isDate(from)) refuse(`filings[${index}].from`, from, 'a date YYYY-MM-DD')
  if (until !== null && !isDate(until)) refuse(`filings[${index}].until`, until, 'a date YYYY-MM-DD or null')
  if (!isDate(madeOn)) refuse(`filings[${index}].madeOn`, madeOn, 'a date YYYY-MM-DD')
}

function checkCosts(costs: Fields): void {
  if (countFields(costs) !== 4) {
    refuseFields(costs, 'costs', ['total', 'ownExpense', 'overLimit', 'firstPay'])
  }
}

function checkYearToDate(yearToDate: Fields): void {
  if (countFields(yearToDate) !== 5) {
    const names = 'inpatientEligible deductiblePaid outpatientSelfPaid criticalIllnessBase currentAccount'
    refuseFields(yearToDate, 'yearToDate', names.split(' '))
  }
}

// ---------------------------------------------------------------------------------------------------------------
// Objects

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function object(value: unknown, path: string): Fields {
  return isObject(value) ? value : refuse(path, value, 'an object')
}

/** Inherited fields are counted too: one of them is as wrong as an unknown one. */
function countFields(value: Fields): number {
  let count = 0
  for (const _ in value) count++
  return count
}

/** Called when something is wrong with the fields: finds out what. */
function refuseFields(value: Fields, path: string, names: readonly string[]): never {
  const prefix = path === '' ? '' : `${path}.`
  for (const name in value) {
    if (!names.includes(name)) throw new BadBill(prefix + name, `unknown field ${name}; there are ${names.join(', ')}`)
  }
  const missing = names.find((name) => value[name] === undefined)
  throw new BadBill(prefix + missing, `${missing} is missing`)
}

function shown(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 60))
  if (typeof value !== 'object' || value === null) return String(value)
  const inside = Object.entries(value).slice(0, 3)
  const parts = inside.map(([name, item]) => `${name}: ${typeof item === 'object' ? '…' : String(item)}`)
  return Array.isArray(value) ? `[${parts.join(', ')}]` : `{${parts.join(', ')}}`
}

// ---------------------------------------------------------------------------------------------------------------
// Dates and regions

const monthDays = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const isProvince: boolean[] = Array.from({ length: 100 }, () => false)
for (const code of [11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46]) {
  isProvince[code] = true
}
for (const code of [50, 51, 52, 53, 54, 61, 62, 63, 64, 65, 71, 81, 82]) isProvince[code] = true

function isDate(text: unknown): text is string {
  if (typeof text !== 'string' || text.length !== 10) return false
  if (text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return false
  const century = twoDigits(text, 0)
  const year = twoDigits(text, 2)
  const month = twoDigits(text, 5)
  const day = twoDigits(text, 8)
  if (century < 0 || year < 0 || month < 1 || month > 12 || day < 1) return false
  if (month === 2 && day === 29) return (year === 0 ? century : year) % 4 === 0
  return day <= (monthDays[month] ?? 0)
}

export function isRegion(text: unknown): text is string {
  if (typeof text !== 'string' || text.length !== 6) return false
  return isProvince[twoDigits(text, 0)] === true && twoDigits(text, 2) >= 0 && twoDigits(text, 4) >= 0
}

/** The number that two characters spell, or −1 where one is not a digit. */
function twoDigits(text: string, start: number): number {
  const tens = text.charCodeAt(start) - 48
  const ones = text.charCodeAt(start + 1) - 48
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1
}
