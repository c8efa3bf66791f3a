import { basisOf, writtenIn } from './text/basis.ts'
import { cellsOf } from './text/cells-of.ts'
import { datasetChanges, nameChanges } from './text/declared.ts'
import { pair, type Named, type Pair } from './text/pair.ts'
import { samePlaces } from './text/place.ts'
import { renamesBetween, type Renames } from './text/renames.ts'
import { namingIn, shapeOf } from './text/shape.ts'
import { sourceChanges } from './text/sources.ts'
import { statementsOf, type ComparedEdition, type Statement } from './text/statements.ts'
import type { TextChange } from './text/text-change.ts'

/**
 * What stands in the second edition in place of what stood in the first: two editions of one policy, one edition by two
 * readings, or editions of two policies. What says the same is the same, in whatever file it is written, in whatever
 * order and with whatever brackets. Rules come first, then invariants, readings, quotes and what is not formalised, each
 * in the order of the files; then the policy's own names, articles and
 * sources, the rows of its datasets, and the identifiers of its names.
 */
export function textChanges(before: ComparedEdition, after: ComparedEdition): readonly TextChange[] {
  const [was, is] = [namedIn(before), namedIn(after)]
  const renames = renamesBetween({ ...was, policy: before.policy }, { ...is, policy: after.policy })
  const renamed: Named = { ...was, naming: (written) => renames.get(was.naming(written))?.to ?? was.naming(written) }
  const sides: Sides = { before, after, was: renamed, is }
  const { pairs, gone, come } = pair(renamed, is)
  const isMoved = movesAmong(pairs, sides)
  const changes = [
    ...pairs.flatMap((each) => changesOf(each, isMoved.has(each), sides)),
    ...gone.map((each) => change('removed', each, null, sides)),
    ...come.map((each) => change('added', null, each, sides)),
  ]
  return [
    ...whats.flatMap((what) => changes.filter((each) => each.what === what)),
    ...renameChanges(renames, sides),
    ...articleChanges(pairs, sides),
    ...sourceChanges(before, after, was.statements, is.statements),
    ...datasetChanges(before, after),
    ...nameChanges(before, after, renames),
  ]
}

const whats = ['rule', 'invariant', 'reading', 'quote', 'notFormalised'] as const

interface Sides {
  readonly before: ComparedEdition
  readonly after: ComparedEdition
  readonly was: Named
  readonly is: Named
}

/** All that an edition says, to be paired with what another says. */
export function namedIn(compared: ComparedEdition): Named {
  const { articles, sources } = compared.policy
  return {
    statements: statementsOf(compared),
    naming: namingIn(compared.policy),
    articleOf: ({ article }) => {
      const { source = -1, title = '' } = articles[article ?? -1] ?? {}
      return `${sources[source]?.title ?? ''} ${title}`.trim()
    },
  }
}

function change(
  kind: TextChange['kind'],
  was: Statement | null,
  is: Statement | null,
  { before, after }: Sides,
): TextChange {
  const basis = { before: was && basisOf(before, was), after: is && basisOf(after, is) }
  const quotes = [basis.before, basis.after].flatMap((each) => each?.quotes ?? [])
  const [old, next] = [was?.name ?? is?.name ?? '', is?.name ?? was?.name ?? '']
  return {
    kind,
    what: (was ?? is)?.what ?? 'rule',
    name: old === next ? old : `${old} → ${next}`,
    before: was && writtenIn(before, was),
    after: is && writtenIn(after, is),
    cells: [],
    basis,
    cites: [...new Set(quotes.flatMap(({ cites }) => cites))],
  }
}

function changesOf(pair: Pair, isMoved: boolean, sides: Sides): readonly TextChange[] {
  const [was, is] = pair
  if (isSame(pair, ({ node }) => node, sides)) return isMoved ? [change('moved', was, is, sides)] : []
  const isRelabelled =
    was.unlabelled !== null &&
    isSame(pair, ({ unlabelled }) => unlabelled, sides) &&
    isSame(pair, ({ heading }) => heading, sides)
  if (isRelabelled) return [change('renamed', was, is, sides)]
  return [{ ...change('changed', was, is, sides), cells: cellsOf(pair, sides) }]
}

const isSame = ([was, is]: Pair, part: (of: Statement) => unknown, sides: Sides): boolean =>
  shapeOf(part(was), sides.was.naming) === shapeOf(part(is), sides.is.naming)

const isUnchanged = (pair: Pair, sides: Sides): boolean => isSame(pair, ({ node, heading }) => [node, heading], sides)

/** What stands under another heading, in another article or file, or below another sentence. */
function movesAmong(pairs: readonly Pair[], sides: Sides): ReadonlySet<Pair> {
  const standing = pairs.filter((each) => isUnchanged(each, sides))
  const articles = samePlaces(
    standing,
    ([was]) => sides.was.articleOf(was),
    ([, is]) => sides.is.articleOf(is),
  )
  const files = samePlaces(
    standing,
    ([{ file }]) => file,
    ([, { file }]) => file,
  )
  const quotes = new Map(
    pairs.flatMap(([was, is]) => (was.what === 'quote' ? [[was.quotes[0], is.quotes[0]] as const] : [])),
  )
  const goingOn = new Set(quotes.values())
  const restsOnOthers = ([was, is]: Pair): boolean => {
    const [old, next] = [
      was.quotes.flatMap((each) => quotes.get(each) ?? []),
      is.quotes.filter((each) => goingOn.has(each)),
    ]
    return old.length !== next.length || old.some((each) => !next.includes(each))
  }
  return new Set(
    pairs.filter(
      (each) =>
        !isSame(each, ({ heading }) => heading, sides) ||
        !articles.isSame(each) ||
        !files.isSame(each) ||
        (each[0].what === 'rule' && restsOnOthers(each)),
    ),
  )
}

function renameChanges(renames: Renames, sides: Sides): readonly TextChange[] {
  return [...renames].map(([from, { to, was, is }]) => ({
    ...change('renamed', was, is, sides),
    name: `${from} → ${to}`,
  }))
}

/** Articles that go on under another title, each with the first of its rules. */
function articleChanges(pairs: readonly Pair[], sides: Sides): readonly TextChange[] {
  const standing = pairs.filter((each) => isUnchanged(each, sides))
  const { renamed } = samePlaces(
    standing,
    ([was]) => sides.was.articleOf(was),
    ([, is]) => sides.is.articleOf(is),
  )
  return renamed.map(([was, is]) => ({
    ...change('renamed', was, is, sides),
    what: 'article',
    name: `${titleOf(sides.before, was)} → ${titleOf(sides.after, is)}`,
  }))
}

const titleOf = ({ policy }: ComparedEdition, { article }: Statement): string =>
  policy.articles[article ?? -1]?.title ?? ''
