import { element } from './element.ts'

/** Opens a dialog over the page; Escape and the button close it, and the focus goes back to where it was. */
export function openDialog(title: string, close: string, ...content: readonly HTMLElement[]): HTMLDialogElement {
  const dialog = element(
    'dialog',
    { 'aria-labelledby': 'dialog-title', onclose: () => dialog.remove() },
    element(
      'div',
      { class: 'dialog-head' },
      element('h2', { id: 'dialog-title' }, title),
      element('button', { type: 'button', class: 'plain', onclick: () => dialog.close() }, close),
    ),
    ...content,
  )
  document.body.append(dialog)
  dialog.showModal()
  return dialog
}
