import { builtInWords } from '../../grammar/keywords.ts'
import type { Language, Name, TopItem } from '../../grammar/tree.ts'
import type { SourceInfo } from '../program/program.ts'
import type { Report } from '../problem/report.ts'
import { amendmentsOf, resolveEditions, type PlacedEdition } from './amend.ts'
import type { BoundEdition, BoundPolicy, BoundRule, DataFile, NamePair, ParsedFile } from './bound.ts'
import { collectArticle, nothingCollected, type Layer } from './collect.ts'
import { bindDatasets } from './datasets.ts'
import { filesMadeFrom } from './made-from.ts'
import { onlyNeeded } from './needed.ts'
import { near } from './near.ts'
import { stemOf } from '../files/paths.ts'
import { bindPlatform, withFields } from './platform.ts'
import { bindVocabulary, rowsOf } from './vocabulary.ts'

const grades: Readonly<Record<string, SourceInfo['grade']>> = {
  官方: 'official',
  official: 'official',
  报刊: 'press',
  press: 'press',
  待核: 'unconfirmed',
  unconfirmed: 'unconfirmed',
}

const gradesIn = (language: Language): string[] =>
  builtInWords.filter(({ zh }) => Object.hasOwn(grades, zh)).map((word) => word[language])

type ItemOf<Kind extends TopItem['kind']> = Extract<TopItem, { kind: Kind }>
interface Placed<T> {
  readonly item: T
  readonly file: string
}

/**
 * Brings together what the files say of each decision of each policy, with the modules they use, and gives every rule
 * its surroundings: article, quotes, readings, the condition of its section. `chosen` names the alternative that is to
 * hold of a reading (`C06` → `excluded`); `data` are the data files that datasets name. What expressions mean is left to checking.
 */
export function bind(
  files: readonly ParsedFile[],
  data: readonly DataFile[],
  chosen: ReadonlyMap<string, string>,
  report: Report,
): readonly BoundPolicy[] {
  const shared = files.filter(({ tree }) => tree.items.some(({ kind }) => kind === 'vocabulary' || kind === 'module'))
  const groups = new Map<string, ParsedFile[]>()
  for (const file of files) {
    if (isModule(file)) onlyWhatModulesHold(file, report)
    if (shared.includes(file) || file.tree.items.length === 0) continue
    const header = itemsOf([file], 'policy')[0]
    const decision = itemsOf([file], 'decision')[0]
    const start = { file: file.name, span: { start: 0, end: Math.min(1, file.text.length) } }
    if (!header) report.error('no-policy-header', start)
    else if (!decision) report.error('no-decision', { file: file.name, span: header.item.name.span })
    else {
      const key = `${header.item.name.text} ${decision.item.name.text}`
      groups.set(key, [...(groups.get(key) ?? []), file])
    }
  }
  return [...groups.values()].flatMap((group) => bindPolicy(group, shared, data, chosen, report) ?? [])
}

const isModule = ({ tree }: ParsedFile): boolean => tree.items.some(({ kind }) => kind === 'module')

function onlyWhatModulesHold({ name: file, tree }: ParsedFile, report: Report): void {
  for (const item of tree.items) {
    const isForeign = ['policy', 'vocabulary', 'decision', 'edition', 'example'].includes(item.kind)
    if (isForeign) report.error('not-in-module', { file, span: item.span }, { kind: item.kind })
  }
}

/** The vocabularies and modules that files name, and those that these name; each once, behind those that it names. */
function usedBy(files: readonly ParsedFile[], shared: readonly ParsedFile[], report: Report): readonly ParsedFile[] {
  const seen = new Set<ParsedFile>()
  const used: ParsedFile[] = []
  const follow = (from: readonly ParsedFile[]): void => {
    for (const { item, file } of itemsOf(from, 'use')) {
      const found = shared.find((each) => stemOf(each.name) === item.target.value || each.name === item.target.value)
      if (!found) report.error('vocabulary-not-found', { file, span: item.target.span }, { name: item.target.value })
      else if (!seen.has(found)) {
        seen.add(found)
        follow([found])
        used.push(found)
      }
    }
  }
  follow(files)
  return used
}

