import '../../figures.css'
import './comparison.css'
import type { Answer } from '../../../protocol.ts'
import type { AskedComparison } from '../../../worker/comparing.ts'
import type { Pair } from '../../../worker/pairs.ts'
import { button, element } from '../../element.ts'
import { hindranceList } from '../../hindrances.ts'
import type { Page, PanelModule } from '../../page.ts'
import { Stopped } from '../../worker-client.ts'
import { oneAtATime } from '../../one-at-a-time.ts'
import { HeatMapView } from './heat-map-view.ts'
import { OwnWorker } from './own-worker.ts'
import { populationView } from './population-view.ts'
import { changesView, regionsView, verdictView } from './views.ts'
import { en } from './words-en.ts'
import { zh } from './words-zh.ts'

export const comparisonPanel: PanelModule = {
  id: 'comparison',
  title: (words) => words.comparisonPanel,
  mount: (root, page) => new ComparisonPanel(root, page).start(),
}

/** How long nobody types before the search for cases begins. */
const QUIET = 600
/** How long a verdict that is no longer asked for may go on. */
const PATIENCE = 2000

/**
 * Two sides compared: the verdict at once, then the cases. Two workers, so that the verdict of the next edit waits for
 * no search; both keep what they found, until they are stopped.
 */
class ComparisonPanel {
  readonly #page: Page
  readonly #root: HTMLElement
  readonly #words
  readonly #quick: OwnWorker
  readonly #full: OwnWorker
  #pairs: readonly Pair[] = []
  /** What is shown, or being looked for, as it was asked. */
  #asked: string | null = null
  /** What is shown is about. */
  #decision: string | null = null
  #isSearching = false
  #isLooking = false
  /** Aborted when the verdict that is being looked for is there. */
  #run = new AbortController()
  #soon: ReturnType<typeof setTimeout> | undefined
  readonly #pair = element('select', { id: 'comparison-pair', onchange: () => this.#chosen() })
  readonly #like = element('input', { type: 'checkbox', id: 'comparison-like', onchange: () => this.#update() })
  readonly #stop
  readonly #again
  readonly #report
  readonly #status = element('p', { role: 'status', class: 'status' })
  readonly #notes = element('div')
  readonly #verdict = element('div', { class: 'verdict-part' })
  readonly #changes = element('div')
  readonly #regions = element('div')
  readonly #heat: HeatMapView

