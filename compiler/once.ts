/** A `Map`, or a `WeakMap` by what has to be known only as long as it is there itself. */
interface Known<Key, Answer> {
  get(key: Key): Answer | undefined
  set(key: Key, answer: Answer): unknown
}

/** What is known under a key; found, and known from then on, where nothing is. */
export function once<Key, Answer>(known: Known<Key, Answer>, key: Key, find: () => Answer): Answer {
  const found = known.get(key)
  if (found !== undefined) return found
  const answer = find()
  known.set(key, answer)
  return answer
}
