import type { Text } from '../../grammar/tree.ts'
import type { BoundItem, BoundPolicy } from '../bind/bound.ts'
import type { SourceFile } from '../compile.ts'
import type { Report } from '../problem/report.ts'
import { findInOrder, lineOf, nearestPlace, plainText, readSourceText, type SourceText } from './source-text.ts'

const GAP = '……'
const MOST_SHOWN = 40

/**
 * Every quote, and every clause that is not formalised, has to stand in a source text, white space and `*` aside; …… is
 * for what is left out. `textOf` gives the name of the source text of a fact: a quote that cites it has to stand there.
 * Summaries, and clauses in brackets, which describe, are in the policy's own words.
 */
export function findQuotes(
  policies: readonly BoundPolicy[],
  sources: readonly SourceFile[],
  textOf: ReadonlyMap<string, string>,
  report: Report,
): void {
  const texts = sources.map(readSourceText)
  for (const { item, file } of policies.flatMap(({ items }) => items)) {
    const quoted = quotedIn(item)
    if (!quoted) continue
    const named = new Set(quoted.cites.flatMap(({ text }) => textOf.get(text) ?? []))
    const meant = named.size > 0 ? texts.filter(({ name }) => named.has(name)) : texts
    const pieces = quoted.text.value.split(GAP).filter((piece) => plainText(piece) !== '')
    const missing = firstMissing(pieces, meant)
    if (missing === null) continue
    const facts = { piece: shorten(missing), texts: [...named], ...nearest(missing, meant, texts) }
    report.error('quote-not-found', { file, span: quoted.text.span }, facts)
  }
}

interface Quoted {
  readonly text: Text
  readonly cites: readonly { readonly text: string }[]
}

function quotedIn(item: BoundItem['item']): Quoted | null {
  if (item.kind === 'quote') return item.isVerbatim ? item : null
  if (item.kind !== 'notFormalised' || /^（[^]*）$/u.test(item.text.value.trim())) return null
  return item
}

/** The first piece that the text which has most of them lacks, or has only before the piece that it should follow. */
function firstMissing(pieces: readonly string[], texts: readonly SourceText[]): string | null {
  const found = texts.map((text) => findInOrder(pieces, text))
  const most = Math.max(0, ...found)
  return most === pieces.length ? null : (pieces[most] ?? null)
}

/** Where the piece stands after all, or what is nearest to it, in the texts meant or else in any. */
function nearest(
  piece: string,
  meant: readonly SourceText[],
  all: readonly SourceText[],
): Readonly<Record<string, string | number>> {
  const inMeant = nearestPlace(piece, meant)
  const anywhere = inMeant?.isWhole ? inMeant : nearestPlace(piece, all)
  const place = anywhere?.isWhole ? anywhere : (inMeant ?? anywhere)
  if (!place) return { how: 'nowhere' }
  const how = !place.isWhole ? 'alike' : meant.includes(place.text) ? 'order' : 'otherText'
  return { how, at: `${place.text.name}:${lineOf(place.text, place.start)}`, found: shorten(place.excerpt) }
}

const shorten = (text: string): string => (text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}……` : text)
