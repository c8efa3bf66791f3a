import { writeFileSync } from 'node:fs'
import { ningbo } from './test/interpret/ningbo.ts'
import { emitTypeScript } from './compiler/typescript/emit.ts'
import { randomBill, seededRandom } from './test/ningbo/bills.ts'
const { code } = await emitTypeScript(ningbo(), new Map())
writeFileSync('/tmp/h2w/n.ts', code)
const random = seededRandom(20230101)
writeFileSync('/tmp/h2w/bills.json', JSON.stringify(Array.from({length:20000},()=>randomBill(random))))
