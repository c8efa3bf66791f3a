import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { newFolder } from './daiyu.ts'
import { smallPolicy, smallVocabulary } from './small-policy.ts'

/** A folder with these files, and the small policy beside them unless they replace it. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = newFolder()
  const all = { 'policies/words.policy': smallVocabulary, 'policies/small.policy': smallPolicy, ...files }
  for (const [name, content] of Object.entries(all)) {
    const path = join(folder, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, content)
  }
  return folder
}
