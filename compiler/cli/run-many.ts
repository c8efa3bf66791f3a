import { exit, type Call } from './command.ts'
import { explainCase } from './explain-case.ts'
import type { Group } from './load.ts'
import { errorLine, settleText, type Settled, type Settling } from './settle.ts'
import type { Line } from './split-lines.ts'

// Results are written in pieces, since a system call for each would cost more than settling it, and whenever the
// input has nothing more to read, so that whoever feeds it slowly sees them at once.
const PIECE = 64 * 1024
const FIRST_PROGRESS_MS = 2000
const PROGRESS_MS = 500

/** Settles one case after the other: a result or an error for each, in order. Gives the exit status. */
export async function runMany(
  lines: AsyncIterable<Line>,
  settling: Settling,
  group: Group,
  { language, words, terminal, switches }: Call,
): Promise<number> {
  const count = { fine: 0, wrong: 0 }
  const isExplained = switches.has('explain')
  let piece = ''
  let next = Date.now() + FIRST_PROGRESS_MS
  const write = async () => {
    const text = piece
    piece = ''
    await terminal.out(text)
  }
  for await (const line of lines) {
    if (piece === '') setImmediate(() => void write())
    const settled = settleText(line, settling, language, words)
    count[settled.ok ? 'fine' : 'wrong'] += 1
    const result = await resultLine(settled, group, isExplained)
    piece += `${result}\n`
    if (piece.length >= PIECE) {
      await write()
      if (Date.now() >= next) {
        terminal.progress(words.progress(count.fine + count.wrong))
        next = Date.now() + PROGRESS_MS
      }
    }
  }
  await write()
  terminal.progress('')
  if (count.wrong > 0) terminal.error(`${words.settled(count.fine, count.wrong)}\n`)
  return count.wrong > 0 ? exit.wrong : exit.fine
}

async function resultLine(settled: Settled, group: Group, isExplained: boolean): Promise<string> {
  if (!settled.ok) return errorLine(settled.faults)
  const { output } = settled.evaluation
  if (!isExplained) return JSON.stringify(output)
  return JSON.stringify({ ...output, explanation: (await explainCase(settled, group)).data })
}
