import type { CstNode, ICstVisitor, IToken } from "chevrotain";

export interface GridCstNode extends CstNode {
  name: "grid";
  children: GridCstChildren;
}

export type GridCstChildren = {
  rows: (RowsCstNode)[];
  RuleLine?: IToken[];
};

export interface RowsCstNode extends CstNode {
  name: "rows";
  children: RowsCstChildren;
}

export type RowsCstChildren = {
  row?: RowCstNode[];
};

export interface RowCstNode extends CstNode {
  name: "row";
  children: RowCstChildren;
}

export type RowCstChildren = {
  RowBar: IToken[];
  cell: (CellCstNode)[];
  Bar?: IToken[];
  EndBar: IToken[];
};

export interface CellCstNode extends CstNode {
  name: "cell";
  children: CellCstChildren;
}

export type CellCstChildren = {
  Otherwise?: IToken[];
  Same?: IToken[];
  Whatever?: IToken[];
  compareOperator?: CompareOperatorCstNode[];
  addition?: AdditionCstNode[];
  entries?: EntriesCstNode[];
};

export interface EntriesCstNode extends CstNode {
  name: "entries";
  children: EntriesCstChildren;
}

export type EntriesCstChildren = {
  entry: (EntryCstNode)[];
  Comma?: IToken[];
};

export interface EntryCstNode extends CstNode {
  name: "entry";
  children: EntryCstChildren;
}

export type EntryCstChildren = {
  end: (EndCstNode)[];
  Dash?: IToken[];
};

export interface EndCstNode extends CstNode {
  name: "end";
  children: EndCstChildren;
}

export type EndCstChildren = {
  expression: ExpressionCstNode[];
  Included?: IToken[];
};

export interface AmountCstNode extends CstNode {
  name: "amount";
  children: AmountCstChildren;
}

export type AmountCstChildren = {
  expression: ExpressionCstNode[];
  NotBelowZero?: IToken[];
  rounding?: RoundingCstNode[];
};

export interface RoundingCstNode extends CstNode {
  name: "rounding";
  children: RoundingCstChildren;
}

export type RoundingCstChildren = {
  HalfUpFen?: IToken[];
  HalfUpYuan?: IToken[];
  UpMonth?: IToken[];
  UpFen?: IToken[];
  DownFen?: IToken[];
  HalfEvenFen?: IToken[];
};

export interface ExpressionCstNode extends CstNode {
  name: "expression";
  children: ExpressionCstChildren;
}

export type ExpressionCstChildren = {
  conjunction: (ConjunctionCstNode)[];
  Or?: IToken[];
};

export interface ConjunctionCstNode extends CstNode {
  name: "conjunction";
  children: ConjunctionCstChildren;
}

export type ConjunctionCstChildren = {
  negation: (NegationCstNode)[];
  And?: IToken[];
};

export interface NegationCstNode extends CstNode {
  name: "negation";
  children: NegationCstChildren;
}

export type NegationCstChildren = {
  Not?: IToken[];
  comparison: ComparisonCstNode[];
};

export interface ComparisonCstNode extends CstNode {
  name: "comparison";
  children: ComparisonCstChildren;
}

export type ComparisonCstChildren = {
  fallback: (FallbackCstNode)[];
  compareOperator?: CompareOperatorCstNode[];
  In?: IToken[];
  NotIn?: IToken[];
  members?: MembersCstNode[];
};

export interface MembersCstNode extends CstNode {
  name: "members";
  children: MembersCstChildren;
}

export type MembersCstChildren = {
  primary: (PrimaryCstNode)[];
  Comma?: IToken[];
};

export interface CompareOperatorCstNode extends CstNode {
  name: "compareOperator";
  children: CompareOperatorCstChildren;
}

export type CompareOperatorCstChildren = {
  Below?: IToken[];
  AtLeast?: IToken[];
  MoreThan?: IToken[];
  AtMost?: IToken[];
  Before?: IToken[];
  After?: IToken[];
  NotBefore?: IToken[];
  NotAfter?: IToken[];
  Equals?: IToken[];
};

