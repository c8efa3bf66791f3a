import type { PageState } from './page.ts'

type Choices = Pick<PageState, 'decision' | 'edition' | 'otherEdition' | 'file'>

/** What is opened where nothing else is asked for. */
const FIRST_DECISION = 'ningbo.employee.settle'

/** Choices that there are: those wanted, as far as they exist, else the nearest, so that the page always shows something. */
export function possibleChoices(
  wanted: Partial<Choices>,
  { decisions, files }: Pick<PageState, 'decisions' | 'files'>,
): Choices {
  const find = (id: string | null | undefined) => decisions.find((each) => each.id === id)
  const decision = find(wanted.decision) ?? find(FIRST_DECISION) ?? decisions[0]
  const { editions = [] } = decision ?? {}
  const there = (edition: string | null | undefined): string | null => editions.find((each) => each === edition) ?? null
  const edition = there(wanted.edition) ?? editions[0] ?? null
  const otherEdition = there(wanted.otherEdition)
  const isThere = wanted.file !== undefined && Object.hasOwn(files, wanted.file)
  return {
    decision: decision?.id ?? null,
    edition,
    otherEdition: otherEdition === edition ? null : otherEdition,
    file: isThere && wanted.file !== undefined ? wanted.file : firstFile(decision?.files ?? Object.keys(files)),
  }
}

/** The file with the rules: of those about a decision the one with the shortest name. */
export const firstFile = (files: readonly string[]): string => inOrder(files)[0] ?? ''

/** The file with the shortest name first: the rules, then what is said of them besides. */
export function inOrder(files: readonly string[]): readonly string[] {
  return files.toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1))
}
