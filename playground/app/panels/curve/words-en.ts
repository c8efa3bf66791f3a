import type { CurveWords } from './words-zh.ts'

/** What the curve says, in English. */
export const en: CurveWords = {
  along: 'Along',
  outputs: 'What is drawn',
  compareWith: 'Beside',
  nothing: 'nothing',
  shipped: 'the text as it was shipped',
  edited: 'changed',
  noCurve: 'Nothing in this decision follows an amount or a number of months.',
  noOutputs: 'Choose at least one.',
  notStraight: (name: string) => `${name} is no piecewise straight line and can’t be drawn.`,
  at: 'Place on the axis',
  previous: 'previous breakpoint',
  next: 'next breakpoint',
  value: 'Value',
  difference: 'Difference',
  from: 'From',
  rule: 'Rule that turns it',
  now: 'now',
  other: 'beside it',
  refused: 'refused',
  beyond: 'beyond the chart',
  points: (name: string) => `${name}: breakpoints`,
  title: (outputs: string, along: string) => `${outputs} along ${along}`,
  say: 'Breakpoints are exact, worked out one by one and not sampled; amounts are not rounded to the fen. x is what goes beyond the breakpoint. The solid line is now, the dashed one what is beside it.',
  sayNow:
    'Breakpoints are exact, worked out one by one and not sampled; amounts are not rounded to the fen. x is what goes beyond the breakpoint.',
  saySteps: 'Settled month by month, every number of months.',
  show: (rule: string) => `Show in the policy: ${rule}`,
}
