import type { Answer } from '../../../protocol.ts'
import type { Side } from '../../../worker/sides.ts'
import { element } from '../../element.ts'
import { hindranceList } from '../../hindrances.ts'
import type { Page } from '../../page.ts'
import { oneAtATime } from '../../one-at-a-time.ts'
import { table } from './views.ts'
import type { ComparisonWords } from './words-zh.ts'

type Axes = Extract<Answer<'heatMapAxes'>, { readonly ok: true }>

/** What is compared; null where nothing is. */
type Sides = () => { readonly before: Side; readonly after: Side } | null

/** By what a map is laid out where nothing is chosen: the hospital and the place, where a case has them. */
const usual = { across: 'hosp_lv', up: 'mdtrtarea_admvs', output: 'psn_part_amt' }

/** The current case with the values of two categories in turn: by how much an output differs in each. */
export class HeatMapView {
  readonly root: HTMLDetailsElement
  readonly #page: Page
  readonly #sides: Sides
  readonly #across
  readonly #up
  readonly #output
  readonly #map = element('div', { class: 'map' })
  #axes: Axes | null = null

  constructor(page: Page, words: ComparisonWords, sides: Sides) {
    this.#page = page
    this.#sides = sides
    const choice = (id: string): HTMLSelectElement => element('select', { id, onchange: () => this.show() })
    this.#across = choice('heat-across')
    this.#up = choice('heat-up')
    this.#output = choice('heat-output')
    const labelled = (text: string, select: HTMLSelectElement): HTMLElement => element('label', {}, `${text} `, select)
    this.root = element(
      'details',
      { class: 'heat', ontoggle: () => this.show() },
      element('summary', {}, words.heatMap),
      element(
        'p',
        { class: 'bar' },
        labelled(words.shown, this.#output),
        labelled(words.across, this.#across),
        labelled(words.up, this.#up),
      ),
      this.#map,
      element('p', { class: 'quiet' }, words.heatSay),
    )
  }

  readonly show = oneAtATime(async () => {
    const sides = this.#sides()
    const { state, call } = this.#page
    const input = state.get('input')
    if (!this.root.open || !sides || input === null) return
    const asked = { ...sides, input, language: state.get('language') }
    const axes = await call('heatMapAxes', asked)
    if (!axes.ok) return this.#map.replaceChildren(hindranceList(axes.hindrances, this.#page))
    this.#fill(axes)
    const [across, up] = [this.#across, this.#up].map(({ value }) => axes.axes.find(({ path }) => path === value))
    if (!across || !up || this.#output.value === '') return this.#map.replaceChildren()
    const found = await call('heatMap', { ...asked, across, up, output: this.#output.value })
    if (!found.ok) return this.#map.replaceChildren(hindranceList(found.hindrances, this.#page))
    const most = Math.max(...found.rows.flat().map(({ difference }) => Math.abs(difference ?? 0)), 1e-9)
    const cell = ({ difference, said, before, after }: (typeof found.rows)[number][number]): HTMLElement => {
      const kind = difference === null ? 'none' : difference > 0 ? 'more' : difference < 0 ? 'less' : 'same'
      const strength = Math.round((Math.abs(difference ?? 0) / most) * 4)
      return element('td', { class: `amount heat-${kind} strength-${strength}`, title: `${before} → ${after}` }, said)
    }
    this.#map.replaceChildren(
      table(
        'heat-table',
        [`${up.label} \\ ${across.label}`, ...across.values.map(({ label }) => label)],
        found.rows.map((row, index) =>
          element('tr', {}, element('th', { scope: 'row' }, up.values[index]?.label), ...row.map(cell)),
        ),
      ),
    )
  })

  #fill(axes: Axes): void {
    if (JSON.stringify(axes) === JSON.stringify(this.#axes)) return
    this.#axes = axes
    const fill = (
      select: HTMLSelectElement,
      choices: readonly { readonly path: string; readonly label: string; readonly platform: string | null }[],
      wanted: string,
      other: number,
    ): void => {
      const was = select.value
      select.replaceChildren(...choices.map(({ path, label }) => element('option', { value: path }, label)))
      const kept =
        choices.find(({ path }) => path === was) ??
        choices.find(({ platform }) => platform === wanted) ??
        choices[other] ??
        choices[0]
      select.value = kept?.path ?? ''
    }
    fill(this.#across, axes.axes, usual.across, 0)
    fill(this.#up, axes.axes, usual.up, 1)
    fill(this.#output, axes.outputs, usual.output, 0)
  }
}
