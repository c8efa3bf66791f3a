import { createHash } from 'node:crypto'
import { closeSync, fstatSync, openSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Language } from '../../../../grammar/tree.ts'
import type { RejectedRow } from '../../../batch/settle-records.ts'
import { Refusal } from '../../command.ts'
import { Appended, readBlocks } from '../append.ts'
import { rejectedLine } from '../rejected.ts'
import type { Run } from '../run.ts'
import type { Paths } from '../work-folder.ts'
import type { Counts } from './count-lines.ts'

/** The folders in which Spark has written what was settled, and all other lines. */
export interface Folders {
  readonly settled: string
  readonly other: string
}

type Gathered = Pick<Run, 'file' | 'size' | 'input' | 'output' | 'rejected' | 'reached'>

/**
 * Puts together what Spark has written, into the output and the file of rejected rows of a run on one machine. Throws a
 * Refusal where less is there than was counted.
 */
export function gather(
  file: number,
  { settled, other }: Folders,
  paths: Paths,
  counts: Counts,
  header: string,
  language: Language,
): Gathered {
  const [output, rejected] = [new Appended(paths.output), new Appended(paths.rejected)]
  output.append(Buffer.from(header))
  readParts(settled, (block) => output.append(block))
  const others = appendRejected(rejected, other, counts, language)
  const isAll = BigInt(output.extent.size) === counts.bytes + BigInt(Buffer.byteLength(header))
  if (!isAll || counts.settled + others.rejected + others.blank !== counts.lines)
    throw new Refusal(({ spark }) => spark.lost(counts.lines, counts.settled + others.rejected + others.blank))
  const input = createHash('sha256')
  const { size } = fstatSync(file)
  readBlocks(file, 0, size, (block) => input.update(block))
  const reached = {
    pieces: 1,
    rows: counts.settled + others.rejected,
    lines: counts.lines,
    settled: counts.settled,
    sums: counts.sums.map(String),
    input: { size, sha256: input.copy().digest('hex') },
    output: output.extent,
    rejected: rejected.extent,
  }
  return { file, size, input, output, rejected, reached: [reached] }
}

/** Each is a place, a tab, a kind, a tab, and what came of it. */
function appendRejected(
  to: Appended,
  folder: string,
  counts: Counts,
  language: Language,
): { readonly rejected: number; readonly blank: number } {
  let [rejected, blank] = [0, 0]
  const take = (line: string): void => {
    const [place = '', kind, came = ''] = line.split('\t')
    if (kind === 'blank') {
      blank += 1
      return
    }
    const lines = counts.before(BigInt(place))
    const row = JSON.parse(came) as RejectedRow
    to.append(Buffer.from(rejectedLine(row, { rows: lines - blank, lines }, language)))
    rejected += 1
  }
  let rest: readonly Uint8Array[] = []
  readParts(folder, (block) => {
    let start = 0
    for (let end = block.indexOf(NEWLINE); end >= 0; end = block.indexOf(NEWLINE, start)) {
      take(Buffer.concat([...rest, block.subarray(start, end)]).toString())
      rest = []
      start = end + 1
    }
    rest = [...rest, block.slice(start)]
  })
  return { rejected, blank }
}

const NEWLINE = 0x0a

/** Reads the files of a folder in their order, which is that of their names. */
function readParts(folder: string, take: (block: Uint8Array) => void): void {
  const names = readdirSync(folder).filter((name) => name.startsWith('part-'))
  for (const name of names.toSorted()) {
    const file = openSync(join(folder, name), 'r')
    readBlocks(file, 0, fstatSync(file).size, take)
    closeSync(file)
  }
}
