import type { CstNode } from 'chevrotain'
import { ExpressionParser, type Rule } from './expression-parser.ts'
import { tokenTypes as t } from './tokens.ts'

// Chevrotain 13 calls Object.groupBy when it checks the grammar, which Node 20 lacks.
const groupingObject = Object as unknown as { groupBy?: unknown }
groupingObject.groupBy ??= <Item>(items: Iterable<Item>, keyOf: (item: Item) => PropertyKey) => {
  const groups = Object.create(null) as Record<PropertyKey, Item[]>
  for (const item of items) (groups[keyOf(item)] ??= []).push(item)
  return groups
}

/**
 * The grammar, LL(1). A file is a flat sequence of statements: which article or example a statement belongs
 * to is decided where the tree is built. So after a mistake parsing goes on with the next statement, always.
 */
class PolicyParser extends ExpressionParser {
  constructor() {
    super()
    this.performSelfAnalysis()
  }

  readonly file: Rule = this.RULE('file', () => {
    this.MANY(() => this.SUBRULE(this.statement))
  })

  readonly statement: Rule = this.RULE('statement', () => {
    const statements = [
      this.policy,
      this.vocabulary,
      this.module,
      this.use,
      this.decision,
      this.source,
      this.edition,
      this.article,
      this.declaration,
      this.dataset,
      this.wordTable,
      this.always,
      this.monotone,
      this.example,
      this.examplePart,
      this.appliesTo,
      this.each,
      this.quote,
      this.reading,
      this.alternatively,
      this.replace,
      this.remove,
      this.notFormalised,
      this.yearStart,
      this.define,
      this.table,
      this.bands,
      this.classify,
      this.split,
      this.move,
      this.accumulate,
      this.except,
      this.adjust,
      this.requires,
      this.choose,
      this.match,
    ]
    this.OR(statements.map((rule) => ({ ALT: (): CstNode => this.SUBRULE(rule) })))
  })

  readonly policy: Rule = this.RULE('policy', () => {
    this.CONSUME(t.Policy)
    this.SUBRULE(this.name)
    this.CONSUME(t.Text)
  })

  readonly vocabulary: Rule = this.RULE('vocabulary', () => {
    this.CONSUME(t.Vocabulary)
    this.CONSUME(t.Text)
  })

  readonly module: Rule = this.RULE('module', () => {
    this.CONSUME(t.Module)
    this.CONSUME(t.Text)
  })

  readonly use: Rule = this.RULE('use', () => {
    this.CONSUME(t.Use)
    this.CONSUME(t.Text)
  })

  /** In a policy: which decision. In a vocabulary, with an identifier and rows: what it takes and gives. */
  readonly decision: Rule = this.RULE('decision', () => {
    this.CONSUME(t.Decision)
    this.SUBRULE(this.name)
    this.OPTION(() => {
      this.SUBRULE2(this.name)
      this.SUBRULE(this.rows)
    })
  })

  readonly source: Rule = this.RULE('source', () => {
    this.CONSUME(t.Source)
    this.SUBRULE(this.name)
    this.CONSUME(t.Text)
    this.SUBRULE2(this.name)
  })

  readonly edition: Rule = this.RULE('edition', () => {
    this.CONSUME(t.Edition)
    this.CONSUME(t.Text)
    this.SUBRULE(this.validity)
    this.OPTION(() => {
      this.CONSUME(t.SelectedBy)
      this.SUBRULE(this.name)
    })
    this.OPTION2(() => {
      this.CONSUME(t.Amends)
      this.CONSUME2(t.Text)
    })
  })

  readonly validity: Rule = this.RULE('validity', () => {
    this.OPTION(() => {
      this.CONSUME(t.From)
      this.CONSUME(t.Date)
    })
    this.OPTION2(() => {
      this.CONSUME(t.Until)
      this.CONSUME2(t.Date)
    })
  })

  readonly article: Rule = this.RULE('article', () => {
    this.CONSUME(t.Article)
    this.SUBRULE(this.name)
    this.CONSUME(t.Text)
  })

