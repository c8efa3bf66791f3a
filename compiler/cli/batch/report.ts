import { visible } from '../../problem/visible.ts'
import type { Call } from '../command.ts'
import { yuan, type Manifest } from './manifest.ts'

/** What came of a run: for people how many rows, and the sums; for programs the manifest. */
export async function report(manifest: Manifest, { values, terminal, words }: Call): Promise<void> {
  if (values.get('format') === 'json') {
    await terminal.out(`${JSON.stringify(manifest)}\n`)
    return
  }
  const { rows, sums, output, rejected, carried, editions, secondOpinion } = manifest
  const amounts = Object.entries(sums).map(([path, fen]) => [path, yuan(fen)] as const)
  const [names, figures] = [0, 1].map((at) => Math.max(0, ...amounts.map((each) => each[at]?.length ?? 0)))
  const lines = [
    words.batch.done(rows.in, rows.settled, output.file),
    ...(rejected ? [words.batch.someRejected(rows.rejected, rejected.file)] : []),
    ...amounts.map(([path, amount]) => `  ${path.padEnd(names ?? 0)}  ${amount.padStart(figures ?? 0)}`),
    words.batch.secondOpinion(secondOpinion),
    ...(carried ? [words.batch.carried(carried.person, carried.figures)] : []),
    ...editions.flatMap(({ edition, unconfirmed = [] }) =>
      unconfirmed.map(({ grade, title }) => words.batch.leans(edition, grade, visible(title))),
    ),
  ]
  await terminal.out(`${lines.join('\n')}\n`)
}
