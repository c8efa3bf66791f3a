import fc from 'fast-check'
import { builtInWords, keywords, type KeywordToken } from '../../grammar/keywords.ts'
import type { Language } from '../../grammar/tree.ts'
import { units } from '../../grammar/units.ts'

/** A stretch of text that no blank may divide, and where it stands in a row. */
interface Word {
  readonly text: string
  readonly row: 'opens' | 'inside' | 'closes' | 'rule' | null
}
type Words = readonly Word[]
type Arb<Thing> = fc.Arbitrary<Thing>

/** Names in both languages, one to one, none of them known to the language. */
export const namePairs: readonly (readonly [string, string])[] = [
  ['起付线', 'deductible'],
  ['医疗类别', 'visit.kind'],
  ['个人自付比例', 'coPayRate'],
  ['其他情形', 'otherCase'],
  ['不属于本市', 'notLocal'],
  ['平均工资2007', 'averageWage2007'],
  ['乙_2', 'b_2'],
  ['𠮷', 'ji'],
]

/** What a random policy is written in: keywords of one language, or of either, word by word. */
export type Writing = Language | 'mixed'

const one = (text: string): Words => [{ text, row: null }]
const join = (...parts: readonly Arb<Words>[]): Arb<Words> => fc.tuple(...parts).map((all) => all.flat())
const maybe = (part: Arb<Words>): Arb<Words> => fc.oneof(fc.constant<Words>([]), part)
const many = (part: Arb<Words>, minLength: number, maxLength: number): Arb<Words> =>
  fc.array(part, { minLength, maxLength }).map((all) => all.flat())
const mark = (...marks: readonly string[]): Arb<Words> => fc.constantFrom(...marks).map(one)

const list = (part: Arb<Words>): Arb<Words> => join(part, many(join(mark('、', '，', ','), part), 0, 2))

