/** Markup that is escaped already. Text reaches it through `element` and `fragment` only. */
export interface Html {
  readonly markup: string
}

type Tag =
  | 'a'
  | 'aside'
  | 'blockquote'
  | 'br'
  | 'caption'
  | 'circle'
  | 'cite'
  | 'code'
  | 'dd'
  | 'desc'
  | 'div'
  | 'dl'
  | 'dt'
  | 'figcaption'
  | 'figure'
  | 'g'
  | 'h1'
  | 'h2'
  | 'h3'
  | 'h4'
  | 'header'
  | 'li'
  | 'line'
  | 'main'
  | 'mark'
  | 'nav'
  | 'ol'
  | 'p'
  | 'path'
  | 'pre'
  | 'section'
  | 'small'
  | 'span'
  | 'strong'
  | 'svg'
  | 'table'
  | 'tbody'
  | 'td'
  | 'text'
  | 'th'
  | 'thead'
  | 'title'
  | 'tr'
  | 'ul'

type Attribute = 'class' | 'colspan' | 'href' | 'hreflang' | 'id' | 'rowspan' | 'scope' | Drawing
/** Of inline SVG. */
type Drawing =
  | 'aria-labelledby'
  | 'cx'
  | 'cy'
  | 'd'
  | 'r'
  | 'role'
  | 'text-anchor'
  | 'transform'
  | 'viewBox'
  | 'x'
  | 'x1'
  | 'x2'
  | 'y'
  | 'y1'
  | 'y2'

/** An element with its content; texts in it are escaped. */
export function element(tag: Tag, attributes: Partial<Record<Attribute, string>>, ...content: (Html | string)[]): Html {
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${escape(value)}"`)
  const opening = `<${tag}${written.join('')}>`
  const end = blocks.has(tag) ? '\n' : ''
  return { markup: tag === 'br' ? opening : `${opening}${fragment(...content).markup}</${tag}>${end}` }
}

// What ends a line in the source of the page, so that two pages can be compared.
const blocks: ReadonlySet<Tag> = new Set([
  'aside',
  'blockquote',
  'dd',
  'div',
  'figcaption',
  'figure',
  'h1',
  'h2',
  'h3',
  'h4',
  'header',
  'li',
  'p',
  'pre',
  'section',
  'table',
  'tr',
])

/** Several pieces one after another; texts among them are escaped. */
export function fragment(...content: (Html | string)[]): Html {
  return { markup: content.map((each) => (typeof each === 'string' ? escape(each) : each.markup)).join('') }
}

/** A whole document, which may load and run nothing. `style` is CSS of our own. */
export function page(lang: string, title: string, style: string, body: Html): string {
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
