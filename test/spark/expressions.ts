import assert from 'node:assert/strict'
import { join } from 'node:path'
import { Session } from '../../compiler/cli/batch/spark/session.ts'
import { decisionName } from '../../compiler/program/decision-name.ts'
import type { Program } from '../../compiler/program/program.ts'
import { admit } from '../../compiler/sql/admit.ts'
import { billsTable } from '../../compiler/sql/bills.ts'
import { spark as dialect } from '../../compiler/sql/spark.ts'
import { billColumns, ROW } from '../../compiler/sql/tables.ts'
import { toSql } from '../../compiler/sql/to-sql.ts'
import { landmarksOf, randomInput } from '../random/bill.ts'
import { recordSeed } from '../random/draw.ts'
import { differences, type Engine, type EngineRow } from '../sql/compare.ts'
import { shippedPrograms } from '../targets/cases.ts'
import { killDuring } from './kill.ts'
import type { Place, Test } from './run.ts'

const decisions = ['ningbo.employee.settle', 'ningbo.employee.contribution']
const ROWS = 300

/** The generated SQL as expressions of Spark, held against the interpreter row by row. */
export function expressionTests(place: Place): readonly Test[] {
  const programs = shippedPrograms().filter((program) => decisions.includes(decisionName(program)))
  return [
    {
      name: 'SQL: Spark answers the conformance file, and is admitted',
      run: () =>
        withEngine(place, async (engine) => {
          const failed = await admit(dialect, (statement) => engine.run(statement))
          assert.deepEqual(failed, [])
        }),
    },
    {
      name: `SQL: ${programs.map(editionName).join(', ')}`,
      run: () =>
        withEngine(place, async (engine) => {
          for (const program of programs) {
            const { draw } = recordSeed(Number(process.env['FC_SEED'] ?? 6))
            const landmarks = landmarksOf(program)
            const inputs = Array.from({ length: ROWS }, () => randomInput(draw, program, landmarks))
            assert.deepEqual(await differences(program, inputs, engine), [], editionName(program))
          }
        }),
    },
    {
      name: 'SQL: an executor is killed in the middle',
      run: () => withEngine(place, (engine) => killed(place, engine)),
    },
  ]
}

async function withEngine(place: Place, task: (engine: Engine) => Promise<void>): Promise<void> {
  const session = await Session.open(place.spark, { 'spark.master': place.cluster.master })
  const engine: Engine = { dialect, run: (statement) => session.query(statement) }
  await task(engine).finally(() => session.close())
}

/** ningbo.employee.settle@2023 */
function editionName(program: Program): string {
  return `${decisionName(program)}@${program.edition.name}`
}

const COPIES = 80

/** Settles every bill so many times; then each has to be there so many times, and as it is without a loss. */
async function killed({ cluster, folder }: Place, engine: Engine): Promise<void> {
  const run = (statement: string): Promise<readonly EngineRow[]> => engine.run(statement)
  const program = shippedPrograms().find((each) => editionName(each) === 'ningbo.employee.settle@2023')
  assert.ok(program)
  const { draw } = recordSeed(7)
  const landmarks = landmarksOf(program)
  const inputs = Array.from({ length: ROWS }, () => randomInput(draw, program, landmarks))
  for (const statement of [...dialect.session, ...billsTable(program, dialect, inputs)]) await run(statement)
  const expected = await run(toSql(program, dialect).text)
  const [many, settled] = ['many', 'settled'].map((name) => join(folder, 'sql', name)) as [string, string]
  const others = billColumns(program, dialect).flatMap(({ name }) => (name === ROW ? [] : [dialect.identifier(name)]))
  await run(`INSERT OVERWRITE DIRECTORY '${many}' USING parquet
SELECT /*+ REPARTITION(24) */ copy * ${ROWS} + row AS row, ${others.join(', ')} FROM bills CROSS JOIN range(${COPIES}) AS copies(copy)`)
  await run(`CREATE OR REPLACE TEMPORARY VIEW many USING parquet OPTIONS (path '${many}')`)
  const all = `INSERT OVERWRITE DIRECTORY '${settled}' USING parquet\n${toSql(program, dialect, { table: 'many' }).text}`
  await killDuring(run(all), cluster, settled)
  await run(`CREATE OR REPLACE TEMPORARY VIEW settled USING parquet OPTIONS (path '${settled}')`)
  const count = ROWS * COPIES
  assert.deepEqual(await run('SELECT count(*) AS rows, count(DISTINCT row) AS kinds FROM settled'), [
    { rows: count, kinds: count },
  ])
  const columns = Object.keys(expected[0] ?? {}).filter((name) => name !== ROW)
  const names = columns.map((name) => dialect.identifier(name)).join(', ')
  const actual = await run(`SELECT DISTINCT row % ${ROWS} AS row, ${names} FROM settled`)
  const sorted = (rows: readonly EngineRow[]): readonly EngineRow[] =>
    rows.toSorted((a, b) => Number(a[ROW]) - Number(b[ROW]))
  assert.deepEqual(sorted(actual), sorted(expected))
}
