import { limits } from '../../grammar/limits.ts'

/** All that comes in; reading stops where it is more than a policy file may hold. */
export async function readAll(stream: AsyncIterable<Uint8Array | string>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
    chunks.push(bytes)
    size += bytes.length
    if (size > limits.bytes) break
  }
  return Buffer.concat(chunks)
}