  readonly declaration: Rule = this.RULE('declaration', () => {
    this.consumeOne('Record', 'List', 'Choices')
    this.SUBRULE(this.name)
    this.SUBRULE2(this.name)
    this.SUBRULE(this.rows)
  })

  readonly dataset: Rule = this.RULE('dataset', () => {
    this.CONSUME(t.Dataset)
    this.SUBRULE(this.name)
    this.SUBRULE2(this.name)
    this.CONSUME(t.Text)
    this.MANY(() => {
      this.CONSUME(t.Comma)
      this.CONSUME2(t.Text)
    })
    this.SUBRULE(this.rows)
  })

  readonly wordTable: Rule = this.RULE('wordTable', () => {
    this.consumeOne('Regions', 'Names', 'Platform')
    this.SUBRULE(this.rows)
  })

  readonly always: Rule = this.RULE('always', () => {
    this.CONSUME(t.Always)
    this.CONSUME(t.Text)
    this.SUBRULE(this.expression)
  })

  readonly monotone: Rule = this.RULE('monotone', () => {
    this.CONSUME(t.Monotone)
    this.CONSUME(t.Text)
    this.SUBRULE(this.expression)
    this.CONSUME(t.Along)
    this.SUBRULE(this.name)
    this.consumeOne('NeverFalls', 'NeverRises')
  })

  readonly example: Rule = this.RULE('example', () => {
    this.CONSUME(t.Example)
    this.CONSUME(t.Text)
    this.OPTION(() => {
      this.CONSUME(t.BasedOn)
      this.CONSUME2(t.Text)
    })
  })

  readonly examplePart: Rule = this.RULE('examplePart', () => {
    this.consumeOne('Given', 'Expect')
    this.SUBRULE(this.rows)
  })

  readonly appliesTo: Rule = this.RULE('appliesTo', () => {
    this.CONSUME(t.AppliesTo)
    this.SUBRULE(this.expression)
    this.CONSUME(t.Colon)
  })

  /** In an article a heading; in an example, with rows, the elements of a list. */
  readonly each: Rule = this.RULE('each', () => {
    this.CONSUME(t.Each)
    this.SUBRULE(this.name)
    this.CONSUME(t.Colon)
    this.SUBRULE(this.grid)
  })

  readonly quote: Rule = this.RULE('quote', () => {
    this.consumeOne('Quote', 'Summary')
    this.CONSUME(t.Text)
    this.SUBRULE(this.cites)
  })

  readonly cites: Rule = this.RULE('cites', () => {
    this.OPTION(() => {
      this.CONSUME(t.Cites)
      this.SUBRULE(this.names)
    })
  })

  readonly reading: Rule = this.RULE('reading', () => {
    this.CONSUME(t.Reading)
    this.SUBRULE(this.name)
    this.CONSUME(t.Text)
    this.SUBRULE(this.cites)
    this.CONSUME(t.Because)
    this.CONSUME2(t.Text)
  })

  /** Below a reading; the next rule is what would hold instead. */
  readonly alternatively: Rule = this.RULE('alternatively', () => {
    this.CONSUME(t.Alternatively)
    this.SUBRULE(this.name)
    this.CONSUME(t.Text)
  })

  /** The next rule takes the place of one that stands. */
  readonly replace: Rule = this.RULE('replace', () => {
    this.CONSUME(t.Replace)
  })

  readonly remove: Rule = this.RULE('remove', () => {
    this.CONSUME(t.Remove)
    this.OR([
      {
        ALT: (): void => {
          this.SUBRULE(this.name)
        },
      },
      {
        ALT: (): void => {
          this.CONSUME(t.Text)
        },
      },
    ])
  })

  readonly notFormalised: Rule = this.RULE('notFormalised', () => {
    this.CONSUME(t.NotFormalised)
    this.CONSUME(t.Text)
    this.SUBRULE(this.cites)
    this.CONSUME(t.Because)
    this.CONSUME2(t.Text)
  })

  readonly yearStart: Rule = this.RULE('yearStart', () => {
    this.CONSUME(t.YearStart)
    this.CONSUME(t.From)
    this.CONSUME(t.MonthDay)
  })

