/** What the page says, in Chinese. Panels with many words keep files of their own. */
export const zh = {
  title: '待遇 Daiyu',
  tagline: '医保待遇规则',
  skipToEditor: '跳到政策',
  skipToPanels: '跳到结算',
  decision: '事项',
  edition: '版本',
  compareWith: '对照',
  noOther: '不对照',
  files: '文件',
  policyText: '政策',
  results: '结果',
  problems: '问题',
  noProblems: '没有问题',
  share: '分享',
  history: '历史',
  language: 'English',
  switchLanguage: '换成英文（English）',
  dark: '深色',
  light: '浅色',
  failed: (message: string) => `出错了：${message}。请刷新页面再试；改过的政策都保存着。`,
  casePanel: '表单与账单',
  curvePanel: '曲线',
  comparisonPanel: '比较',
  typescriptPanel: 'TypeScript',
}

export type Words = typeof zh