/** Random files in which every construct occurs, spaced, broken and commented in every way that is allowed. */
export function policyText(writing: Writing): Arb<string> {
  const language = writing === 'mixed' ? fc.constantFrom<Language>('zh', 'en') : fc.constant<Language>(writing)
  const inLanguage = (zh: string, en: string): Arb<Words> => language.map((each) => one(each === 'zh' ? zh : en))
  const keyword = (token: KeywordToken): Arb<Words> => {
    const found = keywords.find((each) => each.token === token)
    return inLanguage(found?.zh ?? '', found?.en ?? '')
  }
  const anyKeyword = (...tokens: readonly KeywordToken[]): Arb<Words> => fc.oneof(...tokens.map(keyword))

  // Known words are in the language of the file, since formatting translates them.
  const first: Language = writing === 'en' ? 'en' : 'zh'
  const name = fc
    .constantFrom(...namePairs.flatMap(([zh, en]) => (writing === 'mixed' ? [zh, en] : [first === 'zh' ? zh : en])))
    .map(one)
  const label = fc.constantFrom(...namePairs.map(([zh]) => zh)).map(one)
  const id = fc.constantFrom(...namePairs.map(([, en]) => en)).map(one)
  const builtIn = writing === 'mixed' ? name : fc.constantFrom(...builtInWords.map((each) => one(each[first])))

  const text = fc
    .tuple(
      fc.array(
        fc.constantFrom('原文', 'quote ', '“', '」', '「', '"', '。', '※', '//', '|', ' ', 'N１', '（含）', '\\'),
        { maxLength: 6 },
      ),
      fc.boolean(),
    )
    .map(([parts, isChinese]) => {
      const value = parts.join('')
      return one(isChinese && !/[「」]/u.test(value) ? `「${value}」` : `"${value.replaceAll('"', '""')}"`)
    })
  const digits = fc.constantFrom('0', '1', '3.5', '45', '1200', '0.05', '1_200', '１２', '007')
  const unit = fc.constantFrom(...units.flatMap(({ zh, en, enOne }) => [zh, ` ${en}`, ` ${enOne}`, ` ${zh}`]), '％')
  const quantity = fc.tuple(digits, unit).map(([number, word]) => one(number + word))
  const date = mark('2023年2月1日', '2023-02-01', '２０２３年２月１日', '1999年12月31日', '0021-01-01')
  const literal: Arb<Words> = fc.oneof(
    quantity,
    digits.map(one),
    mark('4/3', '73／63'),
    date,
    text,
    anyKeyword('OpenEnded', 'Absent'),
  )

  const left = mark('（', '(')
  const right = mark('）', ')')
  const compareOperator = anyKeyword(
    'Below',
    'AtLeast',
    'MoreThan',
    'AtMost',
    'Before',
    'After',
    'NotBefore',
    'NotAfter',
    'Equals',
  )
  const operator = fc.oneof(mark('+', '＋', '-', '−', '*', '×', '/', '÷'), anyKeyword('LoweredBy', 'RaisedBy'))
  // What 满足 and 属于 take goes on as far as it can, so neither stands before a comma or an operator without parentheses.
  const { expression, sum, primary } = fc.letrec<{
    primary: Words
    sum: Words
    condition: Words
    expression: Words
  }>((tie) => ({
    primary: fc.oneof(
      { maxDepth: 3, depthSize: 'small', withCrossShrink: true },
      name,
      literal,
      join(left, tie('expression'), right),
      join(fc.oneof(name, builtIn), left, list(tie('sum')), right),
    ),
    sum: fc.oneof({ maxDepth: 3, depthSize: 'small' }, tie('primary'), join(tie('primary'), operator, tie('primary'))),
    condition: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      tie('sum'),
      join(maybe(keyword('Not')), tie('sum'), compareOperator, tie('sum')),
      join(tie('sum'), anyKeyword('In', 'NotIn'), list(tie('primary'))),
      join(tie('sum'), keyword('OrElse'), tie('sum')),
      join(
        anyKeyword('Any', 'All', 'Count', 'Sum'),
        name,
        maybe(join(keyword('Taking'), tie('sum'))),
        maybe(join(keyword('SuchThat'), tie('expression'))),
      ),
    ),
    expression: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      tie('condition'),
      join(tie('condition'), many(join(anyKeyword('And', 'Or'), tie('condition')), 1, 3)),
    ),
  }))
  const rounding = anyKeyword('HalfUpFen', 'HalfUpYuan', 'UpMonth', 'UpFen', 'DownFen', 'HalfEvenFen')
  const amount = join(expression, maybe(keyword('NotBelowZero')), maybe(rounding))

  const included = maybe(mark('（含）', '(incl)', '( incl ）'))
  const end = join(fc.oneof(name, quantity, date, primary), included)
  const dash = mark('—', '——', '～', '..', '–')
  const cell: Arb<Words> = fc.oneof(
    name,
    quantity,
    anyKeyword('Otherwise', 'Same', 'Whatever'),
    join(compareOperator, sum),
    list(fc.oneof(name, quantity, join(end, dash, end))),
    expression.filter((words) => words.length !== 3),
  )
  const row = (cells: readonly Arb<Words>[]): Arb<Words> =>
    fc.tuple(...cells).map((all) => [
      { text: '|', row: 'opens' },
      ...all.flatMap((words, column): Words => {
        const inside = words.map(({ text: written }): Word => ({ text: written, row: 'inside' }))
        return column === 0 ? inside : [{ text: fcBar(column), row: 'inside' }, ...inside]
      }),
      { text: '|', row: 'closes' },
    ])
  const rowsOf = (kinds: readonly Arb<Words>[], minLength = 1): Arb<Words> => many(row(kinds), minLength, 3)
  const rule: Arb<Words> = fc
    .constantFrom('|---|---|', '|-|', '｜—｜ -- |')
    .map((written): Words => [{ text: written, row: 'rule' }])
  const columns = fc.integer({ min: 1, max: 4 })
  const rows = columns.chain((width) => rowsOf(Array.from({ length: width }, () => cell)))
  const grid = columns.chain((width) => {
    const cells = Array.from({ length: width }, () => cell)
    return fc.oneof(rowsOf(cells), join(rowsOf(cells), rule, rowsOf(cells)))
  })

  const validity = join(maybe(join(keyword('From'), date)), maybe(join(keyword('Until'), date)))
  const colon = mark('：', ':')
  const cites = maybe(join(keyword('Cites'), list(mark('N001', 'N024b', 'Z21'))))
  const into = join(keyword('Into'), name)
  const line = fc.oneof(join(anyKeyword('UpTo', 'AtRate', 'Exactly'), amount, into), join(keyword('TheRest'), into))
  const statement: Arb<Words> = fc.oneof(
    join(name, keyword('Means'), amount),
    join(keyword('Table'), name, keyword('By'), list(name), grid),
    join(keyword('Bands'), name, keyword('Along'), name, grid),
    join(keyword('Classify'), name, rows),
    join(keyword('ListAll'), name, rows),
    join(keyword('Requires'), text, expression),
    join(keyword('Split'), expression, maybe(join(keyword('BandedFrom'), expression)), many(line, 1, 3)),
    join(keyword('Move'), amount, keyword('OutOf'), list(name), into),
    join(keyword('Accumulate'), name, anyKeyword('Adds', 'Subtracts'), expression),
    join(
      keyword('Except'),
      text,
      validity,
      maybe(join(keyword('If'), expression)),
      colon,
      name,
      keyword('Becomes'),
      amount,
    ),
    join(keyword('Match'), name, colon, expression),
    join(keyword('Adjust'), name, anyKeyword('LoweredBy', 'RaisedBy', 'MultipliedBy'), expression),
  )
  const alternative = join(keyword('Alternatively'), mark('excluded', 'other'), text, statement)
  const editionName = fc.oneof(text, keyword('ThisEdition'))
  const item: Arb<Words> = fc.oneof(
    { arbitrary: statement, weight: 5 },
    join(anyKeyword('Quote', 'Summary'), text, cites),
    join(keyword('Reading'), mark('C01', 'C26'), text, cites, keyword('Because'), text, many(alternative, 0, 2)),
    join(keyword('NotFormalised'), text, cites, keyword('Because'), text),
    join(keyword('YearStart'), keyword('From'), mark('1月1日', '--07-01', '１２月31日')),
    join(keyword('Replace'), statement),
    join(keyword('Remove'), fc.oneof(name, text)),
    join(anyKeyword('Lowest', 'Highest'), name, colon, list(editionName), keyword('TiesTo'), editionName),
  )
  const heading = fc.oneof(join(keyword('AppliesTo'), expression, colon), join(keyword('Each'), name, colon))
  const article = join(keyword('Article'), name, text, many(item, 0, 3), many(join(heading, many(item, 0, 3)), 0, 2))
  const field = fc.oneof(mark('psn_type', 'S0000'), keyword('Absent'))
  const type = fc.oneof(builtIn, label, join(builtIn, left, builtIn, right))
  const top: Arb<Words> = fc.oneof(
    { arbitrary: article, weight: 6 },
    { arbitrary: join(keyword('Policy'), mark('ningbo.employee'), text), weight: 1 },
    { arbitrary: join(keyword('Vocabulary'), text), weight: 1 },
    { arbitrary: join(keyword('Module'), text), weight: 1 },
    { arbitrary: join(keyword('Use'), text), weight: 1 },
    { arbitrary: join(keyword('Decision'), name), weight: 1 },
    { arbitrary: join(keyword('Decision'), label, id, rowsOf([builtIn, list(name)])), weight: 1 },
    { arbitrary: join(keyword('Source'), name, text, builtIn), weight: 1 },
    {
      arbitrary: join(
        keyword('Edition'),
        text,
        validity,
        maybe(join(keyword('SelectedBy'), name)),
        maybe(join(keyword('Amends'), text)),
      ),
      weight: 1,
    },
    { arbitrary: join(anyKeyword('Record', 'List'), label, id, rowsOf([label, id, type, field])), weight: 2 },
    { arbitrary: join(keyword('Choices'), label, id, rowsOf([label, id])), weight: 1 },
    { arbitrary: join(keyword('Regions'), rowsOf([label, id, text])), weight: 1 },
    {
      arbitrary: join(
        keyword('Dataset'),
        label,
        id,
        text,
        many(join(mark('、', ','), text), 0, 2),
        rowsOf([label, id, type]),
      ),
      weight: 1,
    },
    { arbitrary: join(keyword('Names'), rowsOf([label, id])), weight: 1 },
    { arbitrary: join(keyword('Platform'), rowsOf([field, text, text, name])), weight: 1 },
    { arbitrary: join(keyword('Platform'), rowsOf([field, text, text, name, digits.map(one)])), weight: 1 },
    { arbitrary: join(keyword('Always'), text, expression), weight: 1 },
    {
      arbitrary: join(
        keyword('Monotone'),
        text,
        expression,
        keyword('Along'),
        name,
        anyKeyword('NeverFalls', 'NeverRises'),
      ),
      weight: 1,
    },
    {
      arbitrary: join(
        keyword('Example'),
        text,
        maybe(join(keyword('BasedOn'), text)),
        keyword('Given'),
        rowsOf([name, fc.oneof(name, quantity, date, builtIn, keyword('Absent'))]),
        many(join(keyword('Each'), name, colon, join(rowsOf([name, name]), rule, rowsOf([name, quantity], 0))), 0, 2),
        keyword('Expect'),
        rowsOf([name, fc.oneof(name, quantity)]),
      ),
      weight: 2,
    },
  )
  return many(top, 1, 3).chain(spread)
}

