import { chmodSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'

/** Writes the file anew, whole or not at all: whoever reads it meanwhile finds the old text or the new one. */
export function replaceFile(path: string, text: string): void {
  const target = realpathSync(path)
  const fresh = `${target}.${process.pid}.new`
  try {
    writeFileSync(fresh, text, { flag: 'wx' })
    chmodSync(fresh, statSync(target).mode)
    renameSync(fresh, target)
  } catch (problem) {
    rmSync(fresh, { force: true })
    throw problem
  }
}
