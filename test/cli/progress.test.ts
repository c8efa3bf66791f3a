import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { progressBar } from '../../compiler/cli/population/progress.ts'
import { wordsIn } from '../../compiler/cli/words.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

it('a bar shows how far it has come, now and then', () => {
  const shown: string[] = []
  const terminal = {
    out: async () => {},
    error: () => {},
    progress: (text: string) => void shown.push(text),
    hasColour: { out: false, error: false },
  }
  const call = {
    operands: [],
    values: new Map(),
    switches: new Set<string>(),
    language: 'en',
    words: wordsIn('en'),
    terminal,
  } as const
  const bar = progressBar(call)
  bar.show(64, () => 0.5)
  expect(shown).toEqual([])
  vi.advanceTimersByTime(300)
  bar.show(65, () => 0.5)
  bar.show(12800, () => 0.5)
  bar.show(12864, () => 0.5)
  // Half of 24.
  expect(shown).toEqual([`${'█'.repeat(12)}${'░'.repeat(12)} 50%  12,800 cases compared`])
  bar.end()
  expect(shown.at(-1)).toBe('')
})
