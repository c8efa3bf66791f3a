// node build.mjs && node --enable-source-maps dist/main.js
import { build } from 'esbuild'
import { daiyu } from 'daiyu/esbuild'

await build({
  absWorkingDir: import.meta.dirname,
  entryPoints: ['main.ts'],
  outdir: 'dist',
  bundle: true,
  format: 'esm',
  platform: 'node',
  charset: 'utf8',
  sourcemap: true,
  // Writes policy/clinic.d.policy.ts, by which editors and tsc know the types.
  plugins: [daiyu({ declarations: true })],
})
