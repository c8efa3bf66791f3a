let changedAt = 0

/** A file was changed: what is shown of it from now on is measured from here. */
export function startOfChange(): void {
  changedAt = performance.now()
}

/** Notes for `npm run bench:page` how long after the last change something is shown. */
export function noteShown(name: 'daiyu.problems' | 'daiyu.settled'): void {
  if (changedAt > 0) performance.measure(name, { start: changedAt })
}
