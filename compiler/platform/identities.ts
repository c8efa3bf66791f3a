import { add, compare, toDecimal, zero, type Rational } from '../../runtime/rational.ts'
import { fundFields } from './settlement.ts'

/**
 * What has to hold between the fields of every settlement, by the numbers of the platform's specification. The third
 * says what acct_pay contains, which no figure can show. Fields in `others` count nothing where a policy has none.
 */
const identities: readonly Identity[] = [
  {
    number: 1,
    left: 'medfee_sumamt',
    relation: 'equals',
    right: ['fund_pay_sumamt', 'psn_part_amt'],
    others: ['hosp_part_amt'],
  },
  { number: 2, left: 'fund_pay_sumamt', relation: 'equals', right: [], others: fundFields },
  {
    number: 4,
    left: 'medfee_sumamt',
    relation: 'equals',
    right: ['inscp_scp_amt'],
    others: ['fulamt_ownpay_amt', 'overlmt_selfpay', 'preselfpay_amt'],
  },
  { number: 5, left: 'psn_part_amt', relation: 'equals', right: ['psn_cash_pay'], others: ['acct_pay'] },
  { number: 6, left: 'inscp_scp_amt', relation: 'atLeast', right: ['hifp_pay'], others: ['act_pay_dedc'] },
]

export interface Identity {
  readonly number: number
  readonly left: string
  readonly relation: 'equals' | 'atLeast'
  readonly right: readonly string[]
  readonly others: readonly string[]
}

/** An identity that does not hold: as it is written, and what both sides come to, in yuan. */
export interface BrokenIdentity {
  readonly number: number
  readonly field: string
  readonly written: string
  readonly left: string
  readonly right: string
}

/** The identities of which all fields are there: `addends` are those that make up the left side. */
export function identitiesAmong(fields: {
  has(field: string): boolean
}): readonly (Pick<Identity, 'number' | 'left' | 'relation'> & { readonly addends: readonly string[] })[] {
  return identities.flatMap(({ number, left, relation, right, others }) => {
    const addends = [...right, ...others].filter((each) => fields.has(each))
    if (!fields.has(left) || addends.length === 0 || !right.every((each) => fields.has(each))) return []
    return [{ number, left, relation, addends }]
  })
}

/** The identities that do not hold among the amounts of a settlement. One is checked where all its fields are there. */
export function brokenIdentities(amounts: ReadonlyMap<string, Rational>): readonly BrokenIdentity[] {
  return identitiesAmong(amounts).flatMap(({ number, left: field, relation, addends }) => {
    const left = amounts.get(field) ?? zero
    const sum = addends.reduce((total, each) => add(total, amounts.get(each) ?? zero), zero)
    const order = compare(left, sum)
    if (relation === 'equals' ? order === 0 : order >= 0) return []
    const written = `${field} ${relation === 'equals' ? '=' : '≥'} ${addends.join(' + ')}`
    return [{ number, field, written, left: toDecimal(left, 2), right: toDecimal(sum, 2) }]
  })
}
