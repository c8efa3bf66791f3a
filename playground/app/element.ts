type Attribute = string | number | boolean | null | undefined | ((event: never) => void)
type Child = Node | string | number | null | undefined | false

/**
 * An element with attributes and children. A function is a listener (`onclick`), `false`, `null` and `undefined` leave
 * an attribute out; text is only ever text.
 */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, Attribute>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag)
  decorate(made, attributes, children)
  return made
}

/** A button that does no more than call what it is given. */
export function button(
  text: string,
  press: () => void,
  attributes: Readonly<Record<string, Attribute>> = {},
): HTMLButtonElement {
  return element('button', { type: 'button', ...attributes, onclick: press }, text)
}

/** The same as `element` for SVG. */
export function svg<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, Attribute>> = {},
  ...children: readonly Child[]
): SVGElementTagNameMap[Tag] {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag)
  decorate(made, attributes, children)
  return made
}

function decorate(made: Element, attributes: Readonly<Record<string, Attribute>>, children: readonly Child[]): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(name.slice(2), value as EventListener)
    else if (value === true) made.setAttribute(name, '')
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(name, String(value))
  }
  for (const child of children)
    if (child !== null && child !== undefined && child !== false)
      made.append(typeof child === 'number' ? String(child) : child)
}
