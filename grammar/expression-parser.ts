import { CstParser, type CstNode, type IParserErrorMessageProvider, type ParserMethod } from 'chevrotain'
import { limits } from './limits.ts'
import { allTokenTypes, tokenTypes as t, type TokenName } from './tokens.ts'

export type Rule = ParserMethod<[], CstNode>

const compareOperators = [
  'Below',
  'AtLeast',
  'MoreThan',
  'AtMost',
  'Before',
  'After',
  'NotBefore',
  'NotAfter',
  'Equals',
] as const satisfies readonly TokenName[]

const roundings = [
  'HalfUpFen',
  'HalfUpYuan',
  'UpMonth',
  'UpFen',
  'DownFen',
  'HalfEvenFen',
] as const satisfies readonly TokenName[]

/** Stops a parse that meets more errors than anybody will read; each costs far more than a token. */
export class TooManyErrors extends Error {}

let errorsLeft = limits.problems

/** To be called before each parse. */
export const resetErrorCount = (): void => {
  errorsLeft = limits.problems
}

function count(): string {
  errorsLeft -= 1
  if (errorsLeft < 0) throw new TooManyErrors()
  return ''
}

// Only the places of errors are used, so chevrotain's messages need not be made: they are counted instead.
const counter: IParserErrorMessageProvider = {
  buildMismatchTokenMessage: count,
  buildNotAllInputParsedMessage: count,
  buildNoViableAltMessage: count,
  buildEarlyExitMessage: count,
}

// Defined by the build alone: there is no need to check the grammar again at each start.
declare const DAIYU_IS_BUNDLED: true | undefined

/** The part of the grammar below statements: rows and their cells, amounts, expressions. */
export class ExpressionParser extends CstParser {
  constructor() {
    super([...allTokenTypes], {
      recoveryEnabled: true,
      maxLookahead: 1,
      nodeLocationTracking: 'onlyOffset',
      errorMessageProvider: counter,
      skipValidations: typeof DAIYU_IS_BUNDLED !== 'undefined',
    })
  }

  /** One of several tokens; once in a rule. */
  protected consumeOne(...names: readonly TokenName[]): void {
    this.OR9(names.map((name) => ({ ALT: (): unknown => this.CONSUME(t[name]) })))
  }

  readonly grid: Rule = this.RULE('grid', () => {
    this.SUBRULE(this.rows)
    this.OPTION(() => {
      this.CONSUME(t.RuleLine)
      this.SUBRULE2(this.rows)
    })
  })

  readonly rows: Rule = this.RULE('rows', () => {
    this.MANY(() => this.SUBRULE(this.row))
  })

  readonly row: Rule = this.RULE('row', () => {
    this.CONSUME(t.RowBar)
    this.SUBRULE(this.cell)
    this.MANY(() => {
      this.CONSUME(t.Bar)
      this.SUBRULE2(this.cell)
    })
    this.CONSUME(t.EndBar)
  })

  /** An empty cell parses, so that it can be reported as one. */
  readonly cell: Rule = this.RULE('cell', () => {
    this.OPTION(() => {
      this.OR([
        { ALT: (): unknown => this.CONSUME(t.Otherwise) },
        { ALT: (): unknown => this.CONSUME(t.Same) },
        { ALT: (): unknown => this.CONSUME(t.Whatever) },
        {
          ALT: (): void => {
            this.SUBRULE(this.compareOperator)
            this.SUBRULE(this.addition)
          },
        },
        { ALT: (): CstNode => this.SUBRULE(this.entries) },
      ])
    })
  })

  readonly entries: Rule = this.RULE('entries', () => {
    this.SUBRULE(this.entry)
    this.MANY(() => {
      this.CONSUME(t.Comma)
      this.SUBRULE2(this.entry)
    })
  })

  readonly entry: Rule = this.RULE('entry', () => {
    this.SUBRULE(this.end)
    this.OPTION(() => {
      this.CONSUME(t.Dash)
      this.SUBRULE2(this.end)
    })
  })

  readonly end: Rule = this.RULE('end', () => {
    this.SUBRULE(this.expression)
    this.OPTION(() => this.CONSUME(t.Included))
  })

  readonly amount: Rule = this.RULE('amount', () => {
    this.SUBRULE(this.expression)
    this.OPTION(() => this.CONSUME(t.NotBelowZero))
    this.OPTION2(() => this.SUBRULE(this.rounding))
  })

