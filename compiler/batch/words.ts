/** A few words as an automaton over bytes: from the state and the next byte to the next state, from the last to the word. */
export interface Words {
  /** By state times 256 plus the byte; the first state is 0, and 1 is that of no word. */
  readonly next: Int32Array
  /** By state, which word that is; `NO_WORD` where it is none. */
  readonly words: Int32Array
}

export const NO_WORD = -1
const NOWHERE = 1

export function wordsOf(words: readonly string[]): Words {
  const encoded = words.map((word) => new TextEncoder().encode(word))
  const most = encoded.reduce((sum, { length }) => sum + length, 2)
  const next = new Int32Array(most * 256).fill(NOWHERE)
  const ends = new Int32Array(most).fill(NO_WORD)
  let states = 2
  for (const [index, bytes] of encoded.entries()) {
    let state = 0
    for (const byte of bytes) {
      const place = state * 256 + byte
      if (next[place] === NOWHERE) next[place] = states++
      state = next[place] ?? NOWHERE
    }
    ends[state] = index
  }
  return { next, words: ends }
}