  constructor(root: HTMLElement, page: Page) {
    this.#root = root
    this.#page = page
    this.#words = page.state.get('language') === 'zh' ? zh : en
    this.#quick = new OwnWorker(page.state)
    this.#full = new OwnWorker(page.state)
    this.#stop = button(this.#words.stop, () => this.#halt(), { class: 'stop' })
    this.#again = button(
      this.#words.again,
      () => {
        this.#asked = null
        this.#update()
      },
      { class: 'again' },
    )
    this.#report = button(this.#words.report, () => void this.#download(), { class: 'report' })
    this.#heat = new HeatMapView(page, this.#words, () => this.#current())
  }

  start(): void {
    const words = this.#words
    const take = (input: unknown): void => this.#page.state.set({ input, panel: 'case' })
    const part = (title: string, body: HTMLElement): HTMLElement =>
      element('section', {}, element('h3', {}, title), body)
    this.#root.classList.add('comparison')
    this.#root.append(
      element('p', { class: 'bar' }, element('label', { for: this.#pair.id }, words.compare), this.#pair),
      element('p', { class: 'bar' }, this.#like, element('label', { for: this.#like.id }, words.like)),
      element('div', { class: 'bar' }, this.#status, this.#stop, this.#again, this.#report),
      this.#notes,
      element(
        'div',
        { class: 'found' },
        part(words.verdict, this.#verdict),
        part(words.changes, this.#changes),
        part(words.regions, this.#regions),
        this.#heat.root,
        populationView(this.#page, words, () => this.#current(), take),
      ),
    )
    this.#idle('')
    this.#root.classList.add('empty')
    const { state } = this.#page
    state.subscribe(['decision', 'edition', 'files', 'panel'], () => this.#update())
    state.subscribe(['otherEdition'], () => this.#takeOther())
    state.subscribe(['input'], () => {
      if (this.#like.checked) this.#update()
      this.#heat.show()
    })
    this.#update()
  }

  #current(): Pair | null {
    return this.#pairs.find(({ id }) => id === this.#pair.value) ?? null
  }

  /** Two cities differ in so much that only cases alike are worth comparing. */
  #chosen(): void {
    this.#like.checked = this.#current()?.kind === 'decision'
    this.#update()
  }

  #takeOther(): void {
    const other = this.#page.state.get('otherEdition')
    if (other === null || !this.#pairs.some(({ id }) => id === `@${other}`)) return
    this.#pair.value = `@${other}`
    this.#chosen()
  }

  /** What is chosen now, with the files, as one text. */
  #wanted(): string {
    const { state } = this.#page
    const like = this.#like.checked ? state.get('input') : null
    const pair = this.#current()
    return JSON.stringify([
      state.get('decision'),
      state.get('edition'),
      pair?.before,
      pair?.after,
      like,
      state.get('files'),
    ])
  }

  /** A verdict that is no longer asked for, and takes long, is not waited for. */
  #update(): void {
    const { signal } = this.#run
    if (this.#isLooking)
      setTimeout(() => {
        if (!signal.aborted && this.#isLooking && this.#wanted() !== this.#asked) this.#quick.stop()
      }, PATIENCE)
    this.#look()
  }

  readonly #look = oneAtATime(async () => {
    const { state, call } = this.#page
    const [decision, edition, language] = [state.get('decision'), state.get('edition'), state.get('language')]
    if (state.get('panel') !== 'comparison' || decision === null || edition === null) return
    const { pairs, isEdited } = await call('pairs', { decision, edition, language })
    this.#fill(pairs, isEdited)
    const pair = this.#current()
    const key = this.#wanted()
    if (!pair || key === this.#asked) return
    const like = this.#like.checked ? state.get('input') : null
    const asked: AskedComparison = { before: pair.before, after: pair.after, like, isQuick: true, language }
    this.#asked = key
    clearTimeout(this.#soon)
    if (decision !== this.#decision) this.#forget()
    this.#decision = decision
    // What is being searched is no longer asked for.
    if (this.#isSearching) this.#full.stop()
    this.#isSearching = false
    this.#busy(this.#words.looking)
    this.#heat.show()
    this.#isLooking = true
    const found = await this.#ask(this.#quick, asked)
    this.#isLooking = false
    this.#run.abort()
    this.#run = new AbortController()
    if (key !== this.#wanted()) {
      // Something else is wanted by now; should this be wanted again, it is looked for again.
      if (this.#asked !== key) return
      this.#asked = null
      return this.#idle('')
    }
    if (!found) return
    if (!this.#take(found, true)) return this.#idle('')
    this.#busy(this.#words.searching)
    this.#soon = setTimeout(() => void this.#search(asked, key), QUIET)
  })

  async #search(asked: AskedComparison, key: string): Promise<void> {
    this.#isSearching = true
    const start = performance.now()
    const found = await this.#ask(this.#full, { ...asked, isQuick: false })
    if (key !== this.#asked) return
    this.#isSearching = false
    if (found && this.#take(found, false)) this.#idle(this.#words.done(((performance.now() - start) / 1000).toFixed(1)))
  }

  /** Null where it was stopped, or failed. */
  async #ask(worker: OwnWorker, asked: AskedComparison): Promise<Answer<'compare'> | null> {
    try {
      return await worker.call('compare', asked)
    } catch (problem) {
      if (!(problem instanceof Stopped)) this.#idle(this.#words.failed(String(problem)))
      return null
    }
  }

  #take(found: Answer<'compare'>, isQuick: boolean): boolean {
    this.#root.classList.remove('empty')
    this.#root.classList.toggle('refused', !found.ok)
    if (!found.ok) {
      delete this.#root.dataset['found']
      this.#notes.replaceChildren(hindranceList(found.hindrances, this.#page))
      return false
    }
    this.#notes.replaceChildren()
    const shown = {
      words: this.#words,
      reveal: this.#page.reveal,
      take: (input: unknown) => this.#page.state.set({ input, panel: 'case' }),
    }
    this.#verdict.replaceChildren(...verdictView(found.told, shown, isQuick))
    this.#changes.replaceChildren(...changesView(found.told.changes, shown))
    this.#regions.replaceChildren(...regionsView(found.told, shown))
    this.#root.dataset['found'] = isQuick ? 'quick' : 'full'
    return true
  }

  /** Nothing is shown of another decision. */
  #forget(): void {
    this.#root.classList.add('empty')
    delete this.#root.dataset['found']
    this.#notes.replaceChildren()
  }

  #fill(pairs: readonly Pair[], isEdited: boolean): void {
    const words = this.#words
    const was = this.#pair.value
    const other = this.#page.state.get('otherEdition')
    const same =
      JSON.stringify(pairs.map(({ id, label }) => [id, label])) ===
      JSON.stringify(this.#pairs.map(({ id, label }) => [id, label]))
    const isFirst = this.#pairs.length === 0
    this.#pairs = pairs
    const shipped = this.#pair.querySelector('option[value=shipped]')
    if (same && shipped) {
      shipped.textContent = isEdited ? words.shipped : words.shippedSame
      if (isEdited && other === null && this.#root.dataset['edited'] !== 'true') this.#pair.value = 'shipped'
      this.#root.dataset['edited'] = String(isEdited)
      return
    }
    this.#root.dataset['edited'] = String(isEdited)
    const option = ({ id, label }: Pair): HTMLElement =>
      element('option', { value: id }, id === 'shipped' ? (isEdited ? words.shipped : words.shippedSame) : label)
    const groups = (['edition', 'reading', 'decision'] as const).map((kind) => {
      const own = pairs.filter((each) => each.kind === kind)
      return own.length > 0 ? element('optgroup', { label: words.groups[kind] }, ...own.map(option)) : null
    })
    this.#pair.replaceChildren(
      ...pairs.filter(({ kind }) => kind === 'shipped').map(option),
      ...groups.flatMap((group) => group ?? []),
    )
    const editions = pairs.filter(({ kind }) => kind === 'edition')
    const wanted = !isFirst && pairs.some(({ id }) => id === was) ? was : null
    const asked = editions.find(({ id }) => id === `@${other}`)
    const first = asked?.id ?? (isEdited ? 'shipped' : editions[0]?.id)
    this.#pair.value = wanted ?? first ?? pairs[0]?.id ?? ''
  }

  #busy(said: string): void {
    this.#status.textContent = said
    this.#stop.hidden = false
    this.#again.hidden = true
    this.#root.setAttribute('aria-busy', 'true')
  }

  #idle(said: string): void {
    this.#status.textContent = said
    this.#stop.hidden = true
    this.#again.hidden = said === ''
    this.#root.removeAttribute('aria-busy')
  }

  #halt(): void {
    this.#asked = this.#wanted()
    clearTimeout(this.#soon)
    this.#quick.stop()
    this.#full.stop()
    this.#isSearching = false
    this.#idle(this.#words.stopped)
  }

  async #download(): Promise<void> {
    const pair = this.#current()
    if (!pair) return
    const { state, download } = this.#page
    const like = this.#like.checked ? state.get('input') : null
    this.#busy(this.#words.searching)
    try {
      const found = await this.#full.call('comparisonReport', {
        before: pair.before,
        after: pair.after,
        like,
        isQuick: false,
        language: state.get('language'),
      })
      if (found.ok) download(`${pair.before.edition}-${pair.after.edition}.html`, 'text/html', found.html)
      else this.#notes.replaceChildren(hindranceList(found.hindrances, this.#page))
      this.#idle('')
    } catch (problem) {
      if (!(problem instanceof Stopped)) this.#idle(this.#words.failed(String(problem)))
    }
  }
}