  readonly rounding: Rule = this.RULE('rounding', () => {
    this.consumeOne(...roundings)
  })

  readonly expression: Rule = this.RULE('expression', () => {
    this.SUBRULE(this.conjunction)
    this.MANY(() => {
      this.CONSUME(t.Or)
      this.SUBRULE2(this.conjunction)
    })
  })

  readonly conjunction: Rule = this.RULE('conjunction', () => {
    this.SUBRULE(this.negation)
    this.MANY(() => {
      this.CONSUME(t.And)
      this.SUBRULE2(this.negation)
    })
  })

  readonly negation: Rule = this.RULE('negation', () => {
    this.OPTION(() => this.CONSUME(t.Not))
    this.SUBRULE(this.comparison)
  })

  readonly comparison: Rule = this.RULE('comparison', () => {
    this.SUBRULE(this.fallback)
    this.OPTION(() => {
      this.OR([
        {
          ALT: (): void => {
            this.SUBRULE(this.compareOperator)
            this.SUBRULE2(this.fallback)
          },
        },
        {
          ALT: (): void => {
            this.consumeOne('In', 'NotIn')
            this.SUBRULE(this.members)
          },
        },
      ])
    })
  })

  readonly members: Rule = this.RULE('members', () => {
    this.SUBRULE(this.primary)
    this.MANY(() => {
      this.CONSUME(t.Comma)
      this.SUBRULE2(this.primary)
    })
  })

  readonly compareOperator: Rule = this.RULE('compareOperator', () => {
    this.consumeOne(...compareOperators)
  })

  readonly fallback: Rule = this.RULE('fallback', () => {
    this.SUBRULE(this.addition)
    this.OPTION(() => {
      this.CONSUME(t.OrElse)
      this.SUBRULE2(this.addition)
    })
  })

  readonly addition: Rule = this.RULE('addition', () => {
    this.SUBRULE(this.multiplication)
    this.MANY(() => {
      this.consumeOne('Plus', 'Minus', 'LoweredBy', 'RaisedBy')
      this.SUBRULE2(this.multiplication)
    })
  })

  readonly multiplication: Rule = this.RULE('multiplication', () => {
    this.SUBRULE(this.primary)
    this.MANY(() => {
      this.consumeOne('Times', 'Divide')
      this.SUBRULE2(this.primary)
    })
  })

  readonly primary: Rule = this.RULE('primary', () => {
    this.OR([
      { ALT: (): unknown => this.CONSUME(t.Quantity) },
      { ALT: (): unknown => this.CONSUME(t.Number) },
      { ALT: (): unknown => this.CONSUME(t.Fraction) },
      { ALT: (): unknown => this.CONSUME(t.Date) },
      { ALT: (): unknown => this.CONSUME(t.Text) },
      { ALT: (): unknown => this.CONSUME(t.OpenEnded) },
      { ALT: (): unknown => this.CONSUME(t.Absent) },
      { ALT: (): CstNode => this.SUBRULE(this.parens) },
      { ALT: (): CstNode => this.SUBRULE(this.quantified) },
      { ALT: (): CstNode => this.SUBRULE(this.reference) },
    ])
  })

  readonly parens: Rule = this.RULE('parens', () => {
    this.CONSUME(t.LeftParen)
    this.SUBRULE(this.expression)
    this.CONSUME(t.RightParen)
  })

  readonly quantified: Rule = this.RULE('quantified', () => {
    this.consumeOne('Any', 'All', 'Count', 'Sum')
    this.SUBRULE(this.name)
    this.OPTION(() => {
      this.CONSUME(t.Taking)
      this.SUBRULE(this.addition)
    })
    this.OPTION2(() => {
      this.CONSUME(t.SuchThat)
      this.SUBRULE(this.expression)
    })
  })

  readonly reference: Rule = this.RULE('reference', () => {
    this.SUBRULE(this.name)
    this.OPTION(() => {
      this.CONSUME(t.LeftParen)
      this.SUBRULE(this.expression)
      this.MANY(() => {
        this.CONSUME(t.Comma)
        this.SUBRULE2(this.expression)
      })
      this.CONSUME(t.RightParen)
    })
  })

  readonly names: Rule = this.RULE('names', () => {
    this.SUBRULE(this.name)
    this.MANY(() => {
      this.CONSUME(t.Comma)
      this.SUBRULE2(this.name)
    })
  })

  readonly name: Rule = this.RULE('name', () => {
    this.CONSUME(t.Name)
  })
}
