import type { TourWords } from './words-zh.ts'

/** What the tour says, in English. */
export const en: TourWords = {
  title: 'Tour',
  restart: 'Tour',
  step: (number: number, of: number) => `Step ${number} of ${of}`,
  skip: 'Skip this step',
  leave: 'Leave the tour',
  next: 'Next step',
  done: {
    rate: 'Done: on the right 补缴金额 was worked out again. Click it for the rule and the sentence.',
    break: 'Done: what is wrong, and what mends it, stands below.',
    mend: 'Done: mended, and the bill is settled again.',
    settle: 'Done: the bill below follows. Click one of its lines for the rule and the sentence.',
    compare: 'Done: who pays more, who less, how much and because of which sentence stands on the right.',
    build: 'Done: click a line on the right for the rule that it comes from.',
  },
  finished: 'That was the tour: what you changed is in the history and can be restored at any time.',
  close: 'Close',
  steps: {
    rate: 'In the policy on contribution years, change the 6.3% of 补缴金额 (the amount to be made up) to another percentage, such as 7%.',
    break:
      'In the settlement’s bands 个人自付比例 (the insured’s share), delete the percent sign of the first 15% and see what goes wrong.',
    mend: 'Put the cursor on the red line, press Ctrl+. and take the fix that is offered; or click the fix under “Problems” below.',
    settle: 'In “Form and ledger”, change the total cost, to 50000 say, and see what becomes of the bill.',
    compare: 'Back to contribution years: choose “20年” under “Beside” at the top, then open “Comparison”.',
    build: 'Open “TypeScript” for the code that goes into an application.',
  },
}
