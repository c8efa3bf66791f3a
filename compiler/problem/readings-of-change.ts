interface Readings {
  readonly from: string
  readonly byPoints: string
  readonly byShare: string
}

/**
 * What 80 % becomes when it is lowered by so many points, and by that share of itself (50 %, when it is raised):
 * two readings of one phrase. Null where the numbers would show nothing.
 */
export function readingsOfChange(points: string, operator: string): Readings | null {
  const value = Number(points)
  const isRaised = operator === 'raisedBy'
  const [from, sign] = isRaised ? [50, 1] : [80, -1]
  if (points === '' || !(value > 0 && value < (isRaised ? 50 : 80))) return null
  const show = (percent: number): string => `${Number(percent.toFixed(4))}%`
  return { from: show(from), byPoints: show(from + sign * value), byShare: show(from + (sign * from * value) / 100) }
}
