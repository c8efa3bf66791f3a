import { element } from './element.ts'
import { firstFile } from './choices.ts'
import { chooseLanguage } from './language.ts'
import type { Page } from './page.ts'
import { chooseTheme } from './theme.ts'

/** What is looked at (decision, edition, the edition beside it), and how (language, colours). */
export function header(page: Page, actions: readonly HTMLElement[]): HTMLElement {
  const { state } = page
  const words = page.words()
  const decision = element('select', {
    id: 'decision',
    onchange: () => {
      const found = state.get('decisions').find(({ id }) => id === decision.value)
      const file = firstFile(found?.files ?? [])
      state.set({
        decision: decision.value,
        edition: found?.editions[0] ?? null,
        otherEdition: null,
        view: 'file',
        input: null,
        file,
      })
    },
  })
  const edition = element('select', {
    id: 'edition',
    onchange: () => {
      const isSame = edition.value === state.get('otherEdition')
      state.set({ edition: edition.value, ...(isSame ? { otherEdition: null, view: 'file' } : {}) })
    },
  })
  const other = element('select', {
    id: 'other-edition',
    onchange: () => {
      const otherEdition = other.value || null
      state.set({ otherEdition, view: otherEdition === null ? 'file' : 'editions' })
    },
  })
  const fill = (): void => {
    const decisions = state.get('decisions')
    const editions = decisions.find(({ id }) => id === state.get('decision'))?.editions ?? []
    decision.replaceChildren(...decisions.map(({ id, title }) => element('option', { value: id }, `${title} · ${id}`)))
    decision.value = state.get('decision') ?? ''
    edition.replaceChildren(...editions.map((name) => element('option', { value: name }, name)))
    edition.value = state.get('edition') ?? ''
    other.replaceChildren(
      element('option', { value: '' }, words.noOther),
      ...editions
        .filter((name) => name !== state.get('edition'))
        .map((name) => element('option', { value: name }, name)),
    )
    other.value = state.get('otherEdition') ?? ''
  }
  fill()
  state.subscribe(['decisions', 'decision', 'edition', 'otherEdition'], fill)
  const theme = element('button', {
    type: 'button',
    onclick: () => {
      const next = state.get('theme') === 'dark' ? 'light' : 'dark'
      chooseTheme(next)
      state.set({ theme: next })
    },
  })
  const nameTheme = (): void => {
    theme.textContent = state.get('theme') === 'dark' ? words.light : words.dark
  }
  nameTheme()
  state.subscribe(['theme'], nameTheme)
  const language = element(
    'button',
    {
      type: 'button',
      lang: state.get('language') === 'zh' ? 'en' : 'zh',
      title: words.switchLanguage,
      onclick: () => {
        chooseLanguage(state.get('language') === 'zh' ? 'en' : 'zh')
        location.reload()
      },
    },
    words.language,
  )
  const labelled = (text: string, control: HTMLSelectElement): HTMLElement =>
    element('label', { class: 'choice' }, element('span', {}, text), control)
  return element(
    'header',
    {},
    element('h1', {}, words.title, ' ', element('small', {}, words.tagline)),
    element(
      'div',
      { class: 'choices' },
      labelled(words.decision, decision),
      labelled(words.edition, edition),
      labelled(words.compareWith, other),
    ),
    element('div', { class: 'actions' }, ...actions, theme, language),
  )
}
