import type { Language } from '../../../../grammar/tree.ts'

const zh = {
  code: '生成的 TypeScript（只读）',
  explained: '光标处的规则变成的几行已标出；点一行，看它来自哪条规则。',
  broken: '政策有错误，改好之后重新生成；下面是改动之前的。',
  brokenFirst: '政策有错误，改好之后才能生成。',
  making: '正在生成……',
  downloadCode: '下载程序（.ts）',
  downloadPolicy: '下载政策文件',
  downloadHandbook: '下载手册（网页）',
}

type TypeScriptWords = typeof zh

const en: TypeScriptWords = {
  code: 'The generated TypeScript (read-only)',
  explained: 'The lines made from the rule at the cursor are marked; click a line to see its rule.',
  broken: 'The policy has errors; this is what was generated before.',
  brokenFirst: 'The policy has errors; TypeScript is generated when they are mended.',
  making: 'Generating …',
  downloadCode: 'Download the evaluator (.ts)',
  downloadPolicy: 'Download the policy file',
  downloadHandbook: 'Download the handbook (page)',
}

export function wordsIn(language: Language): TypeScriptWords {
  return language === 'zh' ? zh : en
}
