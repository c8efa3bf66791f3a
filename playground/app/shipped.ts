let files: Promise<Readonly<Record<string, string>>> | null = null

/** The texts of all files as they are shipped, by name. */
export function shippedFiles(): Promise<Readonly<Record<string, string>>> {
  files ??= fetch('./policies.json').then((answer) => answer.json() as Promise<Readonly<Record<string, string>>>)
  return files
}
