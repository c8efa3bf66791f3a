/** What 80 % becomes when it is lowered by so many points, and by that share of itself: two readings of one phrase. */
export function lowerings(
  points: string,
): { readonly from: string; readonly byPoints: string; readonly byShare: string } | null {
  const value = Number(points)
  if (points === '' || !(value > 0 && value < 80)) return null
  const show = (percent: number): string => `${Number(percent.toFixed(4))}%`
  return { from: '80%', byPoints: show(80 - value), byShare: show(80 - (80 * value) / 100) }
}
