import { compile } from './compiler/compile.ts'
import { loadDecision } from './compiler/cli/load.ts'
import { proveProgram } from './compiler/prove/prove.ts'
const [dec, ed] = process.argv[2]!.split('@')
const group = loadDecision('policies', dec!)
const { programs } = compile(group)
const program = programs.find(p => p.edition.name === ed)!
for (const round of [1,2]) {
const t0 = performance.now()
const proof = proveProgram(program)
console.log(Math.round(performance.now() - t0))
if (round === 1) for (const p of proof.properties) { console.log(p.kind, p.name, p.status); if (p.witness) console.log(JSON.stringify(p.witness)); if (p.outside) console.log('outside', JSON.stringify(p.outside)); if (p.limits.length) console.log(JSON.stringify(p.limits)) }
}
