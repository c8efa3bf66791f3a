/** Sentences of several names, those that say the same of each in one. */
export function grouped(
  sentences: readonly (readonly [name: string, of: (names: string) => string])[],
  comma: string,
): readonly string[] {
  const groups = new Map<string, { readonly names: string[]; readonly of: (names: string) => string }>()
  for (const [name, of] of sentences) {
    const key = of('')
    const known = groups.get(key) ?? { names: [], of }
    known.names.push(name)
    groups.set(key, known)
  }
  return [...groups.values()].map(({ names, of }) => of(names.join(comma)))
}
