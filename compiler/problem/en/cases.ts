import type { CodeOf } from '../code.ts'
import type { Facts, Words } from '../words.ts'
import { caseOf, counted, named, quoted, stretch } from './say.ts'

/** Problems of which rule or row holds in which case, in English. */
export function cases(code: CodeOf<'cases'>, { text, list }: Facts): Words {
  const name = quoted(text('name'))
  const witness = caseOf(list('witness'))
  switch (code) {
    case 'table-gap':
      return {
        title: `The table ${name} has no row for this case: ${witness}.`,
        explanation: 'In this case the table gives no value.',
        advice: 'Add the row; if it is as all the others, add a row “otherwise”.',
      }
    case 'table-overlap':
      return {
        title: `Two rows of the table ${name} hold at once: ${witness}.`,
        explanation: 'The order of the rows decides nothing, so neither of the two can win.',
        advice: 'Change one of them so that each case has one row; often an edge belongs to both.',
      }
    case 'row-never-applies':
      return {
        title: `This row of ${name} can never apply.`,
        explanation:
          'No case comes to it: it asks for something impossible, or the rows above and “applies to” leave nothing.',
        advice: 'Check its condition; if there is nothing left for it, delete it.',
      }
    case 'section-never-applies':
      return {
        title: 'This “applies to” never holds, so the rules below it are never used.',
        advice: 'Check the condition, above all whether its dates lie within the edition.',
      }
    case 'no-otherwise':
      return {
        title: `The last row of ${name} (“classify in order”) is not “otherwise”.`,
        explanation: 'Where none of the rows holds there is no value.',
        advice: 'Add a last row whose second cell is “otherwise”.',
      }
    case 'band-gap':
      return {
        title: `A band of ${name} is missing: ${stretch(text('from'), text('to'))} there is no rate.`,
        explanation: 'Bands follow one another from 0 yuan, the last without an end, so that each yuan has a rate.',
        advice:
          text('to') === '∞'
            ? `Add a last band “more than ${text('from')} yuan”.`
            : 'Add the band, or check the edges of its neighbours.',
      }
    case 'band-overlap':
      return {
        title: `This band of ${name} overlaps the one before: ${stretch(text('from'), text('to'))} belong to both.`,
        explanation: 'One yuan can’t have two rates.',
        advice: 'Let the band begin where the one before ends; bands stand from the lowest to the highest.',
      }
    case 'rate-outside':
      return {
        title: text('found')
          ? `The rate ${text('found')} is not between 0 % and 100 %.`
          : 'It can’t be seen that the rates of these bands lie between 0 % and 100 %.',
        explanation: 'What is taken at a rate is never more than there is, and never below nothing.',
        advice: text('found')
          ? 'See whether a digit is too many, or a point is missing.'
          : 'Use rates that are written out, raised or lowered by points.',
      }
    case 'band-reversed':
      return {
        title: `This band goes from ${text('from')} to ${text('to')} yuan: its beginning is not below its end.`,
        advice: 'Write the lower end first; see whether “wan” was left out.',
      }
    case 'band-edge-twice':
      return {
        title: `The edge ${text('edge')} yuan of ${name} belongs to both bands or to neither.`,
        explanation: 'No amount is changed by it, but readers will wonder.',
        advice: 'Write “(incl)” at the edge in exactly one of the two bands.',
      }
    case 'band-row-form':
      return {
        title: `This cell of ${name} does not say which band it is.`,
        advice: 'Write “at most 35000 yuan”, “35000 yuan .. 70000 yuan (incl)” or “more than 70000 yuan”.',
      }
    case 'wrong-cell-count':
      return {
        title: `This row has ${counted(text('found'), 'cell')}; it should have ${text('expected')}.`,
        explanation: 'All rows have the same number of cells: first the conditions, then the values.',
        advice:
          'See whether a | is missing or too much; for several columns of values write a head row above, and |---| below it.',
      }
    case 'not-one-value':
      return {
        title: 'One value belongs in this cell.',
        explanation: '“otherwise”, “whatever”, a range or several things are no value.',
        advice: 'Write one value; “same” for the one to its left.',
      }
    case 'same-without-left':
      return {
        title: 'There is no cell to the left of “same”.',
        advice: 'Write the value. “same” can stand from the second value of a row on.',
      }
    case 'definitions-overlap':
      return {
        title: `Two rules for ${name} hold at once: ${witness}.`,
        explanation: 'The order of the rules decides nothing, so neither of the two can win.',
        advice: 'Change “applies to” of one of them; if one is an exception to the other, write it as “except”.',
      }
    case 'exceptions-conflict':
      return {
        title: `The exceptions ${quoted(text('first'))} and ${quoted(text('second'))} can hold at once and make ${name} different: ${witness}.`,
        explanation: 'The order of exceptions decides nothing, so neither of the two can win.',
        advice: 'Leave this case out in the “if” of one of them.',
      }
    case 'exception-without-rule':
      return {
        title: `No rule states ${name}, so ${text('label') === '' ? 'there is nothing to adjust' : `the exception ${quoted(text('label'))} has nothing to change`}.`,
        explanation:
          'Exceptions and adjustments change what a rule states; what goes in and the shares of a split can’t be changed so.',
        advice: 'Check the name, or state first with “means”, “table” or “bands” what it generally is.',
      }
    case 'exception-never-applies':
      return {
        title: `The exception ${quoted(text('label'))} can never hold.`,
        explanation: 'Its condition, its dates and its “applies to” exclude each other or lie outside the edition.',
        advice: 'Check dates and condition; if it is of no use, delete it.',
      }
    case 'adjustments-conflict':
      return {
        title: `Two adjustments of ${name} hold at once: ${witness}.`,
        explanation: 'Lowering and then multiplying is not the same as multiplying and then lowering.',
        advice: 'Change “applies to” of one of them, or make one adjustment of both.',
      }
    case 'not-defined-here':
      return {
        title: `${named(text('user'), 'This')} uses ${name}, and no rule says what that is in this case: ${witness}.`,
        explanation: `${name} has a value only where its “applies to” holds.`,
        advice: `Add a rule for ${name} in this case, or let ${named(text('user'), 'this')} apply only where it has a value.`,
      }
    case 'invariant-broken':
      return {
        title: `It does not hold that ${quoted(text('label'))}: ${caseOf(list('witness'))}.`,
        explanation: 'Under these rules there is a case that breaks it.',
        advice: 'Change the rules; or the invariant, if it asks for too much.',
      }
    case 'too-many-cases':
      return {
        title: `${name} depends on too many things to prove that nothing is left out or stated twice.`,
        explanation: 'It may be right; it can’t be vouched for.',
        advice:
          'Give some of the conditions a name, with “means” or a table, so that each table looks at fewer things.',
      }
    case 'over-budget':
      return {
        title: `${overBudget(text('what'), name, text('found'))}; at most ${text('limit')} are worked with.`,
        explanation: 'A policy has to settle a case at once; no measure comes near this.',
        advice: 'Look for something that was repeated, or for a name that is multiplied by itself.',
      }
  }
}

function overBudget(what: string, name: string, found: string): string {
  switch (what) {
    case 'lines':
      return `The split of ${name} has ${found} lines`
    case 'postings':
      return `${found} lines go into ${name}`
    case 'moves':
      return `There are ${found} moves`
    case 'adjustments':
      return `${name} is adjusted ${found} times`
    case 'accumulations':
      return `${name} is changed ${found} times`
    case 'rows':
      return `The dataset ${name} has ${found} rows`
    case 'bands':
      return `${name} has ${found} bands`
    default:
      return `${name} may have numbers of ${found} digits`
  }
}
