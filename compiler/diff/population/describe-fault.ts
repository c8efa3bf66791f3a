import type { Language } from '../../../grammar/tree.ts'
import type { WeightsFault } from '../../diff/population/weights.ts'

/** A sentence: where in the file of weights, what was found there, and what is allowed. */
export function describeFault({ at, kind, found }: WeightsFault, language: Language): string {
  const { zh, en } = sentences[kind]
  const said = (language === 'zh' ? zh : en).replace('$', () => found)
  return language === 'zh' ? `${at || '文件'}：${said}` : `${at || 'the file'}: ${said}`
}

const sentences: Readonly<Record<WeightsFault['kind'], { readonly zh: string; readonly en: string }>> = {
  notAnObject: { zh: '这里要写一个对象 { … }，不能是 $。', en: 'an object { … } has to stand here, not $.' },
  unknownKey: {
    zh: '没有 $ 这一项；请看 daiyu population --help。',
    en: 'there is no key $; see daiyu population --help.',
  },
  noSuchField: { zh: '这个事项的输入里没有 $。', en: 'the decision has no input $.' },
  noSuchList: { zh: '这个事项的输入里没有清单 $。', en: 'the decision has no list $ among its inputs.' },
  missing: { zh: '没有写这一项，怎么取值不能猜。', en: 'nothing is said here, and how to draw it is not guessed.' },
  notAWeight: { zh: '权重是不小于 0 的整数，不能是 $。', en: 'a weight is a whole number, not below 0, not $.' },
  noWeight: { zh: '权重不能都是 0。', en: 'not all weights may be 0.' },
  notAValue: { zh: '$ 不是这一项可以有的值。', en: '$ is no value that this can have.' },
  notAStretch: {
    zh: '$ 不是一段：写下限和上限，上限不小于下限；金额和比例是带引号的小数，如 ["0", "1200.50"]。',
    en: '$ is no stretch: write its lower and upper end, not the other way round; amounts and shares are decimals in quotes, ["0", "1200.50"].',
  },
  notASpec: {
    zh: '$ 不是取值的写法；可以写 value，choose，between，bands，of 和 share，after 和 days，same，by 和 cases，mean 和 like。',
    en: '$ is no way to draw a value; there are: value, choose, between, bands, of with share, after with days, same, by with cases, mean with like.',
  },
  otherType: { zh: '$ 与这一项的类型不合。', en: '$ does not fit the type of this.' },
  noSuchName: { zh: '没有 $ 这一项可以参照。', en: 'there is no $ to go by.' },
  noSuchCase: { zh: '所参照的一项不会是 $。', en: 'what this goes by is never $.' },
  circle: { zh: '这一项绕回到自己。', en: 'this goes by itself, in a circle.' },
  noMean: {
    zh: '均值算不出：只能用 value、choose、between、bands，或按写了 choose 的一项用 by，且不能都是 0。',
    en: "the mean can't be worked out: it takes value, choose, between, bands, or by a field that says choose; and not all 0.",
  },
  notBoth: {
    zh: '这里要写中英文各一句 { "zh": …, "en": … }（assumptions 是一列这样的句子），不能是 $。',
    en: 'a sentence in both languages has to stand here, { "zh": …, "en": … } (assumptions are a list of them), not $.',
  },
  otherDecision: { zh: '这些权重是 $ 的。', en: 'these weights are of $.' },
}
