import type { Place } from '../../../compiler/index.ts'
import type { Page, PageState } from '../page.ts'
import type { TourWords } from './words-zh.ts'

/** What somebody is asked to do, and how it is seen that it was done: from what the page then holds, not from clicks. */
export interface Step {
  readonly says: keyof TourWords['steps']
  /** What is opened for it. */
  readonly opens: Partial<PageState>
  /** Where in the editor it is to be done. */
  readonly place: (files: PageState['files']) => Place | null
  /** What is lit up. */
  readonly targets: string
  /** What is brought into sight and lit up once it is there; null: nothing more. */
  readonly shows: string | null
  /** `start`: what the page held when the step began. */
  readonly isDone: (page: Page, shipped: PageState['files'], start: PageState) => Promise<boolean>
}

const years = 'ningbo/employee.retirementYears.policy'
const benefits = 'ningbo/benefits.policy'
const showpiece = {
  decision: 'ningbo.employee.retirementYears',
  edition: '衔接期',
  otherEdition: null,
  file: years,
} as const
const settlement = { decision: 'ningbo.employee.settle', edition: '2023', otherEdition: null, file: benefits } as const

/** Two of them are one step for who walks through: what is broken is mended. */
export const steps: readonly (Step & { readonly number: number })[] = [
  {
    number: 1,
    says: 'rate',
    // An edition whose bills it changes.
    opens: { ...showpiece, edition: '20年', input: null, view: 'file' },
    place: (files) => placeOf(files, years, ['版本「20年」', '补缴金额 是指'], '6.3%'),
    targets: '.editor',
    shows: null,
    isDone: async (page, shipped) => {
      // Of the rules; what is quoted is not changed.
      const percents = (files: PageState['files']): string =>
        (files[years]?.replaceAll(/「[^」]*」/gu, '').match(/[\d.]+%/gu) ?? []).join(' ')
      return percents(page.state.get('files')) !== percents(shipped) && (await errorsOf(page)).length === 0
    },
  },
  {
    number: 2,
    says: 'break',
    opens: { ...settlement, input: null, view: 'file' },
    place: (files) => placeOf(files, benefits, ['分段 个人自付比例'], '15%'),
    targets: '.editor',
    shows: null,
    isDone: async (page) => (await errorsOf(page)).some(({ fixes }) => fixes.length > 0),
  },
  {
    number: 2,
    says: 'mend',
    opens: settlement,
    place: () => null,
    targets: '.editor, .problems',
    shows: null,
    isDone: async (page) => (await errorsOf(page)).length === 0,
  },
  {
    number: 3,
    says: 'settle',
    opens: { panel: 'case' },
    place: () => null,
    targets: '#panel-case, #tab-case',
    shows: '#panel-case .asked-field:has(label[title$=" costs.total"])',
    isDone: async ({ state, call }, _shipped, start) => {
      const [decision, edition, input] = [state.get('decision'), state.get('edition'), state.get('input')]
      if (decision === null || start.input === null || isSame(input, start.input)) return false
      const { outcome } = await call('settle', { decision, edition, input, otherEdition: null })
      return outcome.kind === 'settled'
    },
  },
  {
    number: 4,
    says: 'compare',
    opens: { ...showpiece, input: null, view: 'file' },
    place: () => null,
    targets: '#other-edition, #tab-comparison',
    shows: null,
    isDone: ({ state }) => {
      const other = state.get('otherEdition')
      const pair = document.querySelector<HTMLSelectElement>('.comparison[data-found]:not(.refused) #comparison-pair')
      return Promise.resolve(state.get('panel') === 'comparison' && other !== null && pair?.value === `@${other}`)
    },
  },
  {
    number: 5,
    says: 'build',
    opens: { ...showpiece, input: null, view: 'file' },
    place: () => null,
    targets: '#tab-typescript',
    shows: null,
    isDone: async ({ state, call }) => {
      const [decision, edition] = [state.get('decision'), state.get('edition')]
      if (state.get('panel') !== 'typescript' || decision === null) return false
      return (await call('module', { decision, edition })) !== null
    },
  },
]

export const count = new Set(steps.map(({ number }) => number)).size

async function errorsOf({ state, call }: Page) {
  const [file, decision, language] = [state.get('file'), state.get('decision'), state.get('language')]
  const all = await call('problems', { file, decision, language })
  return all.filter(({ severity }) => severity === 'error')
}

/** The first `text` behind others, one after the other, in a file; null where they are not there any more. */
function placeOf(files: PageState['files'], file: string, after: readonly string[], text: string): Place | null {
  const written = files[file] ?? ''
  const start = [...after, text].reduce((from, each) => (from < 0 ? from : written.indexOf(each, from)), 0)
  return start < 0 ? null : { file, span: { start, end: start + text.length } }
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
