import type { Answer } from '../protocol.ts'
import { noteShown } from './measure.ts'
import type { Page } from './page.ts'

export type Problems = Answer<'problems'>

/** Asks for the problems after every change of a file or decision, and tells the listeners when they are there. */
export function watchProblems({ call, state }: Page): {
  readonly onProblems: (listener: (all: Problems) => void) => void
} {
  const listeners: ((all: Problems) => void)[] = []
  let asked = 0
  const ask = async (): Promise<void> => {
    asked += 1
    const mine = asked
    const answer = await call('problems', {
      file: state.get('file'),
      decision: state.get('decision'),
      language: state.get('language'),
    })
    if (mine !== asked) return
    for (const listener of listeners) listener(answer)
    noteShown('daiyu.problems')
  }
  state.subscribe(['files', 'file', 'decision'], () => void ask())
  return {
    onProblems(listener) {
      listeners.push(listener)
      if (listeners.length === 1) void ask()
    },
  }
}
