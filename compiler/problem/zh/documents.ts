import type { CodeOf } from '../code.ts'
import type { Facts, Words } from '../words.ts'
import { listed, meant, quoted } from './say.ts'

/** Problems of what a policy says of its source documents, in Chinese. */
export function documents(code: CodeOf<'documents'>, { text, list }: Facts): Words {
  switch (code) {
    case 'unknown-fact':
      return {
        title: `没有编号为${quoted(text('name'))}的要点。`,
        explanation: '“对应”后面写的是要点清单里的编号，这份清单里没有它。',
        advice: meant(list('near'), '检查编号，或者换成有它的那份清单。'),
      }
    case 'quote-not-found': {
      const texts = list('texts')
      return {
        title: `来源的文本里找不到${quoted(text('piece'))}。`,
        explanation: whereInstead(text('how'), text('at'), text('found'), texts),
        advice: '照来源逐字抄写；中间略去的写“……”，各段要出自同一份文本，先后一致；手边没有原文的，用“摘要”写。',
      }
    }
  }
}

function whereInstead(how: string, at: string, found: string, texts: readonly string[]): string {
  const here = `${at} ${quoted(found)}`
  switch (how) {
    case 'order':
      return `它在 ${here}，但不在前面那一段之后。`
    case 'otherText':
      return `它在 ${here}，而所对应的要点出自${listed(texts)}。`
    case 'alike':
      return `最接近的是 ${here}。`
    default:
      return '没有哪一处与它相近。'
  }
}