export interface FallbackCstNode extends CstNode {
  name: "fallback";
  children: FallbackCstChildren;
}

export type FallbackCstChildren = {
  addition: (AdditionCstNode)[];
  OrElse?: IToken[];
};

export interface AdditionCstNode extends CstNode {
  name: "addition";
  children: AdditionCstChildren;
}

export type AdditionCstChildren = {
  multiplication: (MultiplicationCstNode)[];
  Plus?: IToken[];
  Minus?: IToken[];
  LoweredBy?: IToken[];
  RaisedBy?: IToken[];
};

export interface MultiplicationCstNode extends CstNode {
  name: "multiplication";
  children: MultiplicationCstChildren;
}

export type MultiplicationCstChildren = {
  primary: (PrimaryCstNode)[];
  Times?: IToken[];
  Divide?: IToken[];
};

export interface PrimaryCstNode extends CstNode {
  name: "primary";
  children: PrimaryCstChildren;
}

export type PrimaryCstChildren = {
  Quantity?: IToken[];
  Number?: IToken[];
  Fraction?: IToken[];
  Date?: IToken[];
  Text?: IToken[];
  OpenEnded?: IToken[];
  Absent?: IToken[];
  parens?: ParensCstNode[];
  quantified?: QuantifiedCstNode[];
  reference?: ReferenceCstNode[];
};

export interface ParensCstNode extends CstNode {
  name: "parens";
  children: ParensCstChildren;
}

export type ParensCstChildren = {
  LeftParen: IToken[];
  expression: ExpressionCstNode[];
  RightParen: IToken[];
};

export interface QuantifiedCstNode extends CstNode {
  name: "quantified";
  children: QuantifiedCstChildren;
}

export type QuantifiedCstChildren = {
  Any?: IToken[];
  All?: IToken[];
  Count?: IToken[];
  Sum?: IToken[];
  name: NameCstNode[];
  Taking?: IToken[];
  addition?: AdditionCstNode[];
  SuchThat?: IToken[];
  expression?: ExpressionCstNode[];
};

export interface ReferenceCstNode extends CstNode {
  name: "reference";
  children: ReferenceCstChildren;
}

export type ReferenceCstChildren = {
  name: NameCstNode[];
  LeftParen?: IToken[];
  expression?: (ExpressionCstNode)[];
  Comma?: IToken[];
  RightParen?: IToken[];
};

export interface NamesCstNode extends CstNode {
  name: "names";
  children: NamesCstChildren;
}

export type NamesCstChildren = {
  name: (NameCstNode)[];
  Comma?: IToken[];
};

export interface NameCstNode extends CstNode {
  name: "name";
  children: NameCstChildren;
}

export type NameCstChildren = {
  Name: IToken[];
};

export interface FileCstNode extends CstNode {
  name: "file";
  children: FileCstChildren;
}

export type FileCstChildren = {
  statement?: StatementCstNode[];
};

export interface StatementCstNode extends CstNode {
  name: "statement";
  children: StatementCstChildren;
}

