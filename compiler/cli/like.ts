import { casesAlike } from '../diff/exact/ways/like.ts'
import type { InputValues } from '../interpret/evaluation.ts'
import { Refusal, type Call, type Option } from './command.ts'
import type { Version } from './population/compare.ts'
import { openCases } from './read-cases.ts'
import { settleText } from './settle.ts'
import { showFaults } from './show-faults.ts'
import { decisionName } from '../program/decision-name.ts'

export const likeOption: Option = {
  name: 'like',
  value: 'FILE',
  says: {
    zh: '只比较与这个案例（JSON）除数额以外都相同的案例；- 从标准输入读',
    en: 'compare only cases that are like this one (JSON) in all but their numbers; - reads standard input',
  },
}

/** The case of `--like`, as both read it; null without the option; the exit status where one of them refuses it. */
export async function readLike(versions: readonly Version[], call: Call): Promise<InputValues | null | number> {
  const path = call.values.get(likeOption.name)
  if (path === undefined) return null
  const cases = await openCases(path)
  if (cases.kind === 'many') throw new Refusal((say) => say.likeOneCase)
  const inputs: InputValues[] = []
  for (const { program } of versions) {
    const decision = decisionName(program)
    const settling = { programs: [program], decision, edition: program.edition.name }
    const settled = settleText(cases.line, settling, call.language, call.words)
    if (!settled.ok) return showFaults(settled.faults, call)
    inputs.push(settled.evaluation.input)
  }
  return casesAlike(inputs)
}
