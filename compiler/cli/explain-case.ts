import type { Language } from '../../grammar/tree.ts'
import type { Group } from './load.ts'
import type { Settled } from './settle.ts'
import { textsOf } from '../files/texts.ts'

/** An explanation, as data and as it is shown; loaded only when somebody asks for one. */
export async function explainCase({ program, evaluation }: Extract<Settled, { ok: true }>, group: Group) {
  const [{ explain }, { explanationToText }, { explanationToHtml }] = await Promise.all([
    import('../explain/explain.ts'),
    import('../explain/to-text.ts'),
    import('../explain/to-html.ts'),
  ])
  const data = explain(program, evaluation, textsOf(group))
  return {
    data,
    text: (language: Language) => explanationToText(data, language),
    html: (language: Language) => explanationToHtml(data, language),
  }
}
