import { dirname } from 'node:path'
import type { Plugin } from 'esbuild'
import { loadPolicy, writeDeclaration, type PolicyModule } from './cli/build/policy-module.ts'

export interface DaiyuOptions {
  /** The language in which is said what is wrong with a policy. */
  readonly language?: 'zh' | 'en'
  /** Writes the types of each policy beside it (ningbo.d.policy.ts), where editors and tsc look for them. */
  readonly declarations?: boolean
}

/**
 * Compiles the policies that an application imports: `import { settle } from './ningbo.policy'` settles a case under
 * the edition in force on its date. All files that speak of the same decision beside that one belong to it, and so do
 * the vocabularies they use. What is wrong with a policy is an error of the build.
 */
export function daiyu({ language = 'zh', declarations = false }: DaiyuOptions = {}): Plugin {
  return {
    name: 'daiyu',
    setup(builder) {
      // The module of an edition has the path of the policy, so that its source map leads there.
      builder.onResolve({ filter: /\.policy\?edition=\d+$/ }, ({ path, importer, pluginData }) => ({
        path: importer,
        suffix: path.slice(path.lastIndexOf('?')),
        pluginData: pluginData as unknown,
      }))
      builder.onLoad({ filter: /\.policy$/ }, async ({ path, suffix, pluginData }) => {
        const resolveDir = dirname(path)
        if (suffix !== '') {
          const { editions } = pluginData as PolicyModule
          return { contents: editions[Number(suffix.replace('?edition=', ''))] ?? '', loader: 'ts', resolveDir }
        }
        const { module, errors, warnings, files } = await loadPolicy(path, language)
        const watched = { watchFiles: [...files], watchDirs: [resolveDir], warnings: [...warnings] }
        if (!module) return { ...watched, errors: [...errors] }
        if (declarations) writeDeclaration(path, module.declaration)
        return { ...watched, contents: module.code, loader: 'ts', resolveDir, pluginData: module }
      })
    },
  }
}