const fcBar = (column: number): string => (column % 3 === 2 ? '｜' : '|')

const blanks: Arb<string> = fc.oneof(
  { arbitrary: fc.constant(' '), weight: 8 },
  { arbitrary: fc.constantFrom('  ', '\t', '\u3000'), weight: 1 },
)
const newlines = fc.constantFrom('\n', '\n    ', '\n\n', '\r\n  ', '\n\n\n')
const comments = fc.constantFrom('※ 说明', '// note', '※没有空格', '※', '//  二', '※ “引” 「号', '// ※ both')
const breaks = fc.oneof(
  { arbitrary: newlines, weight: 4 },
  { arbitrary: fc.tuple(comments, newlines).map(([comment, newline]) => ` ${comment}${newline}`), weight: 1 },
  { arbitrary: fc.tuple(newlines, comments, newlines).map((parts) => parts.join('')), weight: 1 },
)
const gaps = fc.oneof({ arbitrary: blanks, weight: 12 }, { arbitrary: breaks, weight: 2 })

/** Words with random blanks, line ends and comments between them, wherever the language allows them. */
function spread(words: Words): Arb<string> {
  const between = words.map((word, place): Arb<string> => {
    const previous = words[place - 1]
    if (previous === undefined) return fc.oneof(fc.constant(''), breaks)
    const isInside = word.row === 'inside' || word.row === 'closes'
    if (isInside) return isMark(word.text) || isMark(previous.text) ? fc.oneof(blanks, fc.constant('')) : blanks
    if (word.row !== null || previous.row !== null) return breaks
    if (isMark(word.text) || isMark(previous.text)) return fc.oneof(gaps, fc.constant(''))
    return gaps
  })
  return fc
    .tuple(...between, fc.oneof(fc.constant(''), newlines, breaks))
    .map((all) => all.map((gap, place) => gap + (words[place]?.text ?? '')).join(''))
}

// Marks beside which a blank may be left out. Halfwidth ones are left alone: - and / could join numbers, - - a month.
const isMark = (text: string): boolean => /^[、，：（）「×÷＋|｜]/u.test(text) && /[、，：（）」×÷＋|｜]$/u.test(text)
