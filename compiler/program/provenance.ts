import type { Provenance } from '../../runtime/receipt.ts'
import { sha256 } from '../../runtime/sha256.ts'
import { version } from '../version.ts'
import { otherReadings } from './other-readings.ts'
import type { Program } from './program.ts'
import { decisionName } from './decision-name.ts'

/**
 * What settles the cases of a program. `texts` are the files by name, as they were compiled; where one is missing, the
 * hash of the policy is null.
 */
export function provenanceOf(program: Program, texts: ReadonlyMap<string, string>): Provenance {
  const { edition, files } = program
  const found = files.flatMap((name) => texts.get(name) ?? [])
  return {
    decision: decisionName(program),
    edition: edition.name,
    policy: found.length === files.length ? policyHash(found) : null,
    readings: Object.fromEntries(otherReadings(program).map(({ name, alternative }) => [name, alternative])),
    compiler: `daiyu ${version}`,
  }
}

/**
 * The hash of files: what `sha256sum FILES | cut -c1-64 | sort | sha256sum` says of files that are as `normalised`
 * leaves them. Neither their names nor their order count.
 */
function policyHash(texts: readonly string[]): string {
  const hashes = texts.map((text) => sha256(normalised(text))).toSorted()
  return `sha256:${sha256(hashes.map((hash) => `${hash}\n`).join(''))}`
}

/** Without a byte order mark and blanks at line ends, lines ended by line feeds, one at the end, in NFC. */
function normalised(text: string): string {
  return `${text
    .replace(/^\uFEFF/, '')
    .replaceAll(/[\t ]*\r?\n/g, '\n')
    .trimEnd()}\n`.normalize('NFC')
}
