import { readdirSync, readFileSync } from 'node:fs'

/** Every policy file of the repository. */
export const policies: readonly { readonly name: string; readonly text: string }[] = readdirSync('policies', {
  recursive: true,
  encoding: 'utf8',
})
  .filter((name) => name.endsWith('.policy'))
  .toSorted()
  .map((name) => ({ name, text: readFileSync(`policies/${name}`, 'utf8') }))
