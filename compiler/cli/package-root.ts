import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The folder of this package, wherever it is installed and whether or not it is bundled. */
export function packageRoot(): string {
  let folder = import.meta.dirname
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder)
  return folder
}
