import type { Call } from '../command.ts'

const WIDTH = 24
const EVERY_MS = 200

/** A bar on standard error, drawn anew now and then. `done` is how many cases there were, `part` tells how far that is, of 1. */
export function progressBar({ terminal, words, language }: Call): {
  readonly show: (done: number, part: () => number) => void
  readonly end: () => void
} {
  let next = Date.now() + EVERY_MS
  const figures = new Intl.NumberFormat(language)
  return {
    show: (done, part) => {
      // A clock is dear beside a case.
      if (done % 64 !== 0 || Date.now() < next) return
      next = Date.now() + EVERY_MS
      const reached = Math.min(1, part())
      const full = Math.floor(reached * WIDTH)
      const bar = `${'█'.repeat(full)}${'░'.repeat(WIDTH - full)}`
      terminal.progress(`${bar} ${Math.floor(reached * 100)}%  ${words.compared(figures.format(done))}`)
    },
    end: () => terminal.progress(''),
  }
}
