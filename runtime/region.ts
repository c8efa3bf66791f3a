/**
 * Places as codes of GB/T 2260: two digits for the province, two for the prefecture, two for the county. A place in
 * the input keeps its six digits; an area is a prefix of two, four or six.
 */

// Province-level codes: the first digit is the great region, 7 is Taiwan, 8 Hong Kong and Macao.
const province = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|81|82)/

/** Six digits, the first two of a province that exists. Prefectures and counties change too often to be listed. */
export function isRegion(code: string): boolean {
  return /^\d{6}$/.test(code) && province.test(code)
}

/** The prefix that stands for the whole province (two digits) or prefecture (four) around a place. */
export function widen(region: string, level: 'province' | 'prefecture'): string {
  return region.slice(0, level === 'province' ? 2 : 4)
}

/** Is the place in the area? 330281 and 330200 lie in 330200, and all three in 330000. */
export function liesIn(place: string, area: string): boolean {
  return place.startsWith(areaPrefix(area))
}

/** The digits that all places in an area begin with: 33 for 330000. */
export function areaPrefix(area: string): string {
  return area.length < 6 ? area : area.replace(/(?:00){1,2}$/, '')
}
