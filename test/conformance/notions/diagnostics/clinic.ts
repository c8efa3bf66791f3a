import { diagnosed, type GroupSource } from '../../author.ts'
import { textOf, type Line } from '../../format.ts'
import { filesOf, lines } from '../../sketch.ts'

const payment = `
  split visit.cost
    at rate 80% rounded half up to fen  into fund
    the rest                            into own`

/** A sound policy about a clinic, in which every rule that is wrong stands before the payment. */
const clinic = (rules: string, editions?: string): Readonly<Record<string, readonly Line[]>> =>
  filesOf({
    ...(editions === undefined ? {} : { editions }),
    choices: {
      'Status Status': 'Working working\nRetired retired',
      'Level Level': 'High high\nMiddle middle\nLow low',
    },
    regions: 'East east 110100\nWest west 610000',
    input: `Who person.status Status
      Birth person.birthDate date
      Where visit.level Level
      Cost visit.cost money
      Urgent visit.isUrgent boolean
      Place visit.place region
      Expiry visit.expiry optional(date)
      Paid visit.months monthCount`,
    lists: { 'Bills bills': 'Amount bill.amount money\nBillLevel bill.level Level\nDue bill.due optional(date)' },
    yearly: 'YearCost yearToDate.cost money',
    output: 'Fund fund money\nOwn own money',
    rules,
  })

/** These codes, of rules before the payment and text after it. */
export const told = (codes: string, about: string, rules: string, after = ''): GroupSource =>
  diagnosed(about, clinic([rules, payment, after].map((text) => lines(text).join('\n')).join('\n')), codes.split(' '))

/** These codes, of rules that stand alone. */
export const toldAlone = (codes: string, about: string, rules: string): GroupSource =>
  diagnosed(about, clinic(rules), codes.split(' '))

/** These codes, of the sound policy in which one thing is written otherwise. */
export function toldOf(codes: string, about: string, written: string, instead: string): GroupSource {
  return () => {
    const files = clinic(payment)
    const found = Object.entries(files).find(([, text]) => textOf(text).includes(written))
    if (!found) throw new Error(`“${about}”: there is no “${written}”`)
    const [name, text] = found
    const changed = lines(textOf(text).replace(written, () => instead))
    return diagnosed(about, { ...files, [name]: changed }, codes.split(' '))()
  }
}

/** These codes, of the sound policy with these editions, to which the rules are common. */
export const toldEditions = (codes: string, about: string, editions: string): GroupSource =>
  diagnosed(about, clinic(`${payment}\n\n${editions}`, ''), codes.split(' '))

/** These codes, of the sound policy with lines below it, some of them many times. */
export const toldLong = (codes: string, about: string, before: string, ...more: readonly Line[]): GroupSource => {
  const files = clinic([before, payment].map((text) => lines(text).join('\n')).join('\n'))
  return diagnosed(about, { ...files, 'sample.policy': [...(files['sample.policy'] ?? []), ...more] }, codes.split(' '))
}
