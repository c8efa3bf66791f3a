import { createReadStream, realpathSync, statSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, sep } from 'node:path'
import { pipeline } from 'node:stream'

const HOST = '127.0.0.1'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.ttf': 'font/ttf',
}

// The page says the same of itself, for hosts that send no headers.
const headers = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'; style-src 'self' 'unsafe-inline'; " +
    "font-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  // A page that was built anew is there at the next loading.
  'Cache-Control': 'no-cache',
}

/**
 * Serves the files of a folder on 127.0.0.1 until the server is closed, at the port, or at a free one for 0. Whoever
 * asks under another name than this machine's own is refused, so that no page from elsewhere can read by a name that it
 * has pointed here.
 */
export async function serve(folder: string, port: number): Promise<{ readonly server: Server; readonly port: number }> {
  const root = realpathSync(folder)
  const server = createServer((request, response) => answer(root, request, response))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, HOST, resolve)
  })
  return { server, port: (server.address() as AddressInfo).port }
}

function answer(root: string, request: IncomingMessage, response: ServerResponse): void {
  const refuse = (status: number, more: Readonly<Record<string, string>> = {}): void => {
    response.writeHead(status, { ...headers, ...more, 'Content-Type': 'text/plain; charset=utf-8' })
    response.end(`${status}\n`)
  }
  const { port } = request.socket.address() as AddressInfo
  if (![`${HOST}:${port}`, `localhost:${port}`].includes(request.headers.host ?? '')) return refuse(421)
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405, { Allow: 'GET, HEAD' })
  const found = fileAt(root, request.url ?? '/')
  if (!found) return refuse(404)
  const type = types[extname(found.path)] ?? 'application/octet-stream'
  response.writeHead(200, { ...headers, 'Content-Type': type, 'Content-Length': found.size })
  if (request.method === 'HEAD') response.end()
  else pipeline(createReadStream(found.path), response, () => {})
}

/** The file of an address, as far as it is one below the folder, links followed. */
function fileAt(root: string, address: string): { readonly path: string; readonly size: number } | null {
  try {
    const [asked = '/'] = address.split(/[?#]/)
    const name = decodeURIComponent(asked)
    if (name.includes('\0')) return null
    const path = realpathSync(join(root, name.endsWith('/') ? `${name}index.html` : name))
    const stats = statSync(path)
    return path.startsWith(root + sep) && stats.isFile() ? { path, size: stats.size } : null
  } catch {
    return null
  }
}
