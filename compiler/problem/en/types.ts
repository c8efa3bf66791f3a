import type { CodeOf } from '../code.ts'
import { readingsOfChange } from '../readings-of-change.ts'
import type { Facts, Words } from '../words.ts'
import { named, operator, quoted, rightOf, typeName } from './say.ts'

const cannotRoundHere =
  'Rounding can’t be written here: state it first, “name means … rounded half up to fen”, and use the name.'

/** Problems of types, in English: what can’t be added, compared or stand in a place. */
export function types(code: CodeOf<'types'>, facts: Facts): Words {
  const { text } = facts
  const found = typeName(text('found'))
  const expected = typeName(text('expected'))
  switch (code) {
    case 'operator-types':
      return operatorTypes(text('operator'), text('left'), text('right'))
    case 'wrong-type':
      return {
        title: `${capital(expected)} belongs here; this is ${found}.`,
        advice:
          text('expected') === 'boolean'
            ? 'Write a condition, with words such as “in”, “below” or “before”.'
            : text('found') === 'texts'
              ? 'Write one text in a row; another text is another row.'
              : `Write ${expected}; if the name is right, look at the rule that states it.`,
      }
    case 'bare-number-for-rate':
      return text('percent') === '%'
        ? {
            title: 'A rate belongs here; this is a number without a unit.',
            advice: 'Write % after it, or name a rate.',
          }
        : {
            title: `A rate belongs here; ${quoted(text('number'))} is a number without a unit.`,
            explanation: 'Rates always carry %, so that 20 and 0.2 are never confused.',
            advice: `If ${text('percent')} is meant, write ${text('percent')}.`,
          }
    case 'rate-minus-percent':
      return {
        title: `A rate minus ${text('percent')} is how many points they differ, and can’t be used as a rate.`,
        ...example(text('points'), 'loweredBy'),
        advice: `See which one the source means, and write “lowered by ${text('points')}pp” or “× ${text('remaining')}”.`,
      }
    case 'lowered-by-number': {
      const title = `Percentage points belong after ${operator(text('operator'))}; this is ${found}.`
      if (text('points') === '') return { title, advice: 'Write points, for example 10pp.' }
      return {
        title,
        ...example(text('points'), text('operator')),
        advice: `See which one the source means, and write “${text('points')}pp” or multiply by ${text('remaining')}.`,
      }
    }
    case 'points-as-rate':
      return {
        title: `${capital(named(text('name'), 'this'))} is a difference of rates, in points, and can’t be used as a rate.`,
        explanation: 'A rate minus or plus a rate gives points; only “100% − rate” gives a rate, the one that remains.',
        advice: 'For the lowered rate write “rate lowered by points”; for an amount write “amount × points”.',
      }
    case 'band-edge-type':
      return {
        title: `The edge of a band has to be ${expected}; this is ${found}.`,
        explanation: 'Bands follow an amount of money, each from so many yuan to so many.',
        advice: 'Write a number with “yuan” or “wan yuan”, for example 35000 yuan.',
      }
    case 'needs-rounding':
      if (text('to') === 'date')
        return {
          title: `A date is moved by whole months; this ${decimals(text('decimals'))}.`,
          advice: 'State the months first, “name means … rounded up to months”, and use the name.',
        }
      return text('to') === 'months'
        ? {
            title: `${quoted(text('label'))} is in whole months; this ${decimals(text('decimals'))}.`,
            advice:
              text('here') === 'no'
                ? cannotRoundHere
                : 'Say at the end how it is rounded, for example “rounded up to months”.',
          }
        : {
            title: `${quoted(text('label'))} is exact to the fen; this ${decimals(text('decimals'))}.`,
            explanation: 'It has to be clear where each fen comes from, so rounding is part of the rule.',
            advice:
              text('here') === 'no'
                ? cannotRoundHere
                : 'Say at the end how it is rounded: “rounded half up to fen”, “rounded up to fen”, “rounded down to fen” or “rounded half even to fen”.',
          }
    case 'may-be-negative':
      return {
        title: `The difference that goes into ${quoted(text('label'))} may be below zero, and nothing says what then.`,
        explanation: '“up to” a negative amount takes nothing. Readers may not know; it is clear once it is written.',
        advice: 'Write “not below zero” after the difference.',
      }
    case 'division-by-zero':
      return { title: 'This divides by 0, which has no result.', advice: 'Check the divisor.' }
    case 'compare-by-in':
      return {
        title: `${capital(typeName(text('type')))} can’t be compared by size or with “equals”.`,
        explanation: 'Its values are names, or regions that lie in one another: one can only ask what they belong to.',
        advice: 'Write “in” or “not in”; several values are separated by commas.',
      }
    case 'optional-used':
      return {
        title: `This is ${typeName(text('name'))}; without a value it can’t be used here.`,
        advice: 'Say what holds then: “or else …”; in a table “absent” can have a row.',
      }
    case 'list-used':
      return {
        title: `${quoted(text('name'))} is a list of several things and can’t be used as one value.`,
        advice: `Say what is taken from it: “any ${text('name')} such that …”, “number of ${text('name')}”, “sum of ${text('name')} taking …”.`,
      }
    case 'wrong-argument-count':
      return {
        title: `${quoted(text('name'))} takes ${text('expected')} in its parentheses; there ${text('found') === '1' ? 'is 1' : `are ${text('found')}`}.`,
        advice: 'They are separated by commas; see whether one is missing or too much.',
      }
    case 'mixed-cells':
      return {
        title: `Elsewhere the values of this name are ${typeName(text('first'))}; this is ${found}.`,
        explanation: 'A name stands for one kind of thing, or it is not known how to work with it.',
        advice: 'Write the same unit everywhere; if they are two things, use two names.',
      }
  }
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
const decimals = (count: string): string => (count === '∞' ? 'may have decimals without end' : `has ${count} decimals`)

function example(points: string, change: string): { explanation?: string } {
  const readings = readingsOfChange(points, change)
  if (!readings) return {}
  const { from, byPoints, byShare } = readings
  const word = change === 'raisedBy' ? 'raised' : 'lowered'
  return {
    explanation: `There are two readings: ${from} ${word} by ${points} points is ${byPoints}, ${word} by ${points}% of itself it is ${byShare}.`,
  }
}

const comparisons = new Set(['below', 'atLeast', 'moreThan', 'atMost', 'equals'])
const comparisonsOfDates = new Set(['before', 'after', 'notBefore', 'notAfter'])

function operatorTypes(name: string, left: string, right: string): Words {
  const sides = `On one side of ${operator(name)} there is ${typeName(left)}, on the other ${typeName(right)}`
  if (comparisonsOfDates.has(name) || (comparisons.has(name) && left === 'date'))
    return {
      title: `${sides}: they can’t be compared so.`,
      advice:
        left === 'date' && right === 'date'
          ? 'Dates are compared with “before”, “after”, “not before”, “not after” and “equals”.'
          : '“before” and “after” compare dates; amounts, rates and ages are compared with “below”, “at least”, “more than” and “at most”.',
    }
  if (comparisons.has(name))
    return {
      title: `${sides}: they can’t be compared.`,
      advice:
        left === right
          ? 'Values of this kind have no size.'
          : 'Both have to be of one kind, with their unit, for example 900 yuan, 15% or 45 years old.',
    }
  const rights = rightOf(name, left)
  return {
    title: `${sides}: that can’t be worked out.`,
    ...why(name, left, right),
    advice:
      rights === ''
        ? `${operator(name)} does not go with ${typeName(left)}: check name and unit.`
        : `With ${typeName(left)} on one side of ${operator(name)}, the other can be ${rights}.`,
  }
}

function why(name: string, left: string, right: string): { explanation?: string } {
  const pair = [left, right]
  const has = (...kinds: string[]): boolean => kinds.every((kind) => pair.includes(kind))
  if (has('days', 'months')) return { explanation: 'Months differ in length: days and months do not convert.' }
  if (has('money', 'days') || has('money', 'months') || has('money', 'age') || has('money', 'date'))
    return { explanation: 'Money and time are different things; a sum of them means nothing.' }
  if (left === 'money' && right === 'money') return { explanation: 'Money times money means nothing.' }
  if (has('money', 'rate') && (name === 'plus' || name === 'minus'))
    return { explanation: 'A percentage is always of something: write amount × rate.' }
  if (has('number') && (name === 'plus' || name === 'minus'))
    return { explanation: 'A number without a unit can only be added to a number.' }
  if (name === 'loweredBy' || name === 'raisedBy')
    return { explanation: '“lowered by” and “raised by” are for rates and speak of points.' }
  return {}
}
