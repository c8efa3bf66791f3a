import { readdirSync, readFileSync } from 'node:fs'

interface TextFile {
  readonly name: string
  readonly text: string
}

const filesEndingIn = (ending: string): readonly TextFile[] =>
  readdirSync('policies', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .toSorted()
    .map((name) => ({ name, text: readFileSync(`policies/${name}`, 'utf8') }))

/** Every policy file of the repository. */
export const policies = filesEndingIn('.policy')

/** Every data file that they name. */
export const data = filesEndingIn('.csv')
