import { element } from './element.ts'

/** A message across the page that stays until it is closed; once, however often it is said. */
export function showBanner(message: string, close: string): void {
  const shown = [...document.querySelectorAll('.banner > p')]
  if (shown.some(({ textContent }) => textContent === message)) return
  const banner = element(
    'div',
    { class: 'banner', role: 'alert' },
    element('p', {}, message),
    element('button', { type: 'button', class: 'plain', onclick: () => banner.remove() }, close),
  )
  document.body.prepend(banner)
}
