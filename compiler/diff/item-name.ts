import type { Item, Language, Rule } from '../../grammar/tree.ts'
import { keyword } from '../check/spelling.ts'

/** What a line of an article is called in a list of rules: the name it states, or what it does with which. */
export function itemName(item: Item, text: string, language: Language): string {
  switch (item.kind) {
    case 'replace':
      return item.rule ? ruleName(item.rule, text, language) : keyword('Replace', language)
    case 'remove': {
      const { target } = item
      const word = keyword('Remove', language)
      return target.kind === 'name' ? `${word} ${target.text}` : labelled(word, target.value, language)
    }
    case 'choose':
      return `${keyword(item.direction === 'lowest' ? 'Lowest' : 'Highest', language)} ${item.name.text}`
    case 'yearStart':
      return keyword('YearStart', language)
    case 'reading':
      return `${keyword('Reading', language)} ${item.name.text}`
    case 'notFormalised':
      return keyword('NotFormalised', language)
    case 'quote':
      return keyword(item.isVerbatim ? 'Quote' : 'Summary', language)
    case 'accumulate':
    case 'adjust':
    case 'bands':
    case 'classify':
    case 'listAll':
    case 'define':
    case 'except':
    case 'match':
    case 'move':
    case 'requires':
    case 'split':
    case 'table':
      return ruleName(item, text, language)
  }
}

function ruleName(rule: Rule, text: string, language: Language): string {
  switch (rule.kind) {
    case 'define':
    case 'table':
    case 'bands':
    case 'classify':
    case 'listAll':
      return rule.name.text
    case 'match':
      return `${keyword('Match', language)} ${rule.dataset.text}`
    case 'except':
      return labelled(keyword('Except', language), rule.label.value, language)
    case 'requires':
      return labelled(keyword('Requires', language), rule.label.value, language)
    case 'adjust':
      return `${keyword('Adjust', language)} ${rule.name.text}`
    case 'accumulate':
      return `${keyword('Accumulate', language)} ${rule.name.text}`
    case 'move':
      return `${keyword('Move', language)} ${rule.into.text}`
    case 'split':
      return `${keyword('Split', language)} ${text.slice(rule.amount.span.start, rule.amount.span.end)}`
  }
}

function labelled(word: string, label: string, language: Language): string {
  return language === 'zh' ? `${word}「${label}」` : `${word} "${label}"`
}
