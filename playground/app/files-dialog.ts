import { openDialog } from './dialog.ts'
import { download } from './download.ts'
import { button, element } from './element.ts'
import type { Page, PageState } from './page.ts'
import { asInEditor, changedFiles, isPossibleFile } from './saved.ts'
import { zip } from './zip.ts'

/** Policy files from the disk, new ones, and what is here as files to keep. */
export function filesButton(
  { state, words: wordsOf }: Pick<Page, 'state' | 'words'>,
  shipped: Readonly<Record<string, string>>,
  write: (name: string, text: string) => void,
): HTMLElement {
  const words = wordsOf()
  const open = (): void => {
    const note = element('p', { role: 'status', class: 'quiet' })
    const put = (name: string, text: string): boolean => {
      const isFine = isPossibleFile(name, text)
      if (isFine) write(name, text)
      else note.textContent = words.notAFile(name)
      return isFine
    }
    const chosen = element('input', {
      type: 'file',
      multiple: true,
      accept: '.policy,.csv',
      hidden: true,
      onchange: async () => {
        let areFine = true
        for (const file of chosen.files ?? []) {
          areFine = put(placeOf(file.name, state.all()), asInEditor(await file.text())) && areFine
        }
        if (areFine) dialog.close()
      },
    })
    const name = element('input', { type: 'text', value: 'new.policy', 'aria-label': words.fileName })
    const add = (): void => {
      const known = state.get('files')[name.value]
      if (known !== undefined) note.textContent = words.fileTaken(name.value)
      else if (put(name.value, '')) dialog.close()
    }
    const changed = changedFiles(state.get('files'), shipped)
    const count = Object.keys(changed).length
    const keep = (files: Readonly<Record<string, string>>, archive: string): void => {
      const [[first, text] = ['', ''], ...others] = Object.entries(files)
      if (others.length > 0) download(archive, 'application/zip', zip(files))
      else download(first.replace(/^.*\//u, ''), 'text/plain;charset=utf-8', text)
    }
    const dialog = openDialog(
      words.files,
      words.close,
      element('p', {}, words.filesSay),
      element(
        'div',
        { class: 'dialog-actions' },
        button(words.openFiles, () => chosen.click()),
        chosen,
      ),
      element('div', { class: 'dialog-actions' }, name, button(words.newFile, add)),
      element(
        'div',
        { class: 'dialog-actions' },
        button(words.downloadChanged(count), () => keep(changed, 'daiyu-changed.zip'), { disabled: count === 0 }),
        button(words.downloadAll, () => keep(state.get('files'), 'daiyu-policies.zip')),
      ),
      note,
    )
  }
  return button(words.files, open)
}

/** The file that one of the disk takes the place of, by the last part of its name: one of the decision first. */
function placeOf(name: string, { files, decisions, decision }: PageState): string {
  const known = Object.keys(files).filter((each) => each.replace(/^.*\//u, '') === name)
  const own = decisions.find(({ id }) => id === decision)?.files ?? []
  return known.find((each) => own.includes(each)) ?? (known.length === 1 ? known[0] : null) ?? name
}
