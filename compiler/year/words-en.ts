import { describeIssue } from '../../runtime/describe-issue.ts'
import type { SequenceIssue } from './issue.ts'

/** The sentence about an issue of a sequence, in English. */
export function sayInEnglish(issue: SequenceIssue): string {
  return `${issue.path === '' ? 'the event' : issue.path}: ${sentence(issue)}`
}

function sentence(issue: SequenceIssue): string {
  switch (issue.code) {
    case 'start-missing':
      return 'the first line has to be the start: {"event":"start","on":"YYYY-MM-DD", …}, with what holds from that day on.'
    case 'start-again':
      return 'the year has started; "start" stands in the first line only, later changes are "status".'
    case 'unknown-event':
      return `${issue.value} is no kind of event. There are: ${issue.events.join(', ')}.`
    case 'before-start':
      return `${issue.date} is before the start on ${issue.start}. Start earlier, or leave this out.`
    case 'out-of-order':
      return `${issue.date} is before ${issue.last}, which is settled already. Put the bills in order; one that comes late is "event":"late", and those after it are settled again.`
    case 'figure-given':
      return `${issue.figure} follows from the bills before and is not given here; figures at the beginning stand in "start", and "credit" adds to one.`
    case 'not-a-figure':
      return `${issue.value} is no yearly figure. There are: ${issue.figures.join(', ')}.`
    case 'not-an-amount-of':
      return `${issue.value} is no amount that the decision gives. There are: ${issue.outputs.join(', ')}.`
    case 'amount-or-decision':
      return 'give "amount", or "decision", "input" and "output", by which it is computed; one of the two, and all of it.'
    case 'no-such-decision':
      return `there is no decision ${issue.value}.`
    case 'later-refused':
      return `with this event, line ${issue.line} can't be settled any more: ${issue.issues.map((each) => describeIssue(each, 'en')).join('; ')}`
  }
}
