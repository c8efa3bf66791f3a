import { gzipSync } from 'node:zlib'
import { transform } from 'esbuild'
import { javaScriptFiles } from '../../compiler/cli/build/javascript-files.ts'
import { compile } from '../../compiler/compile.ts'
import { ningboTexts } from '../interpret/ningbo.ts'
import type { Figure } from './figure.ts'

/** What a page has to load to settle Ningbo's bills under every edition: `build --target js`, minified, gzip -9. */
export async function measureSize(): Promise<readonly Figure[]> {
  const files = [...ningboTexts].map(([name, text]) => ({ name, text }))
  const { programs } = compile(files)
  const built = await javaScriptFiles(programs, files, '.')
  const module = built.find(({ name }) => name === 'ningbo.employee.settle.js')
  if (!module) throw new Error('nothing was built')
  const { code } = await transform(module.text, { minify: true, format: 'esm', charset: 'utf8', target: 'es2022' })
  const bytes = gzipSync(code, { level: 9 }).length
  const editions = programs.map(({ edition }) => edition.name).join(' and ')
  return [
    {
      name: 'evaluator bundle for Ningbo, gzip, in kB',
      ratio: bytes / 1000,
      floor: 10,
      aim: 6,
      better: 'less',
      measured: `editions ${editions}, over texts and over counts, errors in both languages; ${code.length} characters minified`,
    },
  ]
}
