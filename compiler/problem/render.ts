import type { Problem } from '../../grammar/problem.ts'
import type { Language, Span } from '../../grammar/tree.ts'
import type { ProblemCode } from './code.ts'
import { sayInEnglish } from './en.ts'
import { excerpt } from './excerpt.ts'
import { sayFix } from './fix.ts'
import { positionOf, type Position } from './position.ts'
import { visible } from './visible.ts'
import type { Words } from './words.ts'
import { sayInChinese } from './zh.ts'

/** The files that problems point into. */
export interface SourceText {
  readonly name: string
  readonly text: string
}

/** What to say about a problem, in the language asked for. */
export function say(problem: Pick<Problem<ProblemCode>, 'code' | 'facts'>, language: Language): Words {
  return language === 'zh' ? sayInChinese(problem) : sayInEnglish(problem)
}

const labels = {
  zh: { error: '错误', warning: '提醒', related: '另见', advice: '怎么改：', fix: '改法', reading: '改用这种解读时：' },
  en: {
    error: 'error',
    warning: 'warning',
    related: 'see also',
    advice: 'What to do: ',
    fix: 'fix',
    reading: 'By another reading: ',
  },
} as const

type Style = (text: string) => string
const ansi =
  (code: string): Style =>
  (text) =>
    `\u001B[${code}m${text}\u001B[0m`
const plain: Style = (text) => text

/** A problem as a terminal shows it: what and where, the lines with marks below, the other place, why, what to do. */
export function renderProblem(
  problem: Problem<ProblemCode>,
  files: readonly SourceText[],
  language: Language,
  { colour }: { readonly colour: boolean },
): string {
  const style = (code: string): Style => (colour ? ansi(code) : plain)
  const [bold, faint, alarm] = [style('1'), style('2'), style(problem.severity === 'error' ? '1;31' : '1;33')]
  const words = say(problem, language)
  const label = labels[language]
  const show = (file: string, span: Span, mark: string, marked: Style): string[] => {
    const lines = excerpt(textOf(files, file), span, mark)
    const width = String(lines.at(-1)?.number ?? 1).length
    return lines.flatMap(({ number, text, marks }) => [
      `${faint(`  ${String(number).padStart(width)} │`)} ${text}`.trimEnd(),
      `${faint(`  ${' '.repeat(width)} │`)} ${marked(marks)}`,
    ])
  }
  const { related, fixes = [], reading } = problem
  return [
    `${alarm(label[problem.severity])} ${faint(problem.code)} ${where(files, problem.file, problem.span)}`,
    bold(visible(words.title)),
    ...(reading === undefined ? [] : [`${label.reading}${visible(reading)}`]),
    ...show(problem.file, problem.span, '^', alarm),
    ...(related
      ? [
          `${label.related} ${where(files, related.file, related.span)}`,
          ...show(related.file, related.span, '-', faint),
        ]
      : []),
    ...(words.explanation === undefined ? [] : [visible(words.explanation)]),
    `${label.advice}${visible(words.advice)}`,
    ...fixes.map(
      (fix, index) =>
        `  ${label.fix} ${fixes.length > 1 ? index + 1 : ''}`.trimEnd() +
        `${language === 'zh' ? '：' : ': '}${sayFix(fix, textOf(files, problem.file), language)}`,
    ),
  ].join('\n')
}

interface InBoth {
  readonly zh: string
  readonly en: string
}
/** A problem as data for other programs. Offsets and columns are UTF-16 code units; lines and columns count from 1. */
export interface ProblemJson extends Position {
  readonly code: ProblemCode
  readonly severity: Problem['severity']
  readonly file: string
  readonly message: InBoth
  readonly explanation: InBoth | null
  readonly advice: InBoth
  readonly facts: Problem['facts']
  readonly related: (Position & { readonly file: string }) | null
  /** The other reading under which it is a problem; null where it is one by the policy's own. */
  readonly reading: string | null
  readonly fixes: readonly {
    readonly label: InBoth
    readonly edits: readonly (Position & Span & { readonly text: string })[]
  }[]
}

/** A problem as JSON, with what is said about it in both languages. */
export function toJson(problem: Problem<ProblemCode>, files: readonly SourceText[]): ProblemJson {
  const { code, severity, file, span, facts, related, fixes = [], reading = null } = problem
  const text = textOf(files, file)
  const [zh, en] = [say(problem, 'zh'), say(problem, 'en')]
  return {
    code,
    severity,
    file,
    ...positionOf(text, span),
    message: { zh: zh.title, en: en.title },
    explanation:
      zh.explanation === undefined && en.explanation === undefined
        ? null
        : { zh: zh.explanation ?? '', en: en.explanation ?? '' },
    advice: { zh: zh.advice, en: en.advice },
    facts,
    related: related ? { file: related.file, ...positionOf(textOf(files, related.file), related.span) } : null,
    reading,
    fixes: fixes.map((fix) => ({
      label: { zh: sayFix(fix, text, 'zh'), en: sayFix(fix, text, 'en') },
      edits: fix.edits.map((edit) => ({ ...positionOf(text, edit.span), ...edit.span, text: edit.text })),
    })),
  }
}

function textOf(files: readonly SourceText[], name: string): string {
  return files.find((file) => file.name === name)?.text ?? ''
}

function where(files: readonly SourceText[], file: string, span: Span): string {
  const { line, column } = positionOf(textOf(files, file), span)
  return `${visible(file)}:${line}:${column}`
}
