/** The name of a policy file without its folders and its ending: what `uses` calls it. */
export function stemOf(path: string): string {
  return path.replace(/^.*[/\\]/su, '').replace(/\.policy$/u, '')
}

/** What a file means by a path, counted from the folder it stands in; with forward slashes. */
export function pathFrom(from: string, target: string): string {
  const folders = from
    .split('/')
    .slice(0, -1)
    .filter((step) => step !== '.')
  for (const step of target.split('/'))
    if (step === '..' && folders.length > 0 && folders.at(-1) !== '..') folders.pop()
    else if (step !== '.') folders.push(step)
  return folders.join('/')
}

/** The folders that a file is in, the nearest first; each ends with its slash, and may be empty. */
export function foldersAround(path: string): readonly string[] {
  const folders = [...path.matchAll(/[/\\]/gu)].map(({ index }) => path.slice(0, index + 1)).toReversed()
  const isAbsolute = /^(?:[/\\]|[A-Za-z]:)/u.test(path)
  return isAbsolute ? folders : [...folders, '']
}
