import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import type { PartialMessage } from 'esbuild'
import type { Language } from '../../../grammar/tree.ts'
import { byDecision, type Editions } from '../../typescript/decision.ts'
import { emitDecision, emitDeclaration, emitTypeScript } from '../../typescript/emit.ts'
import { Refusal, UsageError } from '../command.ts'
import { compileGroup } from '../compile-group.ts'
import { loadGroups, type Group } from '../load.ts'
import { wordsIn } from '../words.ts'
import { esbuildMessage } from './esbuild-message.ts'
import { textsOf } from '../../files/texts.ts'

/** What an import of a policy file gives. */
export interface PolicyModule {
  /** TypeScript; it imports the editions by `./<file>?edition=<index>`. */
  readonly code: string
  /** By index. */
  readonly editions: readonly string[]
  readonly declaration: string
}

/** The module, or what is wrong with the policy; and the files that it was made from. */
export interface LoadedPolicy {
  readonly module: PolicyModule | null
  readonly errors: readonly PartialMessage[]
  readonly warnings: readonly PartialMessage[]
  readonly files: readonly string[]
}

/** Compiles the decision of a policy file: all editions that the files beside it say something of. */
export async function loadPolicy(path: string, language: Language): Promise<LoadedPolicy> {
  try {
    const group = loadGroups([path], dirname(path)).flat()
    const { programs, problems } = compileGroup(group)
    const messages = (severity: 'error' | 'warning'): readonly PartialMessage[] =>
      problems.filter((each) => each.severity === severity).map((each) => esbuildMessage(each, group, language))
    const shared = { warnings: messages('warning'), files: group.map((file) => resolve(file.path)) }
    const errors = messages('error')
    if (errors.length > 0) return { ...shared, errors, module: null }
    const [editions] = byDecision(programs).values()
    if (editions) return { ...shared, errors, module: await writeModule(path, editions, group) }
    return { ...shared, module: null, errors: [{ text: noDecision[language] }] }
  } catch (problem) {
    if (!(problem instanceof Refusal || problem instanceof UsageError)) throw problem
    return { module: null, errors: [{ text: problem.says(wordsIn(language)) }], warnings: [], files: [path] }
  }
}

/** Where the declaration of a policy stands, so that editors and tsc find it: ningbo.policy, ningbo.d.policy.ts. */
export function writeDeclaration(path: string, declaration: string): void {
  const file = join(dirname(path), `${basename(path, '.policy')}.d.policy.ts`)
  // A file that is written again wakes whoever watches it.
  if (!existsSync(file) || readFileSync(file, 'utf8') !== declaration) writeFileSync(file, declaration)
}

async function writeModule(path: string, editions: Editions, group: Group): Promise<PolicyModule> {
  const sources = textsOf(group)
  const pathOf = (file: string): string => relative(dirname(path), resolve(file)).split(sep).join('/')
  const modules = editions.map((program) => emitTypeScript(program, sources, pathOf))
  return {
    code: await emitDecision(editions, (program) => `./${basename(path)}?edition=${editions.indexOf(program)}`),
    editions: (await Promise.all(modules)).map(({ code }) => code),
    declaration: await emitDeclaration(editions, 'outside'),
  }
}

const noDecision = { zh: '这个文件里没有事项可以结算。', en: 'No decision is stated in this file.' }
