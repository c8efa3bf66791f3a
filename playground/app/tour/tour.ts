import './tour.css'
import { button, element } from '../element.ts'
import type { Page, PageState } from '../page.ts'
import { keep, kept } from '../storage.ts'
import { count, steps } from './steps.ts'
import { en } from './words-en.ts'
import { zh } from './words-zh.ts'

const KEY = 'daiyu.tour'
/** How often it is looked whether a step was done, and how long that is told before its second half. */
const EVERY = 300
const TOLD = 1200

/** The button that starts the tour; on a first visit to a `isFresh` page it starts by itself. */
export function tourButton(page: Page, shipped: PageState['files'], isFresh: boolean): HTMLElement {
  const tour = new Tour(page, shipped)
  if (isFresh && kept(KEY) === null) queueMicrotask(() => tour.start())
  const words = page.state.get('language') === 'zh' ? zh : en
  return button(words.restart, () => tour.start(), { class: 'tour-start' })
}

/**
 * A card below the header that says what to do next and notices when it was done. It goes on when it is told to: who is
 * still typing, or looking at what became of it, is not carried off.
 */
class Tour {
  readonly #page: Page
  readonly #shipped: PageState['files']
  readonly #words
  readonly #card
  readonly #number = element('strong')
  readonly #said = element('p', { role: 'status', 'aria-live': 'polite' })
  readonly #skip
  readonly #leave
  #step = 0
  #before: PageState | null = null
  #isShown = false
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(page: Page, shipped: PageState['files']) {
    this.#page = page
    this.#shipped = shipped
    const words = page.state.get('language') === 'zh' ? zh : en
    this.#words = words
    this.#skip = button(words.skip, () => this.#open(this.#step + 1))
    this.#leave = button(words.leave, () => this.#end())
    this.#card = element(
      'section',
      { class: 'tour', 'aria-label': words.title },
      this.#number,
      this.#said,
      this.#skip,
      this.#leave,
    )
  }

  start(): void {
    keep(KEY, 'begun')
    document.querySelector('header')?.after(this.#card)
    this.#skip.hidden = false
    this.#leave.textContent = this.#words.leave
    this.#open(0)
  }

  #open(index: number): void {
    clearTimeout(this.#timer)
    this.#step = index
    const step = steps[index]
    const words = this.#words
    this.#light(step?.targets ?? null)
    this.#card.classList.remove('done')
    this.#skip.classList.remove('primary')
    this.#skip.textContent = words.skip
    this.#isShown = false
    this.#card.dataset['step'] = step?.says ?? 'finished'
    if (!step) {
      keep(KEY, 'finished')
      this.#number.textContent = '✓'
      this.#said.textContent = words.finished
      this.#skip.hidden = true
      this.#leave.textContent = words.close
      return
    }
    const { state, reveal } = this.#page
    this.#number.textContent = words.step(step.number, count)
    this.#said.textContent = words.steps[step.says]
    state.set(step.opens)
    const place = step.place(state.get('files'))
    if (place) reveal(place)
    this.#before = state.all()
    this.#look()
  }

  #look(): void {
    this.#timer = setTimeout(() => void this.#check(), EVERY)
  }

  async #check(): Promise<void> {
    const step = steps[this.#step]
    if (!step || !this.#before) return
    const index = this.#step
    this.#show(step.shows)
    // The form fills in its first case by itself.
    if (this.#before.input === null) this.#before = { ...this.#before, input: this.#page.state.get('input') }
    const isDone = await step.isDone(this.#page, this.#shipped, this.#before).catch(() => false)
    if (index !== this.#step || !this.#card.isConnected) return
    if (!isDone) return this.#look()
    this.#card.classList.add('done')
    this.#said.textContent = this.#words.done[step.says]
    if (steps[index + 1]?.number === step.number) this.#timer = setTimeout(() => this.#open(index + 1), TOLD)
    this.#skip.classList.add('primary')
    this.#skip.textContent = this.#words.next
  }

  /** Brings what is meant into sight and lights it up, once, as soon as it is there. */
  #show(target: string | null): void {
    const found = target === null || this.#isShown ? null : document.querySelector(target)
    if (!found) return
    this.#isShown = true
    found.classList.add('tour-target')
    found.scrollIntoView({ block: 'center' })
  }

  #light(targets: string | null): void {
    for (const each of document.querySelectorAll('.tour-target')) each.classList.remove('tour-target')
    if (targets === null) return
    for (const each of document.querySelectorAll(targets)) each.classList.add('tour-target')
  }

  #end(): void {
    clearTimeout(this.#timer)
    this.#light(null)
    this.#step = steps.length
    this.#card.remove()
    document.querySelector<HTMLElement>('.tour-start')?.focus()
  }
}
