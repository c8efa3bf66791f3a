import { openDialog } from './dialog.ts'
import { button, element } from './element.ts'
import type { Page } from './page.ts'
import { savedOf } from './saved.ts'
import { fromFragment, toFragment } from './share-address.ts'

const LONG_ADDRESS = 8000

/** Shows the address that opens the page as it is, to be copied. */
export function shareButton(
  { state, words: wordsOf }: Pick<Page, 'state' | 'words'>,
  shipped: Readonly<Record<string, string>>,
): HTMLElement {
  const words = wordsOf()
  const open = (): void => {
    const address = element('textarea', { readonly: true, rows: 4, 'aria-label': words.address })
    const note = element('p', { role: 'status', class: 'quiet' })
    const withCase = element('input', { type: 'checkbox', checked: true, onchange: () => void fill() })
    const copy = element('button', {
      type: 'button',
      class: 'primary',
      onclick: async () => {
        address.select()
        const isCopied = await navigator.clipboard.writeText(address.value).then(
          () => true,
          () => false,
        )
        note.textContent = isCopied ? words.copied : words.copyYourself
      },
    })
    copy.textContent = words.copy
    const fill = async (): Promise<void> => {
      const saved = savedOf(state.all(), shipped)
      const fragment = await toFragment(withCase.checked ? saved : { ...saved, input: null })
      const isOpenable = (await fromFragment(fragment)).kind === 'saved'
      address.value = isOpenable ? location.href.replace(/#.*$/u, '') + fragment : ''
      copy.disabled = !isOpenable
      const isLong = address.value.length > LONG_ADDRESS
      note.textContent = !isOpenable ? words.tooMuchToShare : isLong ? words.longAddress(address.value.length) : ''
    }
    void fill()
    openDialog(
      words.share,
      words.close,
      element('p', {}, words.shareSays),
      address,
      element('label', { class: 'check' }, withCase, words.withCase),
      element('div', { class: 'dialog-actions' }, copy),
      note,
    )
  }
  return button(words.share, open)
}
