/** Packs texts into a ZIP archive without compressing them; names are paths with forward slashes. */
export function zip(files: Readonly<Record<string, string>>): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder()
  const local: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  for (const [path, text] of Object.entries(files)) {
    const [name, data] = [encoder.encode(path), encoder.encode(text)]
    // Version 2.0, names in UTF-8, stored, 1980-01-01.
    const about = [short(20), short(0x0800), short(0), short(0), short(0x21)]
    about.push(long(checksum(data)), long(data.length), long(data.length), short(name.length), short(0))
    const head = joined([long(0x04034b50), ...about, name])
    local.push(head, data)
    directory.push(long(0x02014b50), short(20), ...about, short(0), short(0), short(0), long(0), long(offset), name)
    offset += head.length + data.length
  }
  const [count, listed] = [short(Object.keys(files).length), joined(directory)]
  const end = [long(0x06054b50), short(0), short(0), count, count, long(listed.length), long(offset), short(0)]
  return joined([...local, listed, ...end])
}

const short = (value: number): Uint8Array => new Uint8Array([value, value >>> 8])
const long = (value: number): Uint8Array => new Uint8Array([value, value >>> 8, value >>> 16, value >>> 24])

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

/** CRC-32, as ZIP has it. */
function checksum(data: Uint8Array): number {
  let rest = ~0
  for (const byte of data) {
    rest ^= byte
    for (let bit = 0; bit < 8; bit += 1) rest = (rest >>> 1) ^ (rest & 1 ? 0xedb88320 : 0)
  }
  return ~rest >>> 0
}
