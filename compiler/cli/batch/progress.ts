import type { Call } from '../command.ts'
import type { Reached } from './journal.ts'

const EVERY_MS = 200

/** A line on standard error: how many rows, how many a second, how long it will take. */
export function progressOf(
  { terminal, words, switches, language }: Call,
  size: number,
  before: Reached | undefined,
): { readonly show: (reached: Reached) => void; readonly end: () => void } {
  const began = Date.now()
  const figures = new Intl.NumberFormat(language)
  let next = began + EVERY_MS
  return {
    show: ({ rows, input }) => {
      const now = Date.now()
      if (switches.has('quiet') || now < next) return
      next = now + EVERY_MS
      const seconds = (now - began) / 1000
      const done = input.size - (before?.input.size ?? 0)
      const left = done > 0 ? ((size - input.size) / done) * seconds : 0
      const rate = Math.round((rows - (before?.rows ?? 0)) / seconds)
      const part = Math.floor((input.size / Math.max(size, 1)) * 100)
      terminal.progress(words.batch.progress(part, figures.format(rows), figures.format(rate), clock(left)))
    },
    end: () => terminal.progress(''),
  }
}

function clock(seconds: number): string {
  const whole = Math.ceil(seconds)
  const [minutes, rest] = [Math.floor(whole / 60), whole % 60]
  return `${minutes}:${String(rest).padStart(2, '0')}`
}
