import './case.css'
import { describeIssue } from '../../../../runtime/describe-issue.ts'
import type { Issue } from '../../../../runtime/issue.ts'
import { wordsIn } from '../../../../compiler/explain/words.ts'
import type { Explanation } from '../../../../compiler/explain/explanation.ts'
import type { Place as ProgramPlace } from '../../../../compiler/program/program.ts'
import type { Outcome, Settlement } from '../../../worker/settling.ts'
import type { Form } from '../../../worker/form.ts'
import { afterPause } from '../../after-pause.ts'
import { button, element } from '../../element.ts'
import type { Place } from '../../../../compiler/index.ts'
import type { Page, PanelModule } from '../../page.ts'
import { drawBill, type Drawing } from './bill.ts'
import { isSame } from './case-value.ts'
import { lineKey, placesOf, resultKey, type Entry } from './entry.ts'
import { newForm, type CaseForm } from './form.ts'
import { noteShown } from '../../measure.ts'
import { newJsonView } from './json-view.ts'
import { brokenNote, editionNote, refusalNotes } from './notes.ts'
import { oneAtATime } from '../../one-at-a-time.ts'
import { en } from './words-en.ts'
import { zh } from './words-zh.ts'

export const casePanel: PanelModule = {
  id: 'case',
  title: (words) => words.casePanel,
  mount: (root, page) => new CasePanel(root, page).start(),
}

/** The form and the bill that it comes to; each new bill takes the place of the one before. */
class CasePanel {
  readonly #page: Page
  readonly #root: HTMLElement
  readonly #say
  readonly #words
  #form: Form | null = null
  #caseForm: CaseForm | null = null
  /** The last bill that was settled; it stays, greyed, while the policy is broken. */
  #settled: { readonly explanation: Explanation; readonly other: Explanation | null } | null = null
  #open: string | null = null
  #isByEdition = false
  /** Did the cursor move because a line was opened? */
  #isRevealing = false
  readonly #views = element('div', { class: 'views', role: 'group' })
  readonly #asked = element('div', { class: 'asked' })
  readonly #notes = element('div', { class: 'notes', role: 'status' })
  readonly #fed = element('p', { class: 'fed', role: 'status' })
  readonly #bill = element('div', { class: 'bill-body' })
  readonly #ready = element('select', { id: 'case-ready', onchange: () => this.#takeReady() })
  readonly #settleBy = element('select', { id: 'case-settle-by', onchange: () => this.#changeSettleBy() })

  constructor(root: HTMLElement, page: Page) {
    this.#root = root
    this.#page = page
    const language = page.state.get('language')
    this.#say = language === 'zh' ? zh : en
    this.#words = wordsIn(language)
  }