function bindPolicy(
  own: readonly ParsedFile[],
  shared: readonly ParsedFile[],
  data: readonly DataFile[],
  chosen: ReadonlyMap<string, string>,
  report: Report,
): BoundPolicy | null {
  const used = usedBy(own, shared, report)
  const modules = used.filter(isModule)
  const files = [...modules, ...own]
  const vocabulary = bindVocabulary(
    used.filter((file) => !modules.includes(file)),
    report,
  )
  const datasets = bindDatasets(itemsOf([...used, ...own], 'dataset'), data, vocabulary.choices, report)
  const header = itemsOf(own, 'policy')[0]!
  const decisionItem = itemsOf(own, 'decision')[0]!
  const decisionName = decisionItem.item.name
  const decision = vocabulary.decisions.find(
    (each) => each.label === decisionName.text || each.id === decisionName.text,
  )
  if (!decision) {
    const known = vocabulary.decisions.flatMap((each) => [each.label, each.id])
    report.error(
      'unknown-decision',
      { file: decisionItem.file, span: decisionName.span },
      { name: decisionName.text, near: near(decisionName.text, known) },
    )
    return null
  }

  const names = bindNames(files, report)
  const sources = bindSources(modules, own, names, report)
  const collected = nothingCollected()
  const editions: PlacedEdition[] = []
  const unknownSources = new Set<string>()
  for (const file of files) {
    let layer: Layer = modules.includes(file) ? 'module' : 'common'
    for (const item of file.tree.items) {
      // An edition in a module is told already.
      if (item.kind === 'edition' && !modules.includes(file)) {
        editions.push({ item, file: file.name })
        layer = item
      }
      if (item.kind !== 'article') continue
      const source = sources.indexOf(item.source, file.name)
      if (source < 0 && item.source.text && !unknownSources.has(item.source.text))
        report.error(
          'unknown-source',
          { file: file.name, span: item.source.span },
          { name: item.source.text, near: near(item.source.text, sources.names) },
        )
      if (source < 0) unknownSources.add(item.source.text)
      collectArticle(item, source, { file, layer, decision, chosen, into: collected, report })
    }
  }
  if (editions.length === 0)
    report.error('no-edition', { file: header.file, span: header.item.name.span }, { name: header.item.name.text })

  const labels = new Map<string, string>()
  for (const { label, id } of [
    ...[...decision.inputs, ...decision.outputs].flatMap((each) => [each, ...each.fields]),
    ...datasets.flatMap((each) => [each, ...each.columns]),
    ...names,
  ])
    for (const text of [label, id]) labels.set(text, label)
  const canonical = (name: string): string => labels.get(name) ?? name
  const rules = resolveEditions(editions, collected, chosen, canonical, report)
  const invariants = itemsOf(files, 'always')
  const monotonies = itemsOf(files, 'monotone')
  const promised = [...invariants.map(({ item }) => item.condition), ...monotonies.map(({ item }) => item.value)]
  const ofModules = new Set(modules.map(({ name }) => name))
  const needed = (all: readonly BoundRule[]): readonly BoundRule[] =>
    onlyNeeded(all, ofModules, [...decision.outputs, ...promised], canonical)

  const platform = bindPlatform([...used, ...own], vocabulary.records, report)
  const bound = editions.flatMap((placed): BoundEdition[] => {
    const all = rules.get(placed.item)
    if (!all) return []
    const layers = amendmentsOf(placed, editions)
    const choice = collected.choices.find(({ layer }) => layer === placed.item)?.choice ?? null
    const chosenFrom = (choice?.choose.editions ?? []).flatMap((name) =>
      editions.filter(({ item }) => item.name.value === name?.value),
    )
    const allLayers = [...layers, ...chosenFrom.flatMap((each) => amendmentsOf(each, editions))]
    return [
      {
        edition: placed.item,
        file: placed.file,
        rules: needed(all),
        selectedBy: layers.find((each) => each.selectedBy !== null)?.selectedBy ?? null,
        choice,
        files: filesMadeFrom(own, used, datasets, allLayers),
      },
    ]
  })
  for (const { file, section, tell } of collected.unknownLists) {
    const isIn = ({ rule, file: of }: BoundRule): boolean =>
      of === file && section.start <= rule.span.start && rule.span.end <= section.end
    if (bound.some((edition) => edition.rules.some(isIn))) tell()
  }

  return {
    id: header.item.name.text,
    label: header.item.title.value,
    decision: withFields(decision, platform.fields),
    vocabulary,
    datasets,
    editions: bound,
    sources: sources.all,
    articles: collected.articles,
    quotes: collected.quotes,
    readings: collected.readings,
    items: collected.items,
    otherRules: collected.alternatives.map(({ rule }) => rule),
    names: [...new Map(names.map((name) => [name.label, name])).values()],
    invariants,
    monotonies,
    examples: itemsOf(own, 'example'),
    yearStart: collected.yearStart,
    platform: platform.codes,
    files: files.map((file) => ({ name: file.name, language: file.tree.language, isModule: modules.includes(file) })),
    place: { file: header.file, span: header.item.name.span },
  }
}

