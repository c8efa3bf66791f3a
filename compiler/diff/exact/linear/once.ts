/** What is known under a key; found, and known from then on, where nothing is. */
export function once<Key, Answer>(known: Map<Key, Answer>, key: Key, find: () => Answer): Answer {
  const found = known.get(key)
  if (found !== undefined) return found
  const answer = find()
  known.set(key, answer)
  return answer
}
