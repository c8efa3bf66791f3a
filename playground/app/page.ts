import type { Language, Place, Span } from '../../compiler/index.ts'
import type { Answer, MethodName, Params } from '../protocol.ts'
import type { Words } from '../words-zh.ts'
import type { Store } from './store.ts'

export type Theme = 'light' | 'dark'

export interface PageState {
  /** The decisions of all files, as they are now. */
  readonly decisions: Answer<'decisions'>
  /** `ningbo.employee.settle`; null only where no file declares one. */
  readonly decision: string | null
  readonly edition: string | null
  /** The edition beside it; null where one is shown. */
  readonly otherEdition: string | null
  readonly language: Language
  readonly theme: Theme
  /** The case as JSON; null until a form has set it. */
  readonly input: unknown
  /** The texts of all files by their names, as they stand in the editor. The worker has the same. */
  readonly files: Readonly<Record<string, string>>
  /** The file in the editor. */
  readonly file: string
  /** What the editor's place shows: the file, its changes beside what was shipped, or the two editions' rules beside each other. */
  readonly view: 'file' | 'changes' | 'editions'
  /** The id of the panel in front. */
  readonly panel: string
}

/** What a panel has of the page. */
export interface Page {
  /** Asks the editor's worker. Requests are answered in their order; who gets a stale answer drops it. */
  readonly call: <Name extends MethodName>(method: Name, params: Params<Name>) => Promise<Answer<Name>>
  readonly state: Store<PageState>
  /** Opens the file, shows and selects the place. */
  readonly reveal: (place: Place) => void
  /** Lights up the lines of places, and of no others. */
  readonly highlight: (places: readonly Place[]) => void
  /** Calls the listener with the cursor's place, also when another file is opened. Offsets are UTF-16 code units. */
  readonly onCursor: (listener: (place: { readonly file: string; readonly offset: number }) => void) => void
  /** Replaces stretches of a file, which the person can undo. */
  readonly edit: (file: string, edits: readonly { readonly span: Span; readonly text: string }[]) => void
  /** Hands the person a file. */
  readonly download: (name: string, mediaType: string, text: string) => void
  readonly words: () => Words
}

/** One tab beside the editor. `mount` is called once, when the tab is first in front. */
export interface PanelModule {
  readonly id: string
  readonly title: (words: Words) => string
  readonly mount: (root: HTMLElement, page: Page) => void
}