export type StatementCstChildren = {
  policy?: PolicyCstNode[];
  vocabulary?: VocabularyCstNode[];
  module?: ModuleCstNode[];
  use?: UseCstNode[];
  decision?: DecisionCstNode[];
  source?: SourceCstNode[];
  edition?: EditionCstNode[];
  article?: ArticleCstNode[];
  declaration?: DeclarationCstNode[];
  dataset?: DatasetCstNode[];
  wordTable?: WordTableCstNode[];
  always?: AlwaysCstNode[];
  monotone?: MonotoneCstNode[];
  example?: ExampleCstNode[];
  examplePart?: ExamplePartCstNode[];
  appliesTo?: AppliesToCstNode[];
  each?: EachCstNode[];
  quote?: QuoteCstNode[];
  reading?: ReadingCstNode[];
  alternatively?: AlternativelyCstNode[];
  replace?: ReplaceCstNode[];
  remove?: RemoveCstNode[];
  notFormalised?: NotFormalisedCstNode[];
  yearStart?: YearStartCstNode[];
  define?: DefineCstNode[];
  table?: TableCstNode[];
  bands?: BandsCstNode[];
  classify?: ClassifyCstNode[];
  split?: SplitCstNode[];
  move?: MoveCstNode[];
  accumulate?: AccumulateCstNode[];
  except?: ExceptCstNode[];
  adjust?: AdjustCstNode[];
  requires?: RequiresCstNode[];
  choose?: ChooseCstNode[];
  match?: MatchCstNode[];
};

export interface PolicyCstNode extends CstNode {
  name: "policy";
  children: PolicyCstChildren;
}

export type PolicyCstChildren = {
  Policy: IToken[];
  name: NameCstNode[];
  Text: IToken[];
};

export interface VocabularyCstNode extends CstNode {
  name: "vocabulary";
  children: VocabularyCstChildren;
}

export type VocabularyCstChildren = {
  Vocabulary: IToken[];
  Text: IToken[];
};

export interface ModuleCstNode extends CstNode {
  name: "module";
  children: ModuleCstChildren;
}

export type ModuleCstChildren = {
  Module: IToken[];
  Text: IToken[];
};

export interface UseCstNode extends CstNode {
  name: "use";
  children: UseCstChildren;
}

export type UseCstChildren = {
  Use: IToken[];
  Text: IToken[];
};

export interface DecisionCstNode extends CstNode {
  name: "decision";
  children: DecisionCstChildren;
}

export type DecisionCstChildren = {
  Decision: IToken[];
  name: (NameCstNode)[];
  rows?: RowsCstNode[];
};

export interface SourceCstNode extends CstNode {
  name: "source";
  children: SourceCstChildren;
}

export type SourceCstChildren = {
  Source: IToken[];
  name: (NameCstNode)[];
  Text: IToken[];
};

export interface EditionCstNode extends CstNode {
  name: "edition";
  children: EditionCstChildren;
}

export type EditionCstChildren = {
  Edition: IToken[];
  Text: (IToken)[];
  validity: ValidityCstNode[];
  SelectedBy?: IToken[];
  name?: NameCstNode[];
  Amends?: IToken[];
};

export interface ValidityCstNode extends CstNode {
  name: "validity";
  children: ValidityCstChildren;
}

export type ValidityCstChildren = {
  From?: IToken[];
  Date?: (IToken)[];
  Until?: IToken[];
};

export interface ArticleCstNode extends CstNode {
  name: "article";
  children: ArticleCstChildren;
}

export type ArticleCstChildren = {
  Article: IToken[];
  name: NameCstNode[];
  Text: IToken[];
};

export interface DeclarationCstNode extends CstNode {
  name: "declaration";
  children: DeclarationCstChildren;
}

export type DeclarationCstChildren = {
  Record?: IToken[];
  List?: IToken[];
  Choices?: IToken[];
  name: (NameCstNode)[];
  rows: RowsCstNode[];
};

export interface DatasetCstNode extends CstNode {
  name: "dataset";
  children: DatasetCstChildren;
}

export type DatasetCstChildren = {
  Dataset: IToken[];
  name: (NameCstNode)[];
  Text: (IToken)[];
  Comma?: IToken[];
  rows: RowsCstNode[];
};

export interface WordTableCstNode extends CstNode {
  name: "wordTable";
  children: WordTableCstChildren;
}

export type WordTableCstChildren = {
  Regions?: IToken[];
  Names?: IToken[];
  Platform?: IToken[];
  rows: RowsCstNode[];
};

export interface AlwaysCstNode extends CstNode {
  name: "always";
  children: AlwaysCstChildren;
}