  start(): void {
    const { state } = this.#page
    const say = this.#say
    const bar = element(
      'div',
      { class: 'case-bar' },
      this.#views,
      choice(say.ready, this.#ready),
      choice(say.settleBy, this.#settleBy),
    )
    const downloads = element(
      'p',
      { class: 'downloads' },
      button(say.downloadBill, () => void this.#downloadBill()),
      button(say.downloadCase, () => this.#downloadCase()),
    )
    const bill = [this.#notes, this.#fed, this.#bill, downloads]
    this.#root.classList.add('case')
    this.#root.append(
      element(
        'div',
        { class: 'case-parts' },
        element('section', { class: 'asking', 'aria-label': say.form, tabindex: 0 }, bar, this.#asked),
        element('section', { class: 'bill', 'aria-label': say.bill, tabindex: 0 }, ...bill),
      ),
    )
    state.subscribe(['decision'], () => this.#askForm())
    state.subscribe(['files'], this.#askFormSoon)
    state.subscribe(['input'], () => (state.get('input') === null ? this.#askForm() : this.#showInput()))
    state.subscribe(['edition', 'otherEdition'], () => this.#fillSettleBy())
    state.subscribe(['files', 'input', 'edition', 'otherEdition', 'panel'], () => this.#settle())
    this.#page.onCursor((place) => this.#askFed(place))
    this.#askForm()
  }

  /** The bill comes first while somebody types in the policy; what the form asks changes rarely. */
  readonly #askFormSoon = afterPause(200, () => this.#askForm())

  readonly #askForm = oneAtATime(async () => {
    const { state } = this.#page
    const [decision, edition] = [state.get('decision'), state.get('edition')]
    const form = decision === null ? null : await this.#page.call('form', { decision, edition })
    if (decision !== state.get('decision')) return
    this.#takeForm(form)
    this.#settle()
  })

  /** A form that asks the same stays as it is: the cursor is in it. */
  #takeForm(form: Form | null): void {
    const { state } = this.#page
    const before = this.#form
    // With too many errors to know the form, the last one stays.
    if (form === null) return before === null ? this.#asked.replaceChildren(this.#say.noForm) : undefined
    this.#form = form
    if (before === null || !isSame(before.cases, form.cases)) this.#fillReady(form)
    const isAnother = before?.decision.id !== form.decision.id || before.policy.id !== form.policy.id
    if (isAnother) {
      this.#settled = null
      this.#open = null
      this.#bill.replaceChildren()
    }
    if (before === null || isAnother || !isSame(asks(before), asks(form))) this.#drawForm(form)
    this.#fillSettleBy()
    if (state.get('input') === null) state.set({ input: form.first })
  }

  #drawForm(form: Form): void {
    const { state } = this.#page
    const say = this.#say
    const change = (input: unknown): void => state.set({ input })
    const caseForm = newForm({ form, words: say, nameOf: this.#nameOf }, change)
    const json = newJsonView(state.get('language'), say, change)
    const views = [
      [say.form, caseForm.root],
      [say.json, json.root],
    ] as const
    const buttons = views.map(([name, view]) =>
      element(
        'button',
        {
          type: 'button',
          onclick: () => show(view),
        },
        name,
      ),
    )
    const show = (shown: HTMLElement): void => {
      for (const [index, [, view]] of views.entries()) {
        view.hidden = view !== shown
        buttons[index]?.setAttribute('aria-pressed', String(view === shown))
        buttons[index]?.classList.toggle('primary', view === shown)
      }
    }
    show(caseForm.root)
    this.#caseForm = {
      ...caseForm,
      show(input) {
        caseForm.show(input)
        json.show(input)
      },
    }
    this.#views.replaceChildren(...buttons)
    this.#asked.replaceChildren(caseForm.root, json.root)
    this.#showInput()
  }

  readonly #nameOf = ({ id, label }: { readonly id: string; readonly label: string }): string =>
    this.#page.state.get('language') === 'zh' ? label : id

  #showInput(): void {
    const input = this.#page.state.get('input')
    this.#caseForm?.show(input)
    const at = this.#form?.cases.findIndex((each) => isSame(each.input, input)) ?? -1
    this.#ready.selectedIndex = at + 1
  }

  #fillReady({ cases }: Form): void {
    const own = element('option', { value: '' }, this.#say.own)
    this.#ready.replaceChildren(own, ...cases.map(({ label }, at) => element('option', { value: at }, label)))
    this.#showInput()
  }

  #takeReady(): void {
    const taken = this.#form?.cases[this.#ready.selectedIndex - 1]
    if (taken) this.#page.state.set({ input: taken.input })
  }

  #fillSettleBy(): void {
    const edition = this.#page.state.get('edition')
    const names = [this.#say.byDate, ...(edition === null ? [] : [this.#say.byEdition(edition)])]
    this.#settleBy.replaceChildren(...names.map((name) => element('option', {}, name)))
    this.#settleBy.selectedIndex = this.#editionAsked() === null ? 0 : 1
    this.#settleBy.disabled = this.#page.state.get('otherEdition') !== null
  }

  #changeSettleBy(): void {
    this.#isByEdition = this.#settleBy.selectedIndex === 1
    this.#settle()
  }

  /** Beside another edition, the one that is looked at settles too, whatever the date. */
  #editionAsked(): string | null {
    const { state } = this.#page
    return this.#isByEdition || state.get('otherEdition') !== null ? state.get('edition') : null
  }

  readonly #settle = oneAtATime(async () => {
    const { state } = this.#page
    const [decision, input, otherEdition] = [state.get('decision'), state.get('input'), state.get('otherEdition')]
    if (decision === null || input === null || state.get('panel') !== casePanel.id) return
    const settlement = await this.#page.call('settle', { decision, input, edition: this.#editionAsked(), otherEdition })
    if (decision !== state.get('decision')) return
    this.#show(settlement, otherEdition)
    noteShown('daiyu.settled')
  })

  #show({ outcome, other }: Settlement, otherEdition: string | null): void {
    const isStale = outcome.kind !== 'settled'
    if (outcome.kind === 'settled') {
      this.#settled = { explanation: outcome.explanation, other: other?.kind === 'settled' ? other.explanation : null }
    }
    this.#caseForm?.blame(this.#faultsIn(outcome))
    this.#notes.replaceChildren(
      ...this.#notesOn(outcome, this.#say.refused),
      ...(isStale && this.#settled ? [element('p', { class: 'quiet' }, this.#say.stale)] : []),
      ...(other && other.kind === 'refused' ? this.#notesOn(other, this.#say.refusedUnder(otherEdition ?? '')) : []),
    )
    this.#bill.classList.toggle('stale', isStale)
    this.#draw()
    this.#askFed(this.#cursor)
  }

  #faultsIn(outcome: Outcome): ReadonlyMap<string, string> {
    if (outcome.kind !== 'refused') return new Map()
    const language = this.#page.state.get('language')
    // Beside its field the sentence needn’t say which it is about.
    const said = (issue: Issue): string => describeIssue(issue, language).replace(/^\S*?(：|: )/u, '')
    return new Map(outcome.issues.map(({ issue }) => [issue.path, said(issue)]))
  }

  #notesOn(outcome: Outcome, title: string): readonly HTMLElement[] {
    const drawing = { say: this.#say, words: this.#words, goTo: this.#goTo, language: this.#page.state.get('language') }
    switch (outcome.kind) {
      case 'settled': {
        const label = this.#labelOf(outcome.explanation.edition.selectedBy)
        return editionNote(outcome.explanation, label, this.#editionAsked() !== null, drawing)
      }
      case 'refused':
        return refusalNotes(outcome.issues, title, drawing)
      case 'broken':
        return [brokenNote(outcome, drawing)]
    }
  }

  #labelOf(path: string): string {
    const fields = this.#form?.sections.flatMap((section) => section.fields) ?? []
    const field = fields.find((each) => each.path === path)
    return field ? this.#nameOf(field) : path
  }

  #draw(): void {
    if (!this.#settled || !this.#form) return
    const { explanation, other } = this.#settled
    const drawing: Drawing = {
      form: this.#form,
      words: this.#words,
      say: this.#say,
      nameOf: this.#nameOf,
      open: this.#open,
      choose: (entry, of) => this.#choose(entry, of),
    }
    const focused = focusedKey(this.#bill)
    this.#bill.replaceChildren(...drawBill(explanation, other, drawing))
    if (focused !== null) buttonOf(this.#bill, focused)?.focus({ preventScroll: true })
  }

  #choose(entry: Entry, explanation: Explanation): void {
    const isOpening = this.#open !== entry.key
    this.#open = isOpening ? entry.key : null
    this.#draw()
    this.#light(isOpening ? placesOf(entry, explanation).map(toPlace) : [])
    if (isOpening && entry.place) {
      this.#isRevealing = true
      this.#page.reveal(toPlace(entry.place))
      this.#isRevealing = false
    }
    buttonOf(this.#bill, entry.key)?.focus({ preventScroll: true })
  }

  readonly #goTo = (place: ProgramPlace): void => this.#page.reveal(toPlace(place))

  #cursor: { readonly file: string; readonly offset: number } | null = null

  #askFed(place: { readonly file: string; readonly offset: number } | null): void {
    this.#cursor = place
    if (place && !this.#isRevealing && this.#isLit) this.#light([])
    this.#lightFed()
  }

  /** What other panels have lit is theirs to put out. */
  #isLit = false

  #light(places: readonly Place[]): void {
    this.#isLit = places.length > 0
    this.#page.highlight(places)
  }

  readonly #lightFed = oneAtATime(async () => {
    const { state } = this.#page
    const [decision, input, place] = [state.get('decision'), state.get('input'), this.#cursor]
    if (decision === null || place === null || !this.#settled || state.get('panel') !== casePanel.id) return
    const fed = await this.#page.call('fed', { decision, input, edition: this.#editionAsked(), ...place })
    const keys = new Set([
      ...(fed?.lines ?? []).map(({ id, element: index }) => lineKey(id, index)),
      ...(fed?.results ?? []).map(resultKey),
    ])
    const rows = [...this.#bill.querySelectorAll<HTMLElement>('tr[data-key]')]
    const lit = rows.filter((row) => keys.has(row.dataset['key'] ?? ''))
    for (const row of rows) row.classList.toggle('lit', lit.includes(row))
    const names = [...new Set(lit.map((row) => row.querySelector('.entry')?.lastChild?.textContent ?? ''))]
    this.#fed.textContent = !fed?.place ? '' : names.length > 0 ? this.#say.fed(names) : this.#say.fedNone
  })

  async #downloadBill(): Promise<void> {
    const { state } = this.#page
    const [decision, input, language] = [state.get('decision'), state.get('input'), state.get('language')]
    if (decision === null) return
    const html = await this.#page.call('explained', { decision, input, edition: this.#editionAsked(), language })
    if (html !== null) this.#page.download(`${decision}.bill.html`, 'text/html;charset=utf-8', html)
  }

  #downloadCase(): void {
    const { state } = this.#page
    const text = `${JSON.stringify(state.get('input'), null, 2)}\n`
    this.#page.download(`${state.get('decision')}.case.json`, 'application/json', text)
  }
}

/** What the form asks, whatever bills are at hand. */
function asks({ policy, decision, sections, regions }: Form): object {
  return { policy, decision, sections, regions }
}

/** A select with its label, which stay on one line. */
function choice(name: string, select: HTMLSelectElement): HTMLElement {
  return element('span', { class: 'choice' }, element('label', { for: select.id }, name), select)
}

const toPlace = ({ file, start, end }: ProgramPlace): Place => ({ file, span: { start, end } })

const focusedKey = (root: HTMLElement): string | null =>
  root.contains(document.activeElement)
    ? (document.activeElement?.closest<HTMLElement>('tr[data-key]')?.dataset['key'] ?? null)
    : null

function buttonOf(root: HTMLElement, key: string): HTMLElement | undefined {
  const row = [...root.querySelectorAll<HTMLElement>('tr[data-key]')].find((each) => each.dataset['key'] === key)
  return row?.querySelector<HTMLElement>('.entry') ?? undefined
}
