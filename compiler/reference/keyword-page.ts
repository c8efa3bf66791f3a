import type { builtInWords, Keyword, Opens } from '../../grammar/keywords.ts'
import type { UnitWords } from '../../grammar/units.ts'

/** The page of all words of the language, in both languages. */
export function keywordPage(
  keywords: readonly Keyword[],
  builtIns: typeof builtInWords,
  units: readonly UnitWords[],
): string {
  return [
    ...intro,
    ...places.flatMap(({ opens, zh, en }) => [
      '',
      `## ${zh} · ${en}`,
      '',
      ...pairs(keywords.filter((keyword) => keyword.opens === opens)),
    ]),
    ...aboutParts,
    partsOf(keywords, builtIns)
      .map((word) => `\`${word}\``)
      .join(' '),
    ...aboutBuiltIns,
    ...pairs(builtIns),
    ...aboutUnits,
    ...pairs(units),
    '',
  ].join('\n')
}

/** The words by which keywords of several words are known; a name that is one of them could become a keyword by its neighbour. */
function partsOf(keywords: readonly Keyword[], builtIns: typeof builtInWords): string[] {
  const whole = new Set([...keywords, ...builtIns].map(({ en }) => en))
  const words = keywords.flatMap(({ en }) => {
    const [first = '', second] = en.split(' ')
    return second === undefined ? [] : [whole.has(first) ? second : first]
  })
  return [...new Set(words)].filter((word) => !keywords.some(({ en }) => en === word)).toSorted()
}

const pairs = (words: readonly { readonly zh: string; readonly en: string }[]): string[] => [
  '| 中文 | English |',
  '|---|---|',
  ...words.map(({ zh, en }) => `| \`${zh}\` | \`${en}\` |`),
]

const places: readonly { readonly opens: Opens; readonly zh: string; readonly en: string }[] = [
  { opens: 'top', zh: '文件里的一条', en: 'statements of a file' },
  { opens: 'item', zh: '条文里的一条', en: 'statements of an article' },
  { opens: 'section', zh: '条文里的小标题', en: 'headings in an article' },
  { opens: 'line', zh: '分担的一行', en: 'lines of a split' },
  { opens: 'part', zh: '示例的两部分', en: 'parts of an example' },
  { opens: null, zh: '句子里的词', en: 'words in a statement' },
]

const intro = [
  '# 词表 · Words',
  '',
  '这一页由编译器的词表生成。一个文件用中文词或英文词，由第一个词决定；两种写法意思相同，可以互相转换。',
  '除了自带的名称和单位，下面各节的词都是关键词。两种语言的关键词都不能用作名称。',
  '',
  'This page is made from the compiler’s tables. A file uses the Chinese or the English words; the first of them decides.',
  'Both say the same and can be converted into each other. But for the names that come with the language and the units, all of',
  'them are keywords: those of either language can’t be names.',
]

const aboutParts = [
  '',
  '## 不能作名称的英文词 · English words that can’t be names',
  '',
  '英文关键词有的由几个词组成，下面这些词单独也不能用作名称，用在点的后面（`visit.rest`）可以。',
  '',
  'Some keywords have several words; by themselves these words of theirs can’t be names either. After a dot they can: `visit.rest`.',
  '',
]

const aboutBuiltIns = [
  '',
  '## 自带的名称 · Names that come with the language',
  '',
  '不是关键词，但意思已经固定：函数、是和否、来源等级、字段类型、事项的两边。',
  '',
  'No keywords, but their meaning is fixed: functions, yes and no, grades of sources, types of fields, the sides of a decision.',
  '',
]

const aboutUnits = [
  '',
  '## 单位 · Units',
  '',
  '中文单位紧跟数字；英文单位前空一格，`%` 和 `pp` 除外。数是 1 时英文也可以写单数，例如 `1 year`。',
  '',
  'A Chinese unit follows its digits directly; an English one after a blank, but for `%` and `pp`. After 1 the singular may be written: `1 year`.',
  '',
]
