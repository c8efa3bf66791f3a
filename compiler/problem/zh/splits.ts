import type { CodeOf } from '../code.ts'
import type { Facts, Words } from '../words.ts'
import { caseOf, named, quoted, yuan } from './say.ts'

/** Problems of splits, shares and banded rates, in Chinese. */
export function splits(code: CodeOf<'splits'>, { text, list }: Facts): Words {
  const split = named(text('name'), '这笔钱')
  const name = quoted(text('name'))
  const witness = caseOf(list('witness'))
  switch (code) {
    case 'deductible-above-first-edge':
      return {
        title: `${quoted(text('label'))}最多可到 ${yuan(text('amount'))}，超过了第一段的上限 ${yuan(text('edge'))}。`,
        explanation: '分段接着它往上算，第一段的比例可能一元也用不上，多半是哪个数写错了。',
        advice: '检查金额的单位（元、万元）和分段的界。',
      }
    case 'split-without-rest':
      return {
        title: `分担${split}没有“其余”，剩下的钱没有去处。`,
        explanation: '分担要把一笔钱分完，一分不多，一分不少。',
        advice: '在最后加一行：其余 计入 ……。',
      }
    case 'rest-not-last':
      return {
        title: `分担${split}的“其余”后面还有别的行。`,
        explanation: '“其余”把剩下的钱都拿走，后面的行什么也分不到。',
        advice: '把“其余”移到最后；如果分的是另一笔钱，另起一个“分担”。',
      }
    case 'not-a-share':
      return {
        title: `${name}不是分担得出的钱，不能从它转出。`,
        explanation: '转出的是一笔已经“计入”的钱；输入的数和“是指”规定的值里没有钱可以拿走。',
        advice: '“来自”后面写分担里“计入”的名称。',
      }
    case 'split-twice':
      return {
        title: `${split}在同一种情形下分担了两次：${witness}。`,
        explanation: '同一笔钱分两次，就会多出一份。',
        advice: '改其中一个分担所在的“适用于”，让每种情形只分一次。',
      }
    case 'split-incomplete':
      return {
        title: `有${split}却没有分担它的规则：${witness}。`,
        explanation: '这种情形下，这笔钱停在半路，没有人支付。',
        advice: `给这种情形补上“分担 ${text('name')}”，或者放宽现有分担的“适用于”。`,
      }
    case 'share-without-destination':
      return {
        title: `计入${name}的钱没有下文：它不是结果，没有再分担，也没有被用到。`,
        explanation: '每一分钱都要落到一项结果里。',
        advice: `检查名称；或者加上“分担 ${text('name')}”，或者把它写进词汇的输出。`,
      }
    case 'schedule-without-start':
      return {
        title: `分担${split}用了分段的比例，却没有说从哪里起算。`,
        explanation: '同样一万元，落在第一段还是第二段，要看之前已经累计了多少。',
        advice: '在“分担”这一行的末尾写：分段起于 年内已有的累计。',
      }
    case 'start-without-schedule':
      return {
        title: `分担${split}写了“分段起于”，各行却没有用分段的比例。`,
        advice: '删去“分段起于”，或者检查“按比例”后面的名称。',
      }
    case 'schedule-used':
      return {
        title: `${named(text('name'), '分段的比例')}是分段的比例，不能直接拿来算。`,
        explanation: '它没有一个固定的数，要看金额落在哪几段。',
        advice: '只在“分担”里用：分担 金额 分段起于 ……，下面一行“按比例”写它。',
      }
    case 'not-of-each':
      return {
        title: `${quoted(text('keyword'))}说的是整个事项，不能写在“每项 ${text('list')}”下面。`,
        explanation: `${quoted(text('list'))}可能有几项，也可能一项都没有，而整个事项的钱只分担一次；“每项”下面可以分担这一项自己的金额。`,
        advice: `移到“每项”前面，或者放在“适用于”下面；要用各项的合计，写成“合计 ${text('list')} 取值 ……”。`,
      }
    case 'start-ignores-along':
      return {
        title: `分段${name}随着${quoted(text('along'))}，“分段起于”里却没有用到它。`,
        explanation: '两处说的不是同一个累计，多半有一处写错了。',
        advice: `把“分段起于”改为从${quoted(text('along'))}算起，或者改分段的“随着”。`,
      }
  }
}
