import type { CodeOf } from '../code.ts'
import type { Facts, Words } from '../words.ts'
import { either, listed, meant, named, quoted, typeName } from './say.ts'

/** The rows of declarations, by what the facts call them. */
const rowForms: Readonly<Record<string, string>> = {
  '名称 | 程序用名': 'name | identifier',
  '名称 | 程序用名 | 「JSON 里的值」': 'name | identifier | "the value in JSON"',
  '名称 | 程序用名 | 「六位区划代码」': 'name | identifier | "code of six digits"',
  '名称 | 程序用名 | 类型 | 平台字段': 'name | identifier | type | field of the platform',
  '输入 | … / 输出 | …': 'input | records and lists | or | output | records',
  '输入 | 账单 或者 明细': 'input | this or that',
  '单项 | 清单': 'single | a list',
  '名称 | 值': 'name | value',
  '平台字段 | 「代码」 | 「名称」 | 名称 | 第几段':
    'field of the platform | "code" | "name" | name | which band, where it is one of several',
}
/** At most four of the names, and how many there are. */
const some = (all: readonly string[]): string =>
  all.length > 4 ? `${listed(all)} … (${all.length} in all)` : either(all.map(quoted))
const meanings: Readonly<Record<string, string>> = {
  input: 'something that goes in',
  field: 'something that each element of a list has',
  list: 'a list',
  region: 'a region',
  term: 'a value stated by another rule',
  share: 'a share that money goes into',
}

