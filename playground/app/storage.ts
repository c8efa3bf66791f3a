/** That of the browser, or that of the tab, which a page has again when it is loaded again. */
type Where = 'localStorage' | 'sessionStorage'

/** What is kept under a key; null where there is nothing, or nothing may be read. */
export function kept(key: string, where: Where = 'localStorage'): string | null {
  try {
    return window[where].getItem(key)
  } catch {
    return null
  }
}

/** Keeps a text; false where there is no room for it, or nothing may be kept. */
export function keep(key: string, text: string, where: Where = 'localStorage'): boolean {
  try {
    window[where].setItem(key, text)
    return true
  } catch {
    return false
  }
}
