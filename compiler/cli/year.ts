import type { BoundPolicy } from '../bind/bound.ts'
import type { Program } from '../program/program.ts'
import { describeYearIssue } from '../year/describe.ts'
import { figureFields } from '../year/figures.ts'
import type { YearIssue } from '../year/issue.ts'
import { knownOn, take, type Entry, type Ledger, type LedgerOf, type Taken } from '../year/ledger.ts'
import { correctionLine, eventLine, summaries } from '../year/lines.ts'
import { isPart, type Part } from '../year/part.ts'
import { readEvent } from '../year/read-event.ts'
import { compileSound } from './compile-group.ts'
import { exit, inputOf, policiesOption, Refusal, type Call, type Command } from './command.ts'
import { explainCase } from './explain-case.ts'
import { loadDecision, policiesFolder, type Group } from './load.ts'
import { openLines } from './read-cases.ts'
import { readingOption } from './reading-option.ts'
import { decisionOf, errorOf, readCase, type Fault } from './settle.ts'
import type { Line } from './split-lines.ts'
import { yearNotes } from './year-notes.ts'
import { yearText, type Corrected } from './year-text.ts'

export const command: Command = {
  operands: '<policy>.<decision>',
  least: 1,
  most: 1,
  options: [
    {
      name: 'input',
      value: 'FILE',
      says: {
        zh: '一年里的事件，每行一件（NDJSON）；- 从标准输入读',
        en: 'the events of a year, one on each line (NDJSON); - reads standard input',
      },
    },
    { name: 'explain', says: { zh: '再说明每一笔的每一分钱从哪条来', en: 'also explain every fen of every bill' } },
    {
      name: 'format',
      value: 'text|json',
      oneOf: ['text', 'json'],
      says: {
        zh: '给人看（默认），或每件一行（NDJSON）',
        en: 'for people (default), or a line for each event (NDJSON)',
      },
    },
    readingOption,
    policiesOption,
  ],
  notes: yearNotes,
  examples: [
    'daiyu year ningbo.employee.settle --input policies/ningbo/employee.settle.year.ndjson',
    'daiyu year ningbo.employee.settle --input events.ndjson --format json > ledger.ndjson',
  ],
  run,
}

async function run(call: Call): Promise<number> {
  const input = inputOf(call)
  const [decision = ''] = call.operands
  const group = loadDecision(policiesFolder(call.values.get('policies')), decision)
  const compilation = await compileSound(group, call)
  if (typeof compilation === 'number') return compilation
  const policy = compilation.policies.find((each) => decisionOf(each) === decision)
  if (!policy) throw new Refusal((say) => say.unknownDecision(decision))
  const keeper = new Keeper(ledgerOf(compilation.programs, decision), policy, group, call)
  let number = 0
  for await (const line of openLines(input)) {
    number += 1
    if (line.text === null || line.text.trim() !== '') await keeper.take(line, number)
    // What stands on an unknown beginning says nothing.
    if (keeper.isLost) break
  }
  await keeper.finish()
  return keeper.isFine ? exit.fine : exit.wrong
}

function ledgerOf(programs: readonly Program[], decision: string): LedgerOf {
  const [program] = programs
  const fields = program ? figureFields(program) : []
  if (!program || fields.length === 0) throw new Refusal((say) => say.nothingToCarry(decision))
  const { yearStart } = program
  if (yearStart === null) throw new Refusal((say) => say.noYearStart(decision))
  return { programs, decision, fields, yearStart }
}

/** Keeps the ledger, and prints what comes of each event: at once for programs, at the end for people. */
class Keeper {
  isFine = true
  readonly #of: LedgerOf
  readonly #policy: BoundPolicy
  readonly #group: Group
  readonly #call: Call
  readonly #others = new Map<string, readonly Program[]>()
  readonly #corrected: Corrected[] = []
  readonly #resettled = new Map<Entry['event'], number>()
  #ledger: Ledger = []
  #events = 0

  constructor(of: LedgerOf, policy: BoundPolicy, group: Group, call: Call) {
    this.#of = of
    this.#policy = policy
    this.#group = group
    this.#call = call
  }

