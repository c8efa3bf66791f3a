/** What a browser would make of a page: its words, its anchors, its links. Throws where the page is not well-formed. */
export interface ReadPage {
  /** All that is shown, each run of white space as one blank. */
  readonly text: string
  readonly ids: readonly string[]
  readonly links: readonly string[]
  /** The elements in their order, by name. */
  readonly elements: readonly string[]
}

const empty = new Set(['br', 'meta'])
// Between these there is a gap, or a new line.
const apart = new Set(['br', 'td', 'th'])
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

export function readPage(html: string): ReadPage {
  const page = html.replace(/^<!doctype html>\n/, '').replace(/<style>[^<]*<\/style>/, '')
  const open: string[] = []
  const found = { texts: [] as string[], ids: [] as string[], links: [] as string[], elements: [] as string[] }
  for (const [piece, slash, name = '', attributes = ''] of page.matchAll(
    /<(\/?)([a-z][a-z0-9]*)((?: [a-zA-Z][a-zA-Z0-9-]*="[^"<>]*")*)>|[^<]+|</g,
  )) {
    if (piece === '<') throw new Error('a < that opens no element')
    if (apart.has(name)) found.texts.push(' ')
    if (name === '') found.texts.push(unescaped(piece))
    else if (slash === '/') {
      const last = open.pop()
      if (last !== name) throw new Error(`</${name}> where </${last}> is due`)
    } else {
      if (!empty.has(name)) open.push(name)
      found.elements.push(name)
      for (const [, attribute, value = ''] of attributes.matchAll(/ ([a-zA-Z][a-zA-Z0-9-]*)="([^"]*)"/g)) {
        if (attribute === 'id') found.ids.push(unescaped(value))
        if (attribute === 'href') found.links.push(unescaped(value))
      }
    }
  }
  if (open.length > 0) throw new Error(`not closed: ${open.join(' ')}`)
  return { ...found, text: plain(found.texts.join('')) }
}

export const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()

function unescaped(text: string): string {
  return text.replaceAll(/&([^;&\s]*);?/g, (_, entity: string) => {
    const character = entities[entity]
    if (character === undefined) throw new Error(`&${entity} is no entity`)
    return character
  })
}
