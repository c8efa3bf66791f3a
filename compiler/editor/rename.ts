import { builtInWords } from '../../grammar/keywords.ts'
import { keywordOf } from '../../grammar/keyword-tokens.ts'
import { readTokens } from '../../grammar/read-tokens.ts'
import type { Language, Span } from '../../grammar/tree.ts'
import { namesIn } from '../bind/names-in.ts'
import type { Declared } from './declared.ts'
import type { Occurrence } from './occurrence.ts'
import { shared } from './references.ts'
import { symbolsOf, type SymbolIndex } from './symbols.ts'
import { wordsIn } from './words.ts'
import type { Analysis, Workspace } from './workspace.ts'

/** What has to be written where; the spans of a file do not overlap and stand in order. */
export interface FileEdits {
  readonly file: string
  readonly edits: readonly { readonly span: Span; readonly text: string }[]
}
export type Renaming =
  { readonly ok: true; readonly files: readonly FileEdits[] } | { readonly ok: false; readonly reason: string }

/** The name at an offset that can be renamed, or why there is none. */
export function prepareRename(
  analysis: Analysis,
  offset: number,
  language: Language,
): { readonly ok: true; readonly span: Span; readonly text: string } | { readonly ok: false; readonly reason: string } {
  const here = symbolsOf(analysis).at(analysis.file, offset)
  const words = wordsIn(language)
  if (!here) return { ok: false, reason: words.nothingToRename }
  const { kind } = here.declared
  if (kind === 'word') return { ok: false, reason: words.wordOfLanguage(here.text) }
  if (kind === 'fact' || kind === 'platformField' || kind === 'file')
    return { ok: false, reason: words.namedElsewhere(here.text) }
  return { ok: true, span: here.span, text: here.text }
}

/**
 * Writes another name in the place of the one at an offset, in all files of the workspace in which it means the same: of
 * a label and an identifier the one that stands there. Refused, with a reason, where that would be no name or another's.
 */
export function rename(
  workspace: Workspace,
  analysis: Analysis,
  offset: number,
  to: string,
  language: Language,
): Renaming {
  const prepared = prepareRename(analysis, offset, language)
  if (!prepared.ok) return prepared
  const here = symbolsOf(analysis).at(analysis.file, offset)!
  const name = to.normalize('NFC').trim()
  if (name === here.text) return { ok: true, files: [] }
  const words = wordsIn(language)
  if (here.isText ? !isText(name) : !isName(name)) {
    const reason = here.isText ? words.noText(name) : keywordOf(name) ? words.isKeyword(name) : words.noName(name)
    return { ok: false, reason }
  }
  if (!here.isText && isBuiltIn(name)) return { ok: false, reason: words.wordOfLanguage(name) }
  if (!here.isText && name.includes('.') && !mayHaveDots(here)) return { ok: false, reason: words.noDots(name) }
  const { occurrences, known } = shared(workspace, analysis, here)
  for (const each of known) {
    const index = symbolsOf(each.analysis)
    const taken =
      index.spaces.taken(each.declared, name) ?? confusedWith(each.declared, name, each.analysis.trees, index)
    const by = taken && index.of(taken)[0]
    if (taken) return { ok: false, reason: words.taken(name, words.kinds[taken.kind], by?.file ?? null) }
    if (!here.isText && isWrittenUnknown(name, each.analysis, index))
      return { ok: false, reason: words.unknownTaken(name) }
  }
  const same = occurrences.filter(({ text }) => text === here.text)
  const files = [...new Set(same.map(({ file }) => file))]
  return {
    ok: true,
    files: files.map((file) => ({
      file,
      edits: same.flatMap((each) => (each.file === file ? { span: each.span, text: name } : [])),
    })),
  }
}

/**
 * Where a member of choices is expected, its name comes before that of any value; elsewhere it is no name at all. One
 * name for both would mean now this, now that.
 */
function confusedWith(declared: Declared, name: string, trees: Analysis['trees'], index: SymbolIndex): Declared | null {
  const { inFile, spaces } = index
  if (declared.kind === 'member') return spaces.find('value', name)
  if (![declared.label, declared.id].some((each) => each !== null && spaces.find('value', each) === declared))
    return null
  const written = [...trees.keys()].flatMap(inFile)
  return written.find(({ declared: { kind }, text }) => kind === 'member' && text === name)?.declared ?? null
}

/** A name that stands somewhere and means nothing yet would mean something then. */
function isWrittenUnknown(name: string, { trees }: Analysis, index: SymbolIndex): boolean {
  return [...trees].some(([file, tree]) => {
    const places = namesIn(tree).flatMap(({ text, span }) => (text === name ? span.start : []))
    if (places.length === 0) return false
    const meant = new Set(index.inFile(file).map(({ span }) => span.start))
    return places.some((place) => !meant.has(place))
  })
}

function isName(text: string): boolean {
  const { tokens, findings } = readTokens(text, 'zh')
  const [token, another] = tokens
  return findings.length === 0 && !another && token?.name === 'Name' && token.text === text
}

function isText(text: string): boolean {
  const { tokens, findings } = readTokens(`「${text}」`, 'zh')
  const [token, another] = tokens
  return text !== '' && !text.includes('"') && findings.length === 0 && !another && token?.text === text
}

const isBuiltIn = (text: string): boolean => builtInWords.some(({ zh, en }) => zh === text || en === text)

/** Dots give the levels of JSON, and the parts of what a policy is called. */
function mayHaveDots({ text, declared }: Occurrence): boolean {
  return text.includes('.') || declared.kind === 'policy' || (text === declared.id && isField(declared))
}

const isField = ({ kind }: Declared): boolean =>
  kind === 'input' || kind === 'element' || kind === 'output' || kind === 'column'
