import '../../figures.css'
import './curve.css'
import type { Answer } from '../../../protocol.ts'
import type { Side } from '../../../worker/sides.ts'
import type { DrawnOutput } from '../../../worker/curve.ts'
import { element } from '../../element.ts'
import { hindranceList } from '../../hindrances.ts'
import { oneAtATime } from '../../one-at-a-time.ts'
import type { Page, PanelModule } from '../../page.ts'
import { draw, type Drawing } from './drawing.ts'
import { pointsTable, rules, valuesAt, valueText } from './readout.ts'
import { en } from './words-en.ts'
import { zh } from './words-zh.ts'

export const curvePanel: PanelModule = {
  id: 'curve',
  title: (words) => words.curvePanel,
  mount: (root, page) => new CurvePanel(root, page).start(),
}

type Choices = Extract<Answer<'curveChoices'>, { readonly ok: true }>
type Curves = Extract<Answer<'curves'>, { readonly ok: true }>

/** The outputs of the case along an amount, beside those of another edition or of the text as it was shipped. */
class CurvePanel {
  readonly #page: Page
  readonly #root: HTMLElement
  readonly #words
  #decision: string | null = null
  #choices: Choices | null = null
  #curves: Curves | null = null
  #drawing: Drawing | null = null
  #names: readonly string[] = []
  readonly #along = element('select', { id: 'curve-along', onchange: () => this.#show() })
  readonly #other = element('select', { id: 'curve-other', onchange: () => this.#show() })
  readonly #outputs = element('fieldset', { class: 'outputs', onchange: () => this.#show() })
  readonly #chart = element('div', { class: 'chart' })
  readonly #values = element('div')
  readonly #rules = element('p', { class: 'turning' })
  readonly #notes = element('div', { class: 'notes', role: 'status' })
  readonly #tables = element('div', { class: 'tables' })
  readonly #slider = element('input', {
    type: 'range',
    min: 0,
    step: 'any',
    value: 0,
    oninput: () => this.#point(Number(this.#slider.value)),
    onkeydown: (event: KeyboardEvent) => {
      const step = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key]
      if (step === undefined || !this.#curves) return
      event.preventDefault()
      const { until, isSteps } = this.#curves
      this.#move(Number(this.#slider.value) + step * (isSteps ? 1 : until / 100))
    },
  })

  constructor(root: HTMLElement, page: Page) {
    this.#root = root
    this.#page = page
    this.#words = page.state.get('language') === 'zh' ? zh : en
  }

  start(): void {
    const words = this.#words
    this.#slider.setAttribute('aria-label', words.at)
    const step = (text: string, label: string, by: 1 | -1): HTMLElement =>
      element('button', { type: 'button', 'aria-label': label, title: label, onclick: () => this.#jump(by) }, text)
    this.#root.classList.add('curve')
    this.#root.append(
      element(
        'div',
        { class: 'curve-bar' },
        element('span', { class: 'choice' }, element('label', { for: this.#along.id }, words.along), this.#along),
        element('span', { class: 'choice' }, element('label', { for: this.#other.id }, words.compareWith), this.#other),
      ),
      this.#outputs,
      this.#notes,
      this.#chart,
      element('div', { class: 'slide' }, step('◀', words.previous, -1), this.#slider, step('▶', words.next, 1)),
      this.#values,
      this.#rules,
      this.#tables,
    )
    const { state } = this.#page
    state.subscribe(['otherEdition'], () => this.#takeOther())
    state.subscribe(['decision', 'edition', 'otherEdition', 'files', 'input', 'panel'], () => this.#show())
    this.#show()
  }

  #takeOther(): void {
    const other = this.#page.state.get('otherEdition')
    if (other !== null) this.#other.value = `@${other}`
  }

  readonly #show = oneAtATime(async () => {
    const { state, call } = this.#page
    const [decision, edition, language] = [state.get('decision'), state.get('edition'), state.get('language')]
    if (state.get('panel') !== 'curve' || decision === null || edition === null) return
    const side: Side = { decision, edition, readings: {}, isShipped: false }
    const choices = await call('curveChoices', { side, language })
    const { pairs, isEdited } = await call('pairs', { decision, edition, language })
    if (!choices.ok) return this.#refuse(choices.hindrances)
    this.#fill(
      choices,
      decision,
      edition,
      pairs.flatMap(({ kind, id }) => (kind === 'edition' ? id.slice(1) : [])),
      isEdited,
    )
    const outputs = this.#chosen()
    const path = this.#along.value
    if (path === '' || outputs.length === 0)
      return this.#refuse([{ said: path === '' ? this.#words.noCurve : this.#words.noOutputs, place: null }])
    const other = this.#otherSide(side)
    const input = state.get('input') ?? choices.input
    const curves = await call('curves', { sides: [side, ...(other ? [other] : [])], input, path, outputs, language })
    if (!curves.ok) return this.#refuse(curves.hindrances)
    this.#curves = curves
    const named = { ...this.#words, other: this.#other.selectedOptions[0]?.textContent ?? '' }
    this.#names = other ? [isEdited && other.isShipped ? named.edited : edition, named.other] : [edition]
    this.#draw(curves)
  })

  #otherSide(side: Side): Side | null {
    const { value } = this.#other
    if (value === '') return null
    return value === 'shipped' ? { ...side, isShipped: true } : { ...side, edition: value.slice(1) }
  }

  #chosen(): readonly string[] {
    const boxes = [...this.#outputs.querySelectorAll('input')]
    return boxes.filter(({ checked }) => checked).map(({ value }) => value)
  }

  /** What may be chosen; what was chosen stays, unless the decision is another. */
  #fill(choices: Choices, decision: string, edition: string, editions: readonly string[], isEdited: boolean): void {
    const words = this.#words
    const isAnother = decision !== this.#decision
    const others = [
      ['', words.nothing],
      ...(isEdited || this.#other.value === 'shipped' ? [['shipped', words.shipped]] : []),
      ...editions.map((name) => [`@${name}`, name]),
    ]
    const was = isAnother ? '' : this.#other.value
    const wanted = this.#other.options.length > 0 && !isAnother ? was : isEdited ? 'shipped' : ''
    this.#other.replaceChildren(...others.map(([value, label]) => element('option', { value: value ?? '' }, label)))
    const own = this.#page.state.get('otherEdition')
    const isThere = others.some(([value]) => value === wanted)
    this.#other.value = isThere ? wanted : ''
    if (isAnother && own !== null && own !== edition) this.#other.value = `@${own}`
    if (!isAnother && JSON.stringify(choices) === JSON.stringify(this.#choices)) return
    const chosen = isAnother ? null : this.#chosen()
    const along = isAnother ? null : this.#along.value
    this.#decision = decision
    this.#choices = choices
    this.#along.replaceChildren(...choices.along.map(({ path, label }) => element('option', { value: path }, label)))
    this.#along.value =
      choices.along.find((each) => (along === null ? each.isUsual : each.path === along))?.path ??
      choices.along[0]?.path ??
      ''
    this.#outputs.replaceChildren(
      element('legend', {}, words.outputs),
      ...choices.outputs.map(({ path, label, isUsual }) => {
        const checked = chosen ? chosen.includes(path) : isUsual
        return element('label', {}, element('input', { type: 'checkbox', value: path, checked }), label)
      }),
    )
  }

  #refuse(hindrances: Parameters<typeof hindranceList>[0]): void {
    this.#notes.replaceChildren(hindranceList(hindrances, this.#page))
    this.#root.classList.add('refused')
  }

  #draw(curves: Curves): void {
    const words = this.#words
    const { outputs, isSteps, until } = curves
    const along = this.#along.selectedOptions[0]?.textContent ?? ''
    const names = outputs.map(({ label }) => label).join(', ')
    this.#root.classList.remove('refused')
    const missing = this.#chosen().filter((path) => !outputs.some((each) => each.path === path))
    const label = (path: string): string => this.#choices?.outputs.find((each) => each.path === path)?.label ?? path
    this.#notes.replaceChildren(...missing.map((path) => element('p', {}, words.notStraight(label(path)))))
    this.#drawing = draw(
      { outputs, until, isSteps, title: words.title(names, along), along },
      (amount) => this.#move(Math.round(amount)),
      (point) => {
        this.#move(point.from)
        const [first] = point.rules.flatMap(({ place }) => place ?? [])
        if (first) this.#page.reveal(first)
      },
    )
    this.#chart.replaceChildren(this.#drawing.root)
    this.#slider.max = String(until)
    const say = isSteps ? words.saySteps : this.#names.length > 1 ? words.say : words.sayNow
    this.#tables.replaceChildren(
      ...outputs.map((output) =>
        pointsTable(readablePoints(output, isSteps), until, this.#names, words, this.#page.reveal),
      ),
      element('p', { class: 'quiet' }, say),
    )
    this.#point(Math.min(Number(this.#slider.value), until))
  }

  #move(amount: number): void {
    const until = this.#curves?.until ?? 0
    this.#slider.value = String(Math.max(0, Math.min(until, amount)))
    this.#point(Number(this.#slider.value))
  }

  #jump(by: 1 | -1): void {
    const here = Number(this.#slider.value)
    const stops = [
      0,
      ...(this.#curves?.outputs ?? []).flatMap(({ points }) => points.map(({ from }) => from)),
    ].toSorted((a, b) => a - b)
    const next = by > 0 ? stops.find((each) => each > here + 1e-6) : stops.findLast((each) => each < here - 1e-6)
    if (next !== undefined) this.#move(next)
  }

  #point(amount: number): void {
    const { outputs = [] } = this.#curves ?? {}
    const along = this.#along.selectedOptions[0]?.textContent ?? ''
    this.#drawing?.pointAt(amount)
    this.#slider.setAttribute(
      'aria-valuetext',
      `${along} ${Math.round(amount * 100) / 100}: ${valueText(outputs, amount)}`,
    )
    this.#values.replaceChildren(valuesAt(outputs, amount, along, this.#names, this.#words))
    const here = outputs.flatMap(({ points }) =>
      points.filter(({ from }) => Math.abs(from - amount) < 1e-6 && from > 0),
    )
    const point = here[0]
    const made =
      point &&
      rules({ ...point, rules: here.flatMap((each) => each.rules) }, this.#names, this.#words, this.#page.reveal)
    this.#rules.replaceChildren(...(made && made.length > 0 ? [`${this.#words.rule}: `, ...made] : [' ']))
  }
}

/** Of steps, of which there are as many as months, no more than one can read. */
function readablePoints(output: DrawnOutput, isSteps: boolean): DrawnOutput {
  return isSteps ? { ...output, points: output.points.slice(0, 40) } : output
}
