import { evaluated, hand, notion, sketched } from '../author.ts'
import { around, grid } from '../inputs.ts'

const policy = {
  input: 'Total total money\nAway isAway boolean',
  yearly: 'YearCost yearToDate.cost money',
  output: 'Fund fund money\nPerson person money\nCounted counted money',
  rules: `
  quote "costs above one thousand yuan are counted" cites A1
  reading R1 "what the person pays more elsewhere is counted too"
    because "nothing excludes it"
    alternatively excluded "it is left out"
      counted means ownPart - total * 10pp not below zero rounded half up to fen
    alternatively half "half of it is counted"
      counted means ownPart - total * 5pp not below zero rounded half up to fen
  counted means ownPart
  ownPart means person
  accumulate yearToDate.cost adds counted
  applies to isAway:
    quote "elsewhere the rate is lowered"
    reading R2 "by ten points" because "as before"
      alternatively fifteen "by fifteen points"
        adjust fundRate lowered by 15pp
    adjust fundRate lowered by 10pp

article measure "Article 2"
  quote "the rate"
  reading R3 "bands from the first yuan"
    because "the text says so"
    alternatively flat "one rate for all"
      fundRate means 75%
  bands fundRate along total
    | at most 1000 yuan   | 70% |
    | more than 1000 yuan | 80% |
  split total banded from 0 yuan
    at rate fundRate rounded half up to fen  into fund
    the rest                                 into person

names
  | OwnPart  | ownPart  |
  | FundRate | fundRate |`,
}

const inputs = grid({ total: ['0', ...around(1000), '3333.33'], isAway: [true, false], 'yearToDate.cost': ['1.01'] })
const away = { total: '2000', isAway: true, 'yearToDate.cost': '0' }

const limits = ['0', '0.01', ...around(400), '1000']
const limited = {
  input: 'Total total money\nAway isAway boolean',
  output: 'Fund fund money\nPerson person money',
  rules: `
  quote "half is paid"
  reading R1 "there is no threshold any more" because "it is not named again"
    alternatively limited "it is still four hundred"
      threshold means 400 yuan
  split total
    up to grant  into fund
    the rest     into person
  grant   means total * 50% rounded half up to fen
  ceiling means base * 2
  base    means 100 yuan
  isFar   means isAway
  applies to isFar:
    quote "at most two hundred"
    reading R1 "the limit has been given up" because "it is not named again"
      alternatively limited "the limit still holds beyond the threshold"
        except "limit" if total more than threshold: grant becomes lesser(total * 50%, ceiling) rounded half up to fen

names
  | Grant     | grant     |
  | Ceiling   | ceiling   |
  | Base      | base      |
  | IsFar     | isFar     |
  | Threshold | threshold |`,
}

export const readings = notion('readings', 'A reading has alternatives: the policy can be compiled by another one.', [
  sketched('as it is written', policy, [
    hand(away, { fund: '1300.00', person: '700.00', counted: '700.00' }, '1000 × 60% + 1000 × 70%'),
    ...evaluated(inputs),
  ]),
  sketched('with one alternative', { ...policy, readings: { R1: 'excluded' } }, [
    hand(away, { person: '700.00', counted: '500.00', 'yearToDate.cost': '500.00' }, '700 − 200'),
    ...evaluated(inputs),
  ]),
  sketched('with two of them', { ...policy, readings: { R1: 'half', R2: 'fifteen' } }, [
    hand(away, { fund: '1200.00', counted: '700.00' }, '1000 × 55% + 1000 × 65%; 800 − 100'),
    ...evaluated(inputs),
  ]),
  sketched('names that only another reading states or uses', limited, [
    hand({ total: '500.01', isAway: true }, { fund: '250.01', person: '250.00' }, 'half of it: 250.005'),
    ...evaluated(grid({ total: limits, isAway: [true, false] })),
  ]),
  sketched('names of another reading, by that reading', { ...limited, readings: { R1: 'limited' } }, [
    hand({ total: '400.01', isAway: true }, { fund: '200.00', person: '200.01' }, '200.005, but at most 200'),
    hand({ total: '400.01', isAway: false }, { fund: '200.01', person: '200.00' }, 'no limit at home'),
    ...evaluated(grid({ total: limits, isAway: [true, false] })),
  ]),
])
