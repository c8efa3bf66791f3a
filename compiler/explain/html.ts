import { style } from './style.ts'

/** Markup that is escaped already. Text reaches it through `element` and `fragment` only. */
export interface Html {
  readonly markup: string
}

type Tag =
  | 'a'
  | 'blockquote'
  | 'br'
  | 'caption'
  | 'cite'
  | 'div'
  | 'h1'
  | 'h2'
  | 'li'
  | 'mark'
  | 'ol'
  | 'p'
  | 'section'
  | 'small'
  | 'strong'
  | 'table'
  | 'tbody'
  | 'td'
  | 'th'
  | 'thead'
  | 'tr'
  | 'ul'

type Attribute = 'class' | 'colspan' | 'href' | 'id'

/** An element with its content; texts in it are escaped. */
export function element(tag: Tag, attributes: Partial<Record<Attribute, string>>, ...content: (Html | string)[]): Html {
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${escape(value)}"`)
  const opening = `<${tag}${written.join('')}>`
  const end = blocks.has(tag) ? '\n' : ''
  return { markup: tag === 'br' ? opening : `${opening}${fragment(...content).markup}</${tag}>${end}` }
}

// What ends a line in the source of the page, so that two pages can be compared.
const blocks: ReadonlySet<Tag> = new Set(['blockquote', 'div', 'h1', 'h2', 'li', 'p', 'section', 'table', 'tr'])

/** Several pieces one after another; texts among them are escaped. */
export function fragment(...content: (Html | string)[]): Html {
  return { markup: content.map((each) => (typeof each === 'string' ? escape(each) : each.markup)).join('') }
}

/** A whole document, which may load and run nothing. */
export function page(lang: string, title: string, body: Html): string {
  return `<!doctype html>
<html lang="${escape(lang)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${escape(title)}</title>
<style>${style}</style>
</head>
<body>
${body.markup}
</body>
</html>
`
}

const entities: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
])

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (each) => entities.get(each) ?? '')
}
