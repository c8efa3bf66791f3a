import type { PageState } from './page.ts'
import { changedFiles, limitsOfOwn, savedFromJson, savedOf, savedToJson, type Saved } from './saved.ts'
import { keep, kept } from './storage.ts'
import type { Store } from './store.ts'

/** A state of the page that was left, and when. */
export interface Version {
  /** Milliseconds since 1970. */
  readonly at: number
  readonly saved: Saved
}

export interface History {
  /** As the page was when it was last in this tab, else in any. */
  readonly draft: () => Saved | null
  /** The newest first. */
  readonly versions: () => readonly Version[]
  /** Keeps the page as it is now among the versions, if it has changes that none of them has. */
  readonly keep: () => void
  /** Begins to save the page as it changes, so that a closed tab loses nothing. */
  readonly watch: () => void
}

const DRAFT = 'daiyu.draft'
const VERSIONS = 'daiyu.versions'
const MOST_VERSIONS = 30
const BETWEEN_SAVES = 400
const BETWEEN_VERSIONS = 10 * 60 * 1000

/** The history in this browser. Calls `onFull` where there is no room for it. */
export function newHistory(
  state: Store<PageState>,
  shipped: Readonly<Record<string, string>>,
  onFull: () => void,
): History {
  const now = (): Saved => savedOf(state.all(), shipped)

  const versions = (): readonly Version[] => {
    const lines = (kept(VERSIONS) ?? '').split('\n')
    return lines.flatMap((line): Version[] => {
      const [, at = '', json = ''] = /^(\d{1,15}) (.*)$/su.exec(line) ?? []
      const saved = savedFromJson(json, limitsOfOwn)
      return saved === null ? [] : [{ at: Number(at), saved }]
    })
  }
  const write = (key: string, texts: readonly string[]): void => {
    // Where there is no room for all, the oldest go.
    for (let count = texts.length; count > 0; count -= 1) if (keep(key, texts.slice(0, count).join('\n'))) return
    onFull()
  }
  const keepVersion = (): void => {
    const [saved, all] = [now(), versions()]
    const isNew = all.every((each) => JSON.stringify(each.saved.files) !== JSON.stringify(saved.files))
    if (!isNew || Object.keys(saved.files).length === 0) return
    const lines = [{ at: Date.now(), saved }, ...all].slice(0, MOST_VERSIONS)
    write(
      VERSIONS,
      lines.map((each) => `${each.at} ${savedToJson(each.saved)}`),
    )
  }
  return {
    draft: () => savedFromJson(kept(DRAFT, 'sessionStorage') ?? kept(DRAFT) ?? '', limitsOfOwn),
    versions,
    keep: keepVersion,
    watch() {
      let timer = 0
      const save = (): void => {
        clearTimeout(timer)
        timer = 0
        const draft = savedToJson(now())
        write(DRAFT, [draft])
        keep(DRAFT, draft, 'sessionStorage')
        // A clock may have gone backwards.
        if (Math.abs(Date.now() - (versions()[0]?.at ?? 0)) > BETWEEN_VERSIONS) keepVersion()
      }
      state.subscribe(['files', 'file', 'decision', 'edition', 'otherEdition', 'input'], () => {
        if (timer === 0) timer = window.setTimeout(save, BETWEEN_SAVES)
      })
      // Another tab keeps the draft from now on: what is here goes to the history.
      window.addEventListener('storage', ({ key }) => {
        if (key === DRAFT) keepVersion()
      })
      window.addEventListener('pagehide', () => {
        if (timer !== 0) save()
      })
    },
  }
}

/** The texts that files have to get for the page to be as it was then: changed files, and others as they were shipped. */
export function textsToBe(
  { files }: Saved,
  now: Readonly<Record<string, string>>,
  shipped: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return {
    ...Object.fromEntries(Object.keys(changedFiles(now, shipped)).map((name) => [name, shipped[name] ?? ''])),
    ...files,
  }
}
