import type { Issue, JsonSyntaxReason } from './issue.ts'
import { elementPath, keyPath } from './path.ts'
import { shorten, showValue } from './show-value.ts'

export const LONGEST_JSON = 1024 * 1024
const DEEPEST_JSON = 64
const MOST_ISSUES = 100

export type JsonResult =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly issues: readonly Issue[] }

/**
 * Reads one JSON value as JSON.parse does, and refuses what JSON.parse loses without a word: a key given twice, a
 * number with a fraction or an exponent, a number beyond 2^53; also texts above 1 MiB (characters) and nesting above
 * 64 levels. Takes time in proportion to the length. Never throws; issues carry line and column, and the path where the
 * text itself is JSON.
 */
export function readJson(text: string): JsonResult {
  if (text.length > LONGEST_JSON) {
    const facts = { length: text.length, most: LONGEST_JSON }
    return { ok: false, issues: [{ code: 'json-too-long', path: '', value: null, facts }] }
  }
  const scanner = new Scanner(text)
  const value = scanner.read()
  return scanner.issues.length === 0 ? { ok: true, value } : { ok: false, issues: scanner.issues }
}

// The reading stops here; the issue has been written down.
class Stop extends Error {}

class Scanner {
  readonly issues: Issue[] = []
  readonly #text: string
  #at = 0
  readonly #path: (string | number)[] = []

  constructor(text: string) {
    this.#text = text
  }

  read(): unknown {
    try {
      const value = this.#value()
      this.#skipSpace()
      if (this.#at < this.#text.length) this.#fail('end')
      return value
    } catch (problem) {
      if (problem instanceof Stop) return undefined
      throw problem
    }
  }

  #value(): unknown {
    this.#skipSpace()
    switch (this.#text.charAt(this.#at)) {
      case '{':
        return this.#object()
      case '[':
        return this.#array()
      case '"':
        return this.#string()
      case 't':
        return this.#word('true', true)
      case 'f':
        return this.#word('false', false)
      case 'n':
        return this.#word('null', null)
      default:
        return this.#number()
    }
  }

  #object(): Record<string, unknown> {
    const object: Record<string, unknown> = {}
    this.#enter()
    if (this.#take('}')) return object
    do {
      this.#skipSpace()
      const start = this.#at
      if (this.#text[start] !== '"') this.#fail('key')
      const key = this.#string()
      this.#path.push(key)
      if (Object.hasOwn(object, key))
        this.#note({ code: 'json-duplicate-key', value: showValue(key), facts: this.#place(start) })
      if (!this.#take(':')) this.#fail('colon')
      setOwn(object, key, this.#value())
      this.#path.pop()
    } while (this.#take(','))
    if (!this.#take('}')) this.#fail('comma-or-brace')
    return object
  }

  #array(): unknown[] {
    const array: unknown[] = []
    this.#enter()
    if (this.#take(']')) return array
    do {
      this.#path.push(array.length)
      array.push(this.#value())
      this.#path.pop()
    } while (this.#take(','))
    if (!this.#take(']')) this.#fail('comma-or-bracket')
    return array
  }

  // The path has one part for each open object or array.
  #enter(): void {
    if (this.#path.length >= DEEPEST_JSON) {
      this.#stop({ code: 'json-too-deep', value: null, facts: { ...this.#place(this.#at), most: DEEPEST_JSON } })
    }
    this.#at++
  }

  #string(): string {
    let result = ''
    let start = ++this.#at
    for (;;) {
      const code = this.#text.charCodeAt(this.#at)
      if (code === 0x22) break
      if (code === 0x5c) {
        result += this.#text.slice(start, this.#at) + this.#escape()
        start = this.#at
      } else if (code >= 0x20) this.#at++
      else this.#fail(Number.isNaN(code) ? 'closing-quote' : 'control-character')
    }
    return result + this.#text.slice(start, this.#at++)
  }

  #escape(): string {
    const letter = this.#text[this.#at + 1] ?? ''
    const plain = escapes.get(letter)
    if (plain !== undefined) {
      this.#at += 2
      return plain
    }
    const digits = this.#text.slice(this.#at + 2, this.#at + 6)
    if (letter !== 'u' || !/^[0-9a-fA-F]{4}$/.test(digits)) this.#fail('escape')
    this.#at += 6
    return String.fromCharCode(Number.parseInt(digits, 16))
  }

  #number(): number {
    const form = /-?(?:0|[1-9]\d*)((?:\.\d+)?(?:[eE][+-]?\d+)?)/y
    form.lastIndex = this.#at
    const [digits, inexact] = form.exec(this.#text) ?? []
    if (digits === undefined) return this.#fail('value')
    const value = Number(digits)
    if (inexact !== '' || !Number.isSafeInteger(value)) {
      const reason = inexact === '' ? 'size' : 'fraction'
      this.#note({ code: 'json-number', value: shorten(digits), facts: { ...this.#place(this.#at), reason } })
    }
    this.#at = form.lastIndex
    return value
  }

  #word<Value>(word: string, value: Value): Value {
    if (!this.#text.startsWith(word, this.#at)) this.#fail('value')
    this.#at += word.length
    return value
  }

  #take(character: string): boolean {
    this.#skipSpace()
    const isThere = this.#text[this.#at] === character
    if (isThere) this.#at++
    return isThere
  }

  #skipSpace(): void {
    for (; ; this.#at++) {
      const code = this.#text.charCodeAt(this.#at)
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return
    }
  }

  #fail(reason: JsonSyntaxReason): never {
    const [character] = this.#text.slice(this.#at, this.#at + 2)
    const value = character === undefined ? null : showValue(character)
    return this.#stop({ code: 'json-syntax', value, facts: { ...this.#place(this.#at), reason } })
  }

  // What can't be read is the whole text; what else was found in it no longer counts.
  #stop(issue: IssueWithoutPath): never {
    this.issues.splice(0, Infinity, { ...issue, path: '' })
    throw new Stop()
  }

  #note(issue: IssueWithoutPath): void {
    const path = this.#path.reduce<string>(
      (parent, part) => (typeof part === 'number' ? elementPath(parent, part) : keyPath(parent, part)),
      '',
    )
    this.issues.push({ ...issue, path })
    // Places are counted from the start of the text: without a limit many issues would take squared time.
    if (this.issues.length >= MOST_ISSUES) throw new Stop()
  }

  #place(offset: number): { readonly line: number; readonly column: number } {
    const before = this.#text.slice(0, offset)
    return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') }
  }
}

// Assigning to __proto__ would set the prototype; defining it makes an ordinary key, as JSON.parse does.
function setOwn(object: Record<string, unknown>, key: string, value: unknown): void {
  if (key !== '__proto__') object[key] = value
  else Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true })
}

type IssueWithoutPath = Issue extends infer Each ? (Each extends Issue ? Omit<Each, 'path'> : never) : never

const escapes: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
])