  get isLost(): boolean {
    return this.#events > 0 && this.#ledger.length === 0
  }

  async take(line: Line, number: number): Promise<void> {
    this.#events += 1
    const { language, words } = this.#call
    const read = readCase(line, language, words)
    if (!read.ok) return this.#refuse(number, read.faults)
    if (isPart(read.value)) await this.#loadOther(read.value)
    const { programs, decision, fields } = this.#of
    const reading = { programs, decision, fields, others: this.#others }
    const event = readEvent(read.value, number, (on) => knownOn(this.#ledger, on), reading)
    const taken = event.ok ? take(this.#ledger, event.event, this.#of) : event
    if (!taken.ok) return this.#refuse(number, this.#faultsOf(taken.issues))
    this.#ledger = taken.ledger
    this.#resettled.set(taken.entry.event, taken.resettled)
    this.#corrected.push(...taken.corrections.map((correction) => ({ correction, because: number })))
    if (this.#isForPrograms) await this.#printTaken(taken, number)
  }

  async finish(): Promise<void> {
    if (this.#ledger.length === 0) return
    const { fields } = this.#of
    if (this.#isForPrograms) {
      for (const summary of summaries(this.#ledger, fields)) await this.#print(summary)
      return
    }
    const { terminal } = this.#call
    const figures = { ledger: this.#ledger, fields, corrected: this.#corrected, resettled: this.#resettled }
    await terminal.out(`${yearText(figures, this.#policy, this.#call).join('\n')}\n`)
    if (!this.#call.switches.has('explain')) return
    for (const entry of this.#ledger) {
      const explained = await this.#explained(entry)
      if (explained) await terminal.out(`\n${explained.text(this.#call.language)}`)
    }
  }

  get #isForPrograms(): boolean {
    return this.#call.values.get('format') === 'json'
  }

  /** The decision by which a credit is computed; one that there is none of is said of the event. */
  async #loadOther(event: Part): Promise<void> {
    const { event: kind, decision } = event
    if ((kind !== 'credit' && kind !== 'debit') || typeof decision !== 'string' || this.#others.has(decision)) return
    const group = groupOf(decision, this.#call)
    if (!group) return
    const values = new Map([...this.#call.values].filter(([name]) => name !== readingOption.name))
    const compilation = await compileSound(group, { ...this.#call, values })
    if (typeof compilation !== 'number') this.#others.set(decision, compilation.programs)
  }

  async #printTaken({ entry, resettled, corrections }: Extract<Taken, { ok: true }>, number: number): Promise<void> {
    const { fields } = this.#of
    await this.#print({ ...eventLine(entry, fields, resettled), ...(await this.#explanation(entry)) })
    for (const correction of corrections) {
      const explanation = await this.#explanation(correction.after)
      await this.#print({ ...correctionLine(correction, number, fields), ...explanation })
    }
  }

  async #explanation(entry: Entry): Promise<object> {
    if (!this.#call.switches.has('explain')) return {}
    const explained = await this.#explained(entry)
    return explained ? { explanation: explained.data } : {}
  }

  async #explained({ settled }: Entry) {
    return settled ? explainCase({ ok: true, ...settled }, this.#group) : null
  }

  #faultsOf(issues: readonly YearIssue[]): readonly Fault[] {
    return issues.map((issue) => ({
      code: issue.code,
      path: issue.path,
      message: describeYearIssue(issue, this.#call.language),
    }))
  }

  async #refuse(number: number, faults: readonly Fault[]): Promise<void> {
    this.isFine = false
    if (this.#isForPrograms) return this.#print({ line: number, ...errorOf(faults) })
    for (const { message } of faults) this.#call.terminal.error(`${this.#call.words.atLine(number, message)}\n`)
  }

  async #print(line: object): Promise<void> {
    await this.#call.terminal.out(`${JSON.stringify(line)}\n`)
  }
}

function groupOf(decision: string, { values }: Call): Group | null {
  try {
    return loadDecision(policiesFolder(values.get('policies')), decision)
  } catch (problem) {
    if (problem instanceof Refusal) return null
    throw problem
  }
}
