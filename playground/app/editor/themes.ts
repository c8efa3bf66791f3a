import { monaco } from '../monaco.ts'
import type { Theme } from '../page.ts'

export const themeName = (theme: Theme): string => `daiyu-${theme}`

type Colours = Readonly<
  Record<
    | 'comment'
    | 'text'
    | 'number'
    | 'opening'
    | 'keyword'
    | 'definition'
    | 'quiet'
    | 'name'
    | 'input'
    | 'member'
    | 'output',
    string
  >
>

const colours: Readonly<Record<Theme, Colours>> = {
  light: {
    comment: '5c6773',
    text: '3b6b35',
    number: 'a03e00',
    opening: '0a4c94',
    keyword: '0a4c94',
    definition: '5b2a86',
    quiet: '69737f',
    name: '1d2430',
    input: '00616e',
    member: '7a3e00',
    output: '5b2a86',
  },
  dark: {
    comment: '98a3b0',
    text: 'a5cf9b',
    number: 'f0a870',
    opening: '86bdf7',
    keyword: '86bdf7',
    definition: 'd3b1f2',
    quiet: '8e99a7',
    name: 'e4e8ee',
    input: '7fd3de',
    member: 'e8b98a',
    output: 'd3b1f2',
  },
}

const surfaces: Readonly<Record<Theme, Readonly<Record<string, string>>>> = {
  light: {
    'editor.background': '#ffffff',
    'editor.lineHighlightBackground': '#f4f6f9',
    'editor.lineHighlightBorder': '#00000000',
    'editorLineNumber.foreground': '#6c7684',
    'editorCodeLens.foreground': '#5b6573',
    'editorInlayHint.foreground': '#545e6c',
    'editorInlayHint.background': '#eef2f7',
    'diffEditor.insertedTextBackground': '#0b5cad2e',
    'diffEditor.insertedLineBackground': '#0b5cad14',
    'diffEditor.removedTextBackground': '#b359002e',
    'diffEditor.removedLineBackground': '#b3590014',
  },
  dark: {
    'editor.background': '#1c222b',
    'editor.lineHighlightBackground': '#232a35',
    'editor.lineHighlightBorder': '#00000000',
    'editorLineNumber.foreground': '#8a95a3',
    'editorCodeLens.foreground': '#a3adba',
    'editorInlayHint.foreground': '#b4bdc9',
    'editorInlayHint.background': '#2a323e',
    'editorWidget.background': '#242b36',
    'diffEditor.insertedTextBackground': '#7db7f53d',
    'diffEditor.insertedLineBackground': '#7db7f51c',
    'diffEditor.removedTextBackground': '#f0a8603d',
    'diffEditor.removedLineBackground': '#f0a8601c',
  },
}

export function defineThemes(): void {
  for (const theme of ['light', 'dark'] as const) {
    const colour = colours[theme]
    const rules: monaco.editor.ITokenThemeRule[] = [
      { token: 'comment', foreground: colour.comment },
      { token: 'string', foreground: colour.text },
      { token: 'number', foreground: colour.number },
      { token: 'keyword', foreground: colour.keyword },
      { token: 'keyword.opening', foreground: colour.opening, fontStyle: 'bold' },
      { token: 'predefined', foreground: colour.keyword },
      { token: 'variable', foreground: colour.name },
      { token: 'variable.definition', foreground: colour.definition, fontStyle: 'bold' },
      { token: 'parameter', foreground: colour.input },
      { token: 'enumMember', foreground: colour.member },
      { token: 'enum', foreground: colour.member },
      { token: 'function', foreground: colour.keyword },
      { token: 'property', foreground: colour.output },
      { token: 'variable.definition', foreground: colour.definition, fontStyle: 'bold' },
      { token: 'property.definition', foreground: colour.output, fontStyle: 'bold' },
      { token: 'operator', foreground: colour.keyword },
      { token: 'delimiter', foreground: colour.quiet },
    ]
    const base = theme === 'light' ? 'vs' : 'vs-dark'
    monaco.editor.defineTheme(themeName(theme), { base, inherit: true, rules, colors: surfaces[theme] })
  }
}