function bindNames(files: readonly ParsedFile[], report: Report): NamePair[] {
  const names = itemsOf(files, 'names').flatMap(({ item, file }) =>
    rowsOf(item.rows, 2, '名称 | 程序用名', file, report).map(({ names: [label, id] }) => ({
      label: label!.text,
      id: id!.text,
      file,
      span: label!.span,
    })),
  )
  const seen = new Map<string, (typeof names)[number]>()
  for (const name of names)
    for (const text of new Set([name.label, name.id])) {
      const first = seen.get(text)
      if (first && (first.label !== name.label || first.id !== name.id || first.file === name.file))
        report.error('defined-twice', name, { name: text }, { related: first })
      else seen.set(text, name)
    }
  return names
}

interface Sources {
  readonly all: readonly SourceInfo[]
  readonly names: readonly string[]
  /** Of what an article of a file calls its source, by label or by identifier; -1 for none. */
  readonly indexOf: (name: Name, file: string) => number
}

/** The files of a policy share their sources; each module has its own, so that modules need not agree on names. */
function bindSources(
  modules: readonly ParsedFile[],
  own: readonly ParsedFile[],
  names: readonly NamePair[],
  report: Report,
): Sources {
  const scopes = [...modules.map((file) => [file]), own]
  const all: (SourceInfo & { readonly scope: number; readonly place: Placed<Name> })[] = []
  for (const [scope, files] of scopes.entries())
    for (const { item, file } of itemsOf(files, 'source')) {
      const grade = Object.hasOwn(grades, item.grade.text) ? grades[item.grade.text] : undefined
      if (!grade && item.grade.text)
        report.error(
          'unknown-grade',
          { file, span: item.grade.span },
          { name: item.grade.text, near: gradesIn(files.find(({ name }) => name === file)?.tree.language ?? 'zh') },
        )
      const { text: name, span } = item.name
      const first = all.find((each) => each.scope === scope && each.name === name)
      if (first && first.title !== item.title.value) {
        const related = { file: first.place.file, span: first.place.item.span }
        report.error('defined-twice', { file, span }, { name }, { related })
      }
      const place = { item: item.name, file }
      if (!first) all.push({ name, title: item.title.value, grade: grade ?? 'unconfirmed', scope, place })
    }
  return {
    all: all.map(({ name, title, grade }) => ({ name, title, grade })),
    names: all.map(({ name }) => name),
    indexOf: ({ text }, file) => {
      const scope = scopes.findIndex((files) => files.some(({ name }) => name === file))
      const pair = names.find((each) => each.label === text || each.id === text)
      const isMeant = ({ name }: SourceInfo): boolean => name === text || name === pair?.label || name === pair?.id
      return all.findIndex((each) => each.scope === scope && isMeant(each))
    },
  }
}

function itemsOf<Kind extends TopItem['kind']>(files: readonly ParsedFile[], kind: Kind): Placed<ItemOf<Kind>>[] {
  return files.flatMap((file) =>
    file.tree.items
      .filter((item): item is ItemOf<Kind> => item.kind === kind)
      .map((item) => ({ item, file: file.name })),
  )
}
