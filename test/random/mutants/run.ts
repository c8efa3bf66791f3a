/** Every mutant of the Ningbo settlement: `npm run test:mutants`. */
import { fateOf, ningboMutants, type Fate } from './ningbo.ts'

const fates: Fate[] = []
for (const mutant of ningboMutants) fates.push(await fateOf(mutant))

const kinds = [...new Set(ningboMutants.map(({ kind }) => kind))]
const count = (of: readonly Fate[], fate: Fate['fate']): number => of.filter((each) => each.fate === fate).length
const say = (name: string, of: readonly Fate[]): void => {
  const [refused, killed, idle, survived] = (['refused', 'killed', 'idle', 'survived'] as const).map((fate) =>
    count(of, fate),
  )
  console.log(
    `${name}: ${of.length} mutants, ${refused} refused, ${killed} killed, ${idle} change nothing, ${survived} survive`,
  )
}
for (const kind of kinds)
  say(
    kind,
    fates.filter(({ mutant }) => mutant.kind === kind),
  )
say('all', fates)
for (const { mutant, fate, by } of fates) {
  if (fate === 'idle') console.log(`changes nothing: ${mutant.kind}, ${mutant.what}; ${by}`)
  if (fate === 'survived') console.log(`survives: ${mutant.kind}, ${mutant.what}; ${by}`)
}
process.exitCode = count(fates, 'survived') === 0 ? 0 : 1
