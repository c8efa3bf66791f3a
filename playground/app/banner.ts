import { element } from './element.ts'

/** A message across the page that stays until it is closed. */
export function showBanner(message: string, close: string): void {
  const banner = element(
    'div',
    { class: 'banner', role: 'alert' },
    element('p', {}, message),
    element('button', { type: 'button', class: 'plain', onclick: () => banner.remove() }, close),
  )
  document.body.prepend(banner)
}
