/** The figures that matter, each side by side with what it is measured against. `npm run bench -- --json` for programs. */
import { isReached, type Figure } from './figure.ts'
import { measureComparing } from './comparing.ts'
import { measureSettling } from './settling.ts'
import { measureStarting } from './starting.ts'
import { measureTyping } from './typing.ts'

const figures: readonly Figure[] = [
  ...(await measureSettling()),
  await measureTyping(),
  await measureStarting(),
  ...(await measureComparing()),
]

if (process.argv.includes('--json')) {
  const plain = figures.map(({ name, ratio, floor, aim, better }) => ({
    name,
    ratio: rounded(ratio),
    floor,
    aim,
    better,
  }))
  console.log(JSON.stringify({ figures: plain }))
} else {
  for (const figure of figures) {
    const { name, ratio, floor, aim, better, measured } = figure
    const verdict = isReached(figure, 'aim') ? '✓' : isReached(figure, 'floor') ? '·' : '✗'
    console.log(
      `${verdict} ${name}\n    ${rounded(ratio)} (${better} is better: floor ${floor}, aim ${aim}): ${measured}`,
    )
  }
}

function rounded(ratio: number): number {
  return Number(ratio.toPrecision(3))
}