  readonly define: Rule = this.RULE('define', () => {
    this.CONSUME(t.DefinedName)
    this.CONSUME(t.Means)
    this.SUBRULE(this.amount)
  })

  readonly table: Rule = this.RULE('table', () => {
    this.CONSUME(t.Table)
    this.SUBRULE(this.name)
    this.CONSUME(t.By)
    this.SUBRULE(this.names)
    this.SUBRULE(this.grid)
  })

  readonly bands: Rule = this.RULE('bands', () => {
    this.CONSUME(t.Bands)
    this.SUBRULE(this.name)
    this.CONSUME(t.Along)
    this.SUBRULE2(this.name)
    this.SUBRULE(this.grid)
  })

  readonly classify: Rule = this.RULE('classify', () => {
    this.consumeOne('Classify', 'ListAll')
    this.SUBRULE(this.name)
    this.SUBRULE(this.rows)
  })

  readonly requires: Rule = this.RULE('requires', () => {
    this.CONSUME(t.Requires)
    this.CONSUME(t.Text)
    this.SUBRULE(this.expression)
  })

  readonly split: Rule = this.RULE('split', () => {
    this.CONSUME(t.Split)
    this.SUBRULE(this.expression)
    this.OPTION(() => {
      this.CONSUME(t.BandedFrom)
      this.SUBRULE2(this.expression)
    })
    this.MANY(() => this.SUBRULE(this.splitLine))
  })

  readonly splitLine: Rule = this.RULE('splitLine', () => {
    this.OR([
      {
        ALT: (): void => {
          this.consumeOne('UpTo', 'AtRate', 'Exactly')
          this.SUBRULE(this.amount)
        },
      },
      {
        ALT: (): void => {
          this.CONSUME(t.TheRest)
        },
      },
    ])
    this.CONSUME(t.Into)
    this.SUBRULE(this.name)
  })

  readonly move: Rule = this.RULE('move', () => {
    this.CONSUME(t.Move)
    this.SUBRULE(this.amount)
    this.CONSUME(t.OutOf)
    this.SUBRULE(this.names)
    this.CONSUME(t.Into)
    this.SUBRULE(this.name)
  })

  readonly accumulate: Rule = this.RULE('accumulate', () => {
    this.CONSUME(t.Accumulate)
    this.SUBRULE(this.name)
    this.consumeOne('Adds', 'Subtracts')
    this.SUBRULE(this.expression)
  })

  readonly except: Rule = this.RULE('except', () => {
    this.CONSUME(t.Except)
    this.CONSUME(t.Text)
    this.SUBRULE(this.validity)
    this.OPTION(() => {
      this.CONSUME(t.If)
      this.SUBRULE(this.expression)
    })
    this.CONSUME(t.Colon)
    this.SUBRULE(this.name)
    this.CONSUME(t.Becomes)
    this.SUBRULE(this.amount)
  })

  readonly adjust: Rule = this.RULE('adjust', () => {
    this.CONSUME(t.Adjust)
    this.SUBRULE(this.name)
    this.consumeOne('LoweredBy', 'RaisedBy', 'MultipliedBy')
    this.SUBRULE(this.expression)
  })

  readonly match: Rule = this.RULE('match', () => {
    this.CONSUME(t.Match)
    this.SUBRULE(this.name)
    this.CONSUME(t.Colon)
    this.SUBRULE(this.expression)
  })

  readonly choose: Rule = this.RULE('choose', () => {
    this.consumeOne('Lowest', 'Highest')
    this.SUBRULE(this.name)
    this.CONSUME(t.Colon)
    this.SUBRULE(this.editionName)
    this.MANY(() => {
      this.CONSUME(t.Comma)
      this.SUBRULE2(this.editionName)
    })
    this.CONSUME(t.TiesTo)
    this.SUBRULE3(this.editionName)
  })

  readonly editionName: Rule = this.RULE('editionName', () => {
    this.OR([{ ALT: (): unknown => this.CONSUME(t.Text) }, { ALT: (): unknown => this.CONSUME(t.ThisEdition) }])
  })
}

/** The one parser: making it costs far more than using it, and it is reset by each input. */
export const parser = new PolicyParser()
