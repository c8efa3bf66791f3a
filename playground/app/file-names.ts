/** The last part of a file's name, without the ending of policies. */
export function baseName(file: string): string {
  return file.replace(/^.*\//u, '').replace(/\.policy$/u, '')
}

/** Names for files beside each other: what the shortest is called is left out of those that begin with it. */
export function shortNames(files: readonly string[]): ReadonlyMap<string, string> {
  const [shortest = ''] = files.map(baseName).toSorted((a, b) => a.length - b.length)
  return new Map(
    files.map((file) => {
      const name = baseName(file)
      return [file, name !== shortest && name.startsWith(`${shortest}.`) ? name.slice(shortest.length) : name]
    }),
  )
}
