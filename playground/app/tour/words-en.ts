import type { TourWords } from './words-zh.ts'

/** What the tour says, in English. */
export const en: TourWords = {
  title: 'Tour',
  restart: 'Tour',
  step: (number: number, of: number) => `Step ${number} of ${of}`,
  skip: 'Skip this step',
  leave: 'Leave the tour',
  done: 'Done.',
  finished: 'That was the tour: what you changed is in the history and can be restored at any time.',
  close: 'Close',
  steps: {
    rate: 'In the policy on contribution years, change the 6.3% of 补缴金额 (the amount to be made up) to another percentage, such as 7%.',
    break:
      'In the settlement’s bands 个人自付比例 (the insured’s share), delete the percent sign of the first 15% and see what goes wrong.',
    mend: 'Put the cursor on the red line, press Ctrl+. and take the fix that is offered.',
    settle: 'In “Form and ledger”, change the total cost, to 50000 say, and see what becomes of the bill.',
    compare: 'Back to contribution years: choose “20年” under “Beside” at the top, then open “Comparison”.',
    build: 'Open “TypeScript” for the code that goes into an application.',
  },
}