export type AlwaysCstChildren = {
  Always: IToken[];
  Text: IToken[];
  expression: ExpressionCstNode[];
};

export interface MonotoneCstNode extends CstNode {
  name: "monotone";
  children: MonotoneCstChildren;
}

export type MonotoneCstChildren = {
  Monotone: IToken[];
  Text: IToken[];
  expression: ExpressionCstNode[];
  Along: IToken[];
  name: NameCstNode[];
  NeverFalls?: IToken[];
  NeverRises?: IToken[];
};

export interface ExampleCstNode extends CstNode {
  name: "example";
  children: ExampleCstChildren;
}

export type ExampleCstChildren = {
  Example: IToken[];
  Text: (IToken)[];
  BasedOn?: IToken[];
};

export interface ExamplePartCstNode extends CstNode {
  name: "examplePart";
  children: ExamplePartCstChildren;
}

export type ExamplePartCstChildren = {
  Given?: IToken[];
  Expect?: IToken[];
  rows: RowsCstNode[];
};

export interface AppliesToCstNode extends CstNode {
  name: "appliesTo";
  children: AppliesToCstChildren;
}

export type AppliesToCstChildren = {
  AppliesTo: IToken[];
  expression: ExpressionCstNode[];
  Colon: IToken[];
};

export interface EachCstNode extends CstNode {
  name: "each";
  children: EachCstChildren;
}

export type EachCstChildren = {
  Each: IToken[];
  name: NameCstNode[];
  Colon: IToken[];
  grid: GridCstNode[];
};

export interface QuoteCstNode extends CstNode {
  name: "quote";
  children: QuoteCstChildren;
}

export type QuoteCstChildren = {
  Quote?: IToken[];
  Summary?: IToken[];
  Text: IToken[];
  cites: CitesCstNode[];
};

export interface CitesCstNode extends CstNode {
  name: "cites";
  children: CitesCstChildren;
}

export type CitesCstChildren = {
  Cites?: IToken[];
  names?: NamesCstNode[];
};

export interface ReadingCstNode extends CstNode {
  name: "reading";
  children: ReadingCstChildren;
}

export type ReadingCstChildren = {
  Reading: IToken[];
  name: NameCstNode[];
  Text: (IToken)[];
  cites: CitesCstNode[];
  Because: IToken[];
};

export interface AlternativelyCstNode extends CstNode {
  name: "alternatively";
  children: AlternativelyCstChildren;
}

export type AlternativelyCstChildren = {
  Alternatively: IToken[];
  name: NameCstNode[];
  Text: IToken[];
};

export interface ReplaceCstNode extends CstNode {
  name: "replace";
  children: ReplaceCstChildren;
}

export type ReplaceCstChildren = {
  Replace: IToken[];
};

export interface RemoveCstNode extends CstNode {
  name: "remove";
  children: RemoveCstChildren;
}

export type RemoveCstChildren = {
  Remove: IToken[];
  name?: NameCstNode[];
  Text?: IToken[];
};

export interface NotFormalisedCstNode extends CstNode {
  name: "notFormalised";
  children: NotFormalisedCstChildren;
}

export type NotFormalisedCstChildren = {
  NotFormalised: IToken[];
  Text: (IToken)[];
  cites: CitesCstNode[];
  Because: IToken[];
};

export interface YearStartCstNode extends CstNode {
  name: "yearStart";
  children: YearStartCstChildren;
}

export type YearStartCstChildren = {
  YearStart: IToken[];
  From: IToken[];
  MonthDay: IToken[];
};

export interface DefineCstNode extends CstNode {
  name: "define";
  children: DefineCstChildren;
}

export type DefineCstChildren = {
  DefinedName: IToken[];
  Means: IToken[];
  amount: AmountCstNode[];
};

export interface TableCstNode extends CstNode {
  name: "table";
  children: TableCstChildren;
}

