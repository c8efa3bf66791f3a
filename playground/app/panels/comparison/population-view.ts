import type { Answer } from '../../../protocol.ts'
import type { Side } from '../../../worker/sides.ts'
import { element } from '../../element.ts'
import { hindranceList } from '../../hindrances.ts'
import type { Page } from '../../page.ts'
import { Stopped } from '../../worker-client.ts'
import { OwnWorker } from './own-worker.ts'
import { table } from './views.ts'
import type { ComparisonWords } from './words-zh.ts'

const LARGEST = 100_000

/** Generated cases settled under both sides: who gains, who loses; with progress, and a stop button. */
export function populationView(
  page: Page,
  words: ComparisonWords,
  sides: () => { readonly before: Side; readonly after: Side } | null,
  take: (input: unknown) => void,
): HTMLElement {
  const worker = new OwnWorker(page.state)
  const seed = element('input', { type: 'number', min: 0, max: 999_999_999, value: 1, size: 6 })
  const count = element('input', { type: 'number', min: 1, max: LARGEST, value: 2000, size: 7 })
  const bar = element('progress', { max: 1, value: 0, hidden: true, 'aria-label': words.population })
  const told = element('p', { role: 'status' })
  const result = element('div')
  const stop = element('button', { type: 'button', hidden: true, onclick: () => worker.stop() }, words.stop)
  const start = element('button', { type: 'button', class: 'generate', onclick: () => void run() }, words.generate)

  async function run(): Promise<void> {
    const chosen = sides()
    if (!chosen) return
    const asked = { seed: whole(seed, 0, 999_999_999), count: whole(count, 1, LARGEST) }
    worker.stop()
    for (const each of [bar, stop]) each.hidden = false
    start.disabled = true
    result.replaceChildren()
    const figures = new Intl.NumberFormat(page.state.get('language'))
    const say = (done: number, of: number): void => {
      bar.value = done / of
      told.textContent = words.progress(figures.format(done), figures.format(of))
    }
    say(0, asked.count)
    try {
      const language = page.state.get('language')
      const found = await worker.call('population', { ...chosen, ...asked, language }, say)
      told.textContent = ''
      if (found.ok) result.replaceChildren(...drawn(found))
      else result.replaceChildren(hindranceList(found.hindrances, page))
    } catch (problem) {
      told.textContent = problem instanceof Stopped ? words.stopped : words.failed(String(problem))
    } finally {
      for (const each of [bar, stop]) each.hidden = true
      start.disabled = false
    }
  }

  function drawn({
    told: { sentences, moving, furthest },
    weights,
    hash,
    assumptions,
  }: Extract<Answer<'population'>, { readonly ok: true }>): readonly HTMLElement[] {
    const heads = [words.output, words.unchanged, words.gain, words.lose, words.more, words.less, words.sum]
    return [
      ...sentences.map((each) => element('p', {}, each)),
      table(
        'moving',
        heads,
        moving.map(({ name, unchanged, gain, lose, more, less, difference }) =>
          element(
            'tr',
            {},
            element('th', { scope: 'row' }, name),
            ...[unchanged, gain, lose, more, less, difference].map((each) => element('td', { class: 'amount' }, each)),
          ),
        ),
      ),
      ...(furthest.length > 0 ? [element('h4', {}, words.furthest)] : []),
      element(
        'ul',
        {},
        ...furthest.map(({ said, input }) =>
          element(
            'li',
            {},
            `${said} `,
            element('button', { type: 'button', class: 'link', onclick: () => take(input) }, words.take),
          ),
        ),
      ),
      element('h4', {}, words.assumptions),
      element('p', { class: 'quiet' }, words.drawnBy(weights.join(', '), hash)),
      element('ul', { class: 'quiet' }, ...assumptions.map((each) => element('li', {}, each))),
    ]
  }

  return element(
    'details',
    { class: 'population' },
    element('summary', {}, words.population),
    element(
      'p',
      { class: 'bar' },
      element('label', {}, `${words.seed} `, seed),
      element('label', {}, `${words.count} `, count),
      start,
      stop,
      bar,
    ),
    told,
    result,
  )
}

/** A whole number within bounds, whatever was typed; the field then says it. */
function whole(field: HTMLInputElement, least: number, most: number): number {
  const value = Math.min(most, Math.max(least, Math.round(Number(field.value)) || least))
  field.value = String(value)
  return value
}
