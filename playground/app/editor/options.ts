import type { monaco } from '../monaco.ts'

/** Chinese text in columns, no boxes round Chinese punctuation. */
export const options: monaco.editor.IStandaloneEditorConstructionOptions = {
  automaticLayout: true,
  fontFamily: '"Noto Sans Mono CJK SC", "Sarasa Mono SC", ui-monospace, Menlo, Consolas, "Microsoft YaHei", monospace',
  fontSize: 14,
  lineHeight: 22,
  fullwidthCharacterWidth: 'twoCells',
  unicodeHighlight: { ambiguousCharacters: false },
  bracketPairColorization: { enabled: false },
  minimap: { enabled: false },
  scrollBeyondLastLine: false,
  smoothScrolling: false,
  tabSize: 2,
  insertSpaces: true,
  detectIndentation: false,
  wordWrap: 'on',
  wrappingIndent: 'indent',
  renderLineHighlight: 'line',
  overviewRulerBorder: false,
  stickyScroll: { enabled: false },
  padding: { top: 10, bottom: 10 },
  fixedOverflowWidgets: true,
  'semanticHighlighting.enabled': true,
}
