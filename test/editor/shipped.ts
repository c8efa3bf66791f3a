import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { newWorkspace, type Workspace } from '../../compiler/editor/workspace.ts'

const folder = join(import.meta.dirname, '../../policies')

/** All files of policies/, by their names below it. */
export const shipped: readonly { readonly name: string; readonly text: string }[] = readdirSync(folder, {
  recursive: true,
  encoding: 'utf8',
})
  .filter((name) => /\.(?:policy|csv)$/u.test(name) && statSync(join(folder, name)).isFile())
  .toSorted()
  .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))

/** A workspace with all of them. */
export function shippedWorkspace(): Workspace {
  const workspace = newWorkspace()
  for (const { name, text } of shipped) workspace.set(name, text)
  return workspace
}
