import { format, type FormatOptions } from '../../grammar/format.ts'
import type { Problem } from '../../grammar/problem.ts'
import type { Language } from '../../grammar/tree.ts'
import { namesFor, type Names } from '../bind/names-for.ts'
import type { SourceFile } from '../compile.ts'
import type { ProblemCode } from '../problem/code.ts'
import { compileGroup } from './compile-group.ts'
import { exit, policiesOption, UsageError, type Call, type Command } from './command.ts'
import { loadGroups, ownFolder, withItsUses, type Group } from './load.ts'
import { decodePolicy, policyPathsAt, readPolicyFile, type PolicyFile } from './policy-files.ts'
import { readAll } from './read-all.ts'
import { replaceFile } from './replace-file.ts'

export const command: Command = {
  operands: '[FILE | DIR | - …]',
  least: 0,
  most: Infinity,
  options: [
    {
      name: 'check',
      says: { zh: '只列出格式不对的文件，不改', en: 'only list the files that differ; change nothing' },
    },
    {
      name: 'keywords',
      value: 'zh|en',
      oneOf: ['zh', 'en'],
      says: {
        zh: '改用这种语言的关键词，名称按名称对照和词汇换',
        en: 'rewrite in the keywords of this language, and in the names that the policy and its vocabulary give',
      },
    },
    policiesOption,
  ],
  examples: ['daiyu fmt', 'daiyu fmt --check policies', 'daiyu fmt --keywords en - < settle.policy'],
  run,
}

async function run(call: Call): Promise<number> {
  const { operands, words, terminal } = call
  if (operands.includes('-')) return formatInput(call)
  const isCheck = call.switches.has('check')
  const count = { files: 0, changed: 0, wrong: 0 }
  for (const { file, names } of filesToFormat(call)) {
    count.files += 1
    const text = await formatted(file, names, call)
    if (text === null) count.wrong += 1
    else if (text !== file.text) {
      count.changed += 1
      if (!isCheck) replaceFile(file.path, text)
      await terminal.out(`${isCheck ? file.name : words.formatted(file.name)}\n`)
    }
  }
  if (isCheck)
    terminal.error(`${count.changed > 0 ? words.wouldChange(count.changed) : words.allFormatted(count.files)}\n`)
  else await terminal.out(`${words.changedFiles(count.changed, count.files)}\n`)
  return count.wrong > 0 || (isCheck && count.changed > 0) ? exit.wrong : exit.fine
}

async function formatInput(call: Call): Promise<number> {
  if (call.operands.length > 1) throw new UsageError((say) => say.onlyStandardInput)
  const name = call.words.standardInput
  const text = decodePolicy(await readAll(process.stdin), name)
  const file: PolicyFile = { path: name, name, text, problem: null }
  const folder = ownFolder(call.values.get('policies'), call.operands)
  const result = await formatted(file, namesIn(withItsUses(file, folder), languageAsked(call)), call)
  if (result === null) return exit.wrong
  if (!call.switches.has('check')) await call.terminal.out(result)
  return call.switches.has('check') && result !== text ? exit.wrong : exit.fine
}

interface ToFormat {
  readonly file: PolicyFile
  readonly names: Names
}

/** With the names that are to be exchanged; they are looked for only if they are needed. */
function filesToFormat(call: Call): readonly ToFormat[] {
  const folder = ownFolder(call.values.get('policies'), call.operands)
  const paths = call.operands.length > 0 ? call.operands : [folder]
  const files = paths.flatMap(policyPathsAt).map(readPolicyFile)
  const language = languageAsked(call)
  if (language === undefined) return files.map((file) => ({ file, names: new Map() }))
  const groups = loadGroups(call.operands, folder)
  return files.map((file) => {
    const group = groups.find((each) => each.some(({ name }) => name === file.name)) ?? [file]
    return { file, names: namesIn(group, language) }
  })
}

function namesIn(group: Group, language: Language | undefined): Names {
  const [policy] = compileGroup(group).policies
  return policy === undefined || language === undefined ? new Map() : namesFor(policy, language)
}

function languageAsked({ values }: Call): Language | undefined {
  const asked = values.get('keywords')
  return asked === 'zh' || asked === 'en' ? asked : undefined
}

async function formatted(file: PolicyFile, names: Names, call: Call): Promise<string | null> {
  const language = languageAsked(call)
  const options: FormatOptions = { names, ...(language && { language }) }
  const { text, problems } = file.problem
    ? { text: null, problems: [file.problem] }
    : format(file.text, file.name, options)
  if (text === null) await show(problems, file, call)
  return text
}

async function show(problems: readonly Problem<ProblemCode>[], file: SourceFile, call: Call): Promise<void> {
  const { showProblems } = await import('./diagnostics.ts')
  showProblems(problems, [file], call)
}
