import { limitsOfShared, savedFromJson, savedToJson, type Saved } from './saved.ts'

const PREFIX = '#s='
const MOST_OF_AN_ADDRESS = 512 * 1024
const MOST_BYTES = 4 * 1024 * 1024

/** The fragment of an address that opens the page as it is; browsers send it to no server. */
export async function toFragment(saved: Saved): Promise<string> {
  const stream = new Blob([savedToJson(saved)]).stream().pipeThrough(new CompressionStream('deflate-raw'))
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer())
  const text = bytes.reduce((all, byte) => all + String.fromCharCode(byte), '')
  return PREFIX + btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

export type Shared =
  | { readonly kind: 'none' }
  | { readonly kind: 'saved'; readonly saved: Saved }
  | { readonly kind: 'tooLarge' | 'malformed' }

/** Reads a fragment, which anybody may have written: nothing larger than the limits is decoded or unpacked. */
export async function fromFragment(fragment: string): Promise<Shared> {
  if (fragment === '' || fragment === '#') return { kind: 'none' }
  if (fragment.length > MOST_OF_AN_ADDRESS) return { kind: 'tooLarge' }
  if (!fragment.startsWith(PREFIX)) return { kind: 'none' }
  const bytes = decoded(fragment.slice(PREFIX.length))
  const unpacked = bytes === null ? ({ kind: 'malformed' } as const) : await unpack(bytes)
  if (unpacked.kind !== 'text') return unpacked
  const saved = savedFromJson(unpacked.text, limitsOfShared)
  return saved === null ? { kind: 'malformed' } : { kind: 'saved', saved }
}

function decoded(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[\w-]+$/u.test(text)) return null
  try {
    return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (each) => each.charCodeAt(0))
  } catch {
    return null
  }
}

type Unpacked = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'tooLarge' | 'malformed' }

/** The text; too large as soon as it is, malformed where these are no packed bytes of UTF-8. */
async function unpack(bytes: Uint8Array<ArrayBuffer>): Promise<Unpacked> {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader()
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let [size, text] = [0, '']
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return { kind: 'text', text: text + decoder.decode() }
      size += value.byteLength
      if (size > MOST_BYTES) {
        await reader.cancel()
        return { kind: 'tooLarge' }
      }
      text += decoder.decode(value, { stream: true })
    }
  } catch {
    return { kind: 'malformed' }
  }
}
