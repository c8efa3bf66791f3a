import type { Language } from '../../../grammar/tree.ts'
import { inLanguage } from '../../handbook/in-language.ts'
import { toHandbook } from '../../handbook/to-handbook.ts'
import { decisionOf } from '../settle.ts'
import { fileName, type BuiltFile, type BuiltGroup } from './built-file.ts'

/** For each decision a page in Chinese and one in English, each with a link to the other: ningbo.employee.settle.zh.html. */
export function handbookFiles(groups: readonly BuiltGroup[]): readonly BuiltFile[] {
  return groups.flatMap((group) => languages.flatMap((language) => pagesOf(group, language)))
}

const languages: readonly Language[] = ['zh', 'en']

function pagesOf({ files, compilation: given }: BuiltGroup, language: Language): readonly BuiltFile[] {
  const { files: converted, compilation } = inLanguage(files, given, language)
  const { policies, programs } = compilation
  return policies.map((policy) => {
    const decision = fileName(decisionOf(policy))
    const name = (each: Language): string => `${decision}.${each}.html`
    const source = { policy, programs, files: converted, language }
    return { name: name(language), text: toHandbook(source, name(language === 'zh' ? 'en' : 'zh')) }
  })
}
