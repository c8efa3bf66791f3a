/** Values that several parts of the page look at. */
export interface Store<State extends object> {
  readonly get: <Key extends keyof State>(key: Key) => State[Key]
  /** All values, as they are now. */
  readonly all: () => State
  /** Sets some values and tells those who subscribed to one that is now another, each once. */
  readonly set: (change: Partial<State>) => void
  /** Calls the listener after each change of one of the keys; gives what ends that. */
  readonly subscribe: (keys: readonly (keyof State)[], listener: () => void) => () => void
}

export function newStore<State extends object>(start: State): Store<State> {
  let state = start
  const listeners = new Set<{ readonly keys: readonly (keyof State)[]; readonly listener: () => void }>()
  return {
    get: (key) => state[key],
    all: () => state,
    set(change) {
      const before = state
      state = { ...state, ...change }
      for (const { keys, listener } of listeners)
        if (keys.some((key) => key in change && state[key] !== before[key])) listener()
    },
    subscribe(keys, listener) {
      const entry = { keys, listener }
      listeners.add(entry)
      return () => void listeners.delete(entry)
    },
  }
}
