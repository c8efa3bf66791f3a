import type { Answer } from './answer.ts'
import { exit, type Call } from './command.ts'
import type { Line } from './split-lines.ts'

// Results are written in pieces, since a system call for each would cost more than settling it, and whenever the
// input has nothing more to read, so that whoever feeds it slowly sees them at once.
const PIECE = 64 * 1024
const FIRST_PROGRESS_MS = 2000
const PROGRESS_MS = 500

/** Answers one case after the other, in order. Gives the exit status. */
export async function runMany(
  lines: AsyncIterable<Line>,
  answer: (line: Line) => Answer,
  { words, terminal }: Call,
): Promise<number> {
  const count = { fine: 0, wrong: 0 }
  let piece = ''
  let next = Date.now() + FIRST_PROGRESS_MS
  const write = async () => {
    const text = piece
    piece = ''
    await terminal.out(text)
  }
  for await (const line of lines) {
    if (piece === '') setImmediate(() => void write())
    const { isFine, json } = answer(line)
    count[isFine ? 'fine' : 'wrong'] += 1
    piece += `${JSON.stringify(await json())}\n`
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
