import type { Command } from './command.ts'

export const command: Command = {
  operands: '',
  least: 0,
  most: 0,
  options: [
    {
      name: 'stdio',
      says: {
        zh: '经标准输入输出通信；总是如此，编辑器可以写明',
        en: 'speak over standard input and output; always so',
      },
    },
    {
      name: 'clientProcessId',
      value: 'PID',
      says: { zh: '编辑器的进程；它结束，这里也结束', en: "the editor's process; the server ends with it" },
    },
  ],
  notes: {
    zh: [
      '由编辑器启动（Language Server Protocol）。VS Code 用随源码附带的扩展 playground/vscode；',
      '别的编辑器：为 *.policy 文件启动 daiyu lsp --stdio。initializationOptions 可写 { "language": "zh" }。',
    ],
    en: [
      'Started by an editor (Language Server Protocol). VS Code has an extension, playground/vscode in the sources;',
      'others: start daiyu lsp --stdio for files *.policy. initializationOptions may hold { "language": "en" }.',
    ],
  },
  examples: ['daiyu lsp --stdio'],
  run: async ({ language }) => {
    const { serve } = await import('./lsp/serve.ts')
    return serve(language)
  },
}