export type TableCstChildren = {
  Table: IToken[];
  name: NameCstNode[];
  By: IToken[];
  names: NamesCstNode[];
  grid: GridCstNode[];
};

export interface BandsCstNode extends CstNode {
  name: "bands";
  children: BandsCstChildren;
}

export type BandsCstChildren = {
  Bands: IToken[];
  name: (NameCstNode)[];
  Along: IToken[];
  grid: GridCstNode[];
};

export interface ClassifyCstNode extends CstNode {
  name: "classify";
  children: ClassifyCstChildren;
}

export type ClassifyCstChildren = {
  Classify?: IToken[];
  ListAll?: IToken[];
  name: NameCstNode[];
  rows: RowsCstNode[];
};

export interface RequiresCstNode extends CstNode {
  name: "requires";
  children: RequiresCstChildren;
}

export type RequiresCstChildren = {
  Requires: IToken[];
  Text: IToken[];
  expression: ExpressionCstNode[];
};

export interface SplitCstNode extends CstNode {
  name: "split";
  children: SplitCstChildren;
}

export type SplitCstChildren = {
  Split: IToken[];
  expression: (ExpressionCstNode)[];
  BandedFrom?: IToken[];
  splitLine?: SplitLineCstNode[];
};

export interface SplitLineCstNode extends CstNode {
  name: "splitLine";
  children: SplitLineCstChildren;
}

export type SplitLineCstChildren = {
  UpTo?: IToken[];
  AtRate?: IToken[];
  Exactly?: IToken[];
  amount?: AmountCstNode[];
  TheRest?: IToken[];
  Into: IToken[];
  name: NameCstNode[];
};

export interface MoveCstNode extends CstNode {
  name: "move";
  children: MoveCstChildren;
}

export type MoveCstChildren = {
  Move: IToken[];
  amount: AmountCstNode[];
  OutOf: IToken[];
  names: NamesCstNode[];
  Into: IToken[];
  name: NameCstNode[];
};

export interface AccumulateCstNode extends CstNode {
  name: "accumulate";
  children: AccumulateCstChildren;
}

export type AccumulateCstChildren = {
  Accumulate: IToken[];
  name: NameCstNode[];
  Adds?: IToken[];
  Subtracts?: IToken[];
  expression: ExpressionCstNode[];
};

export interface ExceptCstNode extends CstNode {
  name: "except";
  children: ExceptCstChildren;
}

export type ExceptCstChildren = {
  Except: IToken[];
  Text: IToken[];
  validity: ValidityCstNode[];
  If?: IToken[];
  expression?: ExpressionCstNode[];
  Colon: IToken[];
  name: NameCstNode[];
  Becomes: IToken[];
  amount: AmountCstNode[];
};

export interface AdjustCstNode extends CstNode {
  name: "adjust";
  children: AdjustCstChildren;
}

export type AdjustCstChildren = {
  Adjust: IToken[];
  name: NameCstNode[];
  LoweredBy?: IToken[];
  RaisedBy?: IToken[];
  MultipliedBy?: IToken[];
  expression: ExpressionCstNode[];
};

export interface MatchCstNode extends CstNode {
  name: "match";
  children: MatchCstChildren;
}

export type MatchCstChildren = {
  Match: IToken[];
  name: NameCstNode[];
  Colon: IToken[];
  expression: ExpressionCstNode[];
};

export interface ChooseCstNode extends CstNode {
  name: "choose";
  children: ChooseCstChildren;
}

export type ChooseCstChildren = {
  Lowest?: IToken[];
  Highest?: IToken[];
  name: NameCstNode[];
  Colon: IToken[];
  editionName: (EditionNameCstNode)[];
  Comma?: IToken[];
  TiesTo: IToken[];
};

export interface EditionNameCstNode extends CstNode {
  name: "editionName";
  children: EditionNameCstChildren;
}

export type EditionNameCstChildren = {
  Text?: IToken[];
  ThisEdition?: IToken[];
};
