import { dispatch, type Entry } from './dispatch.ts'

/** Every command. What one needs is loaded when it is called: the next word has to be on the screen at once. */
const commands: readonly Entry[] = [
  { name: 'check', says: { zh: '检查政策', en: 'Check policies' }, load: () => import('./check.ts') },
  { name: 'fmt', says: { zh: '整理政策文件', en: 'Format policy files' }, load: () => import('./fmt.ts') },
  { name: 'run', says: { zh: '结算一件或许多件', en: 'Settle one case or many' }, load: () => import('./run.ts') },
  { name: 'batch', says: { zh: '结算成百万行', en: 'Settle millions of rows' }, load: () => import('./batch.ts') },
  { name: 'year', says: { zh: '一年的账单依次结算', en: 'Settle a year of bills' }, load: () => import('./year.ts') },
  { name: 'explain', says: { zh: '每一分钱从哪来', en: 'Explain every fen' }, load: () => import('./explain.ts') },
  { name: 'verify', says: { zh: '复核以前的结果', en: 'Check earlier results' }, load: () => import('./verify.ts') },
  { name: 'test', says: { zh: '核对政策里的示例', en: 'Run the examples' }, load: () => import('./test.ts') },
  {
    name: 'readings',
    says: { zh: '列出解读和另解', en: 'List readings and others' },
    load: () => import('./readings.ts'),
  },
  { name: 'editions', says: { zh: '列出版本和修订', en: 'List editions' }, load: () => import('./editions.ts') },
  { name: 'diff', says: { zh: '两个版本有什么不同', en: 'Compare two editions' }, load: () => import('./diff.ts') },
  {
    name: 'prove',
    says: { zh: '证明或推翻应当成立的', en: 'Prove what has to hold' },
    load: () => import('./prove.ts'),
  },
  {
    name: 'population',
    says: { zh: '生成可信的案例', en: 'Generate plausible cases' },
    load: () => import('./population.ts'),
  },
  { name: 'build', says: { zh: '编译成 TypeScript', en: 'Compile to TypeScript' }, load: () => import('./build.ts') },
  { name: 'play', says: { zh: '打开网页', en: 'Serve the page' }, load: () => import('./play.ts') },
  { name: 'lsp', says: { zh: '供编辑器使用的语言服务', en: 'Serve an editor' }, load: () => import('./lsp.ts') },
  { name: 'start', says: { zh: '先看一看', en: 'A first look' }, load: () => import('./start.ts') },
]

process.exitCode = await dispatch(commands, process.argv.slice(2))
