import type { FormField } from '../../../worker/form.ts'

/**
 * What people write for a value, as a case writes it: 3万, 30,000元 and ３００００ are 30000, 2023年7月1日 is 2023-07-01.
 * What can be read in no way, or in two, stays as it is, for the reader of cases to refuse.
 */
export function fromTyped(text: string, kind: FormField['type']['kind']): string {
  const plain = text.normalize('NFKC').trim()
  switch (kind) {
    case 'money':
      return moneyIn(plain) ?? text
    case 'date':
      return dayIn(plain) ?? text
    case 'yearMonth':
      return monthIn(plain) ?? text
    case 'months':
      return /^(\d{1,15})个月$/u.exec(plain)?.[1] ?? text
    case 'rate':
    case 'number':
    case 'text':
    case 'texts':
    case 'boolean':
    case 'choice':
    case 'region':
      return text
  }
}

function moneyIn(text: string): string | null {
  const found = /^¥?(\d{1,3}(?:[, ]\d{3})+|\d+)(?:\.(\d+))?(万)?元?$/u.exec(text)
  if (!found) return null
  const [, whole = '', decimals = '', tenThousands] = found
  const digits = whole.replaceAll(/[, ]/gu, '')
  if (!tenThousands) return decimals === '' ? digits : `${digits}.${decimals}`
  const moved = `${digits}${decimals.slice(0, 4).padEnd(4, '0')}`.replace(/^0+(?=\d)/u, '')
  return decimals.length > 4 ? `${moved}.${decimals.slice(4)}` : moved
}

function dayIn(text: string): string | null {
  const found =
    /^(\d{4})(?:年|([-/.]))(\d{1,2})(?:月|\2)(\d{1,2})日?$/u.exec(text) ?? /^(\d{4})()(\d\d)(\d\d)$/u.exec(text)
  return found && `${found[1]}-${twoDigits(found[3])}-${twoDigits(found[4])}`
}

function monthIn(text: string): string | null {
  const found = /^(\d{4})[-/.年](\d{1,2})月?$/u.exec(text)
  return found && `${found[1]}-${twoDigits(found[2])}`
}

const twoDigits = (digits = ''): string => digits.padStart(2, '0')
