import { spawn } from 'node:child_process'
import { once } from 'node:events'

/** Starts a language server, greets it and says goodbye. What it answers, and its exit status. */
export async function askServer(words, cwd) {
  const child = spawn(process.execPath, words, { cwd })
  const ended = once(child, 'close')
  let answer = ''
  child.stdout.on('data', (chunk) => (answer += chunk))
  const params = { processId: null, rootUri: null, capabilities: {} }
  for (const message of [{ id: 1, method: 'initialize', params }, { id: 2, method: 'shutdown' }, { method: 'exit' }]) {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message })
    child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
  }
  const [status] = await ended
  return { answer, status }
}
