import { compileSound } from './compile-group.ts'
import { exit, policiesOption, Refusal, UsageError, type Call, type Command } from './command.ts'
import { loadDecision, policiesFolder } from './load.ts'
import { generated, numberOf, weightsOption } from './population/over.ts'
import { generatedLines } from './population/generated-lines.ts'
import { populationNotes } from './population/notes.ts'

export const command: Command = {
  operands: '<policy>.<decision>',
  least: 1,
  most: 1,
  options: [
    {
      name: 'seed',
      value: 'N',
      says: {
        zh: '种子；同样的种子和权重总是生成同样的案例',
        en: 'the seed; the same one and the same weights give the same cases',
      },
    },
    { name: 'count', value: 'N', says: { zh: '生成多少件', en: 'how many' } },
    weightsOption,
    policiesOption,
  ],
  notes: populationNotes,
  examples: [
    'daiyu population ningbo.employee.settle --seed 1 --count 1000 > bills.ndjson',
    'daiyu run ningbo.employee.settle --input bills.ndjson > results.ndjson',
  ],
  run,
}

/** The cases on standard output; what they assume on standard error. */
async function run(call: Call): Promise<number> {
  const [seed, count] = ['seed', 'count'].map((name) => {
    const written = call.values.get(name)
    if (written === undefined) throw new UsageError((say) => say.optionMissing(`--${name} N`))
    return numberOf(`--${name}`, written)
  })
  const [decision = ''] = call.operands
  const group = loadDecision(policiesFolder(call.values.get('policies')), decision)
  const compilation = await compileSound(group, call)
  if (typeof compilation === 'number') return compilation
  const [program] = compilation.programs
  if (!program) throw new Refusal((say) => say.unknownDecision(decision))
  const over = generated(seed ?? 0, count ?? 0, program, group, call)
  if (over.generated) call.terminal.error(`${generatedLines(over.generated, call).join('\n')}\n`)
  let piece = ''
  for await (const each of over.cases) {
    if (each.ok) piece += `${JSON.stringify(each.input)}\n`
    if (piece.length < PIECE) continue
    await call.terminal.out(piece)
    piece = ''
  }
  await call.terminal.out(piece)
  return exit.fine
}

const PIECE = 64 * 1024