/** Problems of names and of what they stand for, in English. */
export function names(code: CodeOf<'names'>, { text, list }: Facts): Words {
  const name = quoted(text('name'))
  const near = list('near')
  switch (code) {
    case 'vocabulary-not-found':
      return {
        title: `There is no vocabulary ${name}.`,
        advice: 'Check the name of the file, and compile the vocabulary together with the policy.',
      }
    case 'unknown-decision':
      return {
        title: `The vocabulary has no decision ${name}.`,
        advice: meant(near, 'Declare it in the vocabulary, or check that “uses” names the right one.'),
      }
    case 'unknown-type':
      return {
        title: `There is no type ${name}.`,
        explanation:
          'A type is money, rate, number, monthCount, date, yearMonth, boolean, region, code, texts (which only come out), or one of the choices of the vocabulary.',
        advice: meant(near, 'Write one of them; if it is a choice, declare first what it may be.'),
      }
    case 'unknown-record':
      return {
        title: `The vocabulary has no record or list ${name}.`,
        advice: meant(near, 'Declare it first, with “record” or “list”.'),
      }
    case 'texts-as-input':
      return {
        title: `${name} has texts, and texts only come out.`,
        explanation: 'What a case gives is asked about by rules, and nothing can be asked about a list of texts.',
        advice: 'Put the field into a record that is output only, or make it a code, or a choice.',
      }
    case 'unknown-name':
      return {
        title: `There is no name ${name}.`,
        explanation: 'The vocabulary does not have it and no rule says what it is.',
        advice: meant(near, `Check the spelling; if it is new, add a rule “${text('name')} means …”.`),
      }
    case 'unknown-member':
      return {
        title: `${name} is not one of ${quoted(text('choices'))}.`,
        advice: meant(near, `Check the spelling, or add it to ${quoted(text('choices'))} in the vocabulary.`),
      }
    case 'unknown-list':
      return {
        title: `There is no list ${name}.`,
        explanation: 'A list of the vocabulary follows “each”, “any”, “all”, “number of” and “sum of”.',
        advice: meant(near, 'Check the spelling, or declare it in the vocabulary with “list”.'),
      }
    case 'unknown-source':
      return {
        title: `Nothing says what document ${name} is, from which this article comes.`,
        advice: meant(near, `Write above: source ${text('name')} "title of the document" official.`),
      }
    case 'unknown-grade':
      return {
        title: `${name} does not say how far a source can be trusted.`,
        advice: meant(near, 'Write “official”, “press” or “unconfirmed”.'),
      }
    case 'unknown-function':
      return {
        title: `There is no function ${name}.`,
        advice: meant(
          near,
          'There are fullYears, firstOfMonth, lastOfMonth, firstOfYear, lastOfYear, monthOf, provinceOf, prefectureOf, lesser and greater.',
        ),
      }
    case 'unknown-example':
      return {
        title: `There is no example ${name} to be based on.`,
        advice: meant(near, 'Write the title of another example, or leave out “based on” and give everything.'),
      }
    case 'wrong-declaration-row':
      return {
        title: 'This row is not complete, so it is not clear what it declares.',
        advice: `Write each row like this: | ${rowForms[text('expected')] ?? text('expected')} |.`,
      }
    case 'wrong-region-code':
      return {
        title:
          text('text') === ''
            ? 'There is no code for this region.'
            : `${quoted(text('text'))} is not the code of a region.`,
        explanation:
          'The code says what lies in what: places with the same first two digits are in one province, with the same first four in one prefecture.',
        advice: 'Write six digits in quotes in the third cell; the first is 1 to 8.',
      }
    case 'defined-twice':
      return {
        title: `${name} is stated twice.`,
        explanation:
          'A name has one meaning, and the order of the file decides nothing: so neither of the two can win.',
        advice: 'Delete one; if each is for other cases, put them below different “applies to”.',
      }
    case 'name-taken':
      return {
        title: `${name} is already ${meanings[text('by')] ?? 'something else'}.`,
        advice: 'Choose another name.',
      }
    case 'not-a-yearly-total':
      return {
        title: `${name} is no yearly total, so nothing can be accumulated in it.`,
        explanation:
          'A total is money that is always there: it goes in (as it was before) and comes out (as it is afterwards).',
        advice: meant(near, 'In the vocabulary, put it into a record that is both input and output.'),
      }
    case 'not-an-input-amount':
      return {
        title: `${name} is no amount that a case gives, so nothing can be monotone along it.`,
        explanation:
          'What grows is one field of the input, all else equal: money or months, always given, not of a list.',
        advice: meant(near, 'In the vocabulary, put it into a record that the decision has as its input.'),
      }
    case 'unused-name':
      return {
        title: `${name} is stated and never used.`,
        explanation: 'Most likely it was forgotten elsewhere, or another name was written for it.',
        advice: 'Use it where it belongs, or delete the rule.',
      }
    case 'name-misspelt':
      return {
        title: `${name} is stated, and ${quoted(text('meant'))} is used.`,
        explanation:
          'The names are much alike, one is never used and the other never stated: most likely one is misspelt.',
        advice: 'Make them the same.',
      }
    case 'pair-without-name':
      return {
        title: `There is a row for ${name} among the names, and no rule states it.`,
        explanation: 'The row does nothing; if it is misspelt, the name it was meant for has no identifier.',
        advice: meant(near, 'Write the name as the rules do, or delete the row.'),
      }
    case 'rule-without-quote':
      return {
        title: `Nothing is quoted for this rule of the article ${named(text('name'), '')}.`,
        explanation: 'For each rule one has to be able to look up where it comes from.',
        advice: 'Write above it: quote "…".',
      }
    case 'reading-without-rule':
      return {
        title: `No rule follows the reading ${named(text('name'), '')}.`,
        explanation: 'A reading is kept with the rules after it; with none after it, no explanation ever shows it.',
        advice: 'Put it above the rule that it is about, or say which requirement it is about: cites ….',
      }
    case 'no-policy-header':
      return {
        title: 'The file does not begin with “policy”.',
        explanation: 'Nothing says which policy these rules belong to.',
        advice: 'Write at the beginning: policy identifier "title"; in a vocabulary: vocabulary "title".',
      }
    case 'no-decision':
      return {
        title: 'There is no “decision”.',
        explanation: 'It says what the policy works out: what goes in and what comes out.',
        advice: 'Write below “policy” and “uses”: decision name. The name is one of the vocabulary.',
      }
    case 'output-without-rule':
      return {
        title: `In the edition ${quoted(text('edition'))} no rule says how ${some(list('names'))} is worked out.`,
        explanation: 'Each result of the decision needs a rule.',
        advice:
          'Add a rule “name means …”, or a line of a split that goes “into” it; articles common to all editions stand above the first “edition”.',
      }
    case 'output-misspelt':
      return {
        title: `Nothing uses ${name}; there is a result ${quoted(text('output'))} and no rule for it.`,
        explanation: 'The two names differ in one letter: most likely one was misspelt.',
        advice: `Write ${quoted(text('output'))}.`,
      }
    case 'output-of-wrong-type':
      return {
        title: `${name} has to be ${typeName(text('expected'))}; the rules make it ${typeName(text('type'))}.`,
        advice: 'Change the rules so that they give that, or the type in the vocabulary.',
      }
    case 'attribute-outside-list':
      return {
        title: `Each element of the list ${quoted(text('list'))} has its own ${name}; nothing says which is meant.`,
        explanation: `${quoted(text('list'))} may hold several elements, or none.`,
        advice: `Write “any ${text('list')} such that …” or “sum of ${text('list')} taking …”, or put it below “each ${text('list')}:”. A name that is not about one element is defined before “each”.`,
      }
    case 'cycle': {
      const path = list('names').slice(0, 12)
      return {
        title: `${quoted(path[0] ?? '')} can only be worked out once it is known: ${path.join(' → ')}${path.length < list('names').length ? ' → …' : ''}.`,
        explanation:
          'What an arrow points to has to be worked out first; on a way that leads back nothing comes first.',
        advice: 'Look for the rule that uses a wrong name; for a figure before the present case use the yearly total.',
      }
    }
  }
}
