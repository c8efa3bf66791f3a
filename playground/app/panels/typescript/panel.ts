import './typescript.css'
import type { Place } from '../../../../compiler/program/program.ts'
import type { GeneratedModule, Link } from '../../../worker/generating.ts'
import { afterPause } from '../../after-pause.ts'
import { button, element } from '../../element.ts'
import { monaco } from '../../monaco.ts'
import { options } from '../../editor/options.ts'
import { themeName } from '../../editor/themes.ts'
import type { Page, PanelModule } from '../../page.ts'
import { oneAtATime } from '../../one-at-a-time.ts'
import { wordsIn } from './words.ts'

export const typescriptPanel: PanelModule = {
  id: 'typescript',
  title: (words) => words.typescriptPanel,
  mount,
}

function mount(root: HTMLElement, page: Page): void {
  const { state } = page
  const say = wordsIn(state.get('language'))
  const status = element('p', { role: 'status', class: 'quiet' }, say.making)
  const place = element('div', { class: 'code' })
  root.classList.add('typescript')
  root.append(
    element(
      'p',
      { class: 'downloads' },
      button(say.downloadCode, () => downloadCode()),
      button(say.downloadPolicy, () => downloadPolicy()),
      button(say.downloadHandbook, () => void downloadHandbook()),
    ),
    status,
    place,
  )
  const editor = monaco.editor.create(place, {
    ...options,
    value: '',
    language: 'typescript',
    theme: themeName(state.get('theme')),
    readOnly: true,
    domReadOnly: true,
    wordWrap: 'off',
    ariaLabel: say.code,
  })
  const marks = editor.createDecorationsCollection()
  let shown: GeneratedModule | null = null
  let cursor: { readonly file: string; readonly offset: number } | null = null
  let isFollowing = false

  const generate = oneAtATime(async () => {
    const [decision, edition] = [state.get('decision'), state.get('edition')]
    if (decision === null || state.get('panel') !== typescriptPanel.id) return
    const made = await page.call('module', { decision, edition })
    status.textContent = made ? say.explained : shown ? say.broken : say.brokenFirst
    if (!made) return
    if (made.code !== shown?.code) editor.setValue(made.code)
    shown = made
    light()
  })
  const light = (): void => {
    const lines = shown && cursor ? linesOf(shown, cursor.file, cursor.offset) : []
    marks.set(
      lines.map((line) => ({
        range: new monaco.Range(line, 1, line, 1),
        options: { isWholeLine: true, className: 'lit-line', linesDecorationsClassName: 'lit-margin' },
      })),
    )
    const [first] = lines
    if (first !== undefined && !isFollowing) editor.revealLineInCenterIfOutsideViewport(first)
  }
  page.onCursor((at) => {
    cursor = at
    light()
  })
  editor.onMouseUp(({ target }) => {
    if (target.position) showRule(target.position.lineNumber)
  })
  editor.addCommand(monaco.KeyCode.Enter, () => showRule(editor.getPosition()?.lineNumber ?? 0))
  const showRule = (line: number): void => {
    const link = shown?.links.find((each) => each.line === line)
    const rule = shown && link ? ruleAt(shown, link.file, link.offset) : null
    if (!rule) return
    isFollowing = true
    page.reveal({ file: rule.file, span: { start: rule.start, end: rule.end } })
    isFollowing = false
    editor.focus()
  }
  const downloadCode = (): void => {
    const name = [state.get('decision'), state.get('edition'), 'ts'].join('.')
    if (shown) page.download(name, 'text/typescript;charset=utf-8', shown.code)
  }
  const downloadPolicy = (): void => {
    const file = state.get('file')
    page.download(file.replace(/^.*\//, ''), 'text/plain;charset=utf-8', state.get('files')[file] ?? '')
  }
  const downloadHandbook = async (): Promise<void> => {
    const [decision, language] = [state.get('decision'), state.get('language')]
    const html = decision === null ? null : await page.call('handbook', { decision, language })
    if (html !== null) page.download(`${decision}.handbook.html`, 'text/html;charset=utf-8', html)
  }
  // Laying out code takes longer than settling a bill: not while somebody types.
  state.subscribe(['files', 'decision', 'edition', 'panel'], afterPause(300, generate))
  generate()
}

/** The innermost rule around an offset. */
function ruleAt({ rules }: GeneratedModule, file: string, offset: number): Place | null {
  return rulesAround(rules, file, offset)[0] ?? null
}

function rulesAround(rules: readonly Place[], file: string, offset: number): readonly Place[] {
  return rules
    .filter((rule) => rule.file === file && rule.start <= offset && offset <= rule.end)
    .toSorted((a, b) => a.end - a.start - (b.end - b.start))
}

/** The lines made from the innermost rule around an offset from which any was made. */
function linesOf({ rules, links }: GeneratedModule, file: string, offset: number): readonly number[] {
  for (const rule of rulesAround(rules, file, offset)) {
    const isInside = (link: Link): boolean =>
      link.file === file && rule.start <= link.offset && link.offset < Math.max(rule.end, rule.start + 1)
    const lines = links.filter(isInside).map(({ line }) => line)
    if (lines.length > 0) return [...new Set(lines)]
  }
  return []
}
