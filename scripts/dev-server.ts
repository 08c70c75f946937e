import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Artifact } from '../pipeline/model.ts'

/** What the page is told: that a new version is there, or why there is none. */
export type DevEvent = { type: 'built'; version: number } | { type: 'failed'; message: string }

/** Gives a file of the site by its path; null when there is none. */
export type FindArtifact = (path: string) => Promise<Artifact['content'] | null>

export interface DevServer {
  /** `http://localhost:4321/`. */
  url: string
  /** Tells every open page, and pages that open later, until the next event. */
  send(event: DevEvent): void
  close(): Promise<void>
}

const OWN = '/__maillage/'
/** Ports tried after the one that was asked for. */
const MORE_PORTS = 20

/**
 * Serves a site on the loopback address, with a script in each page that reloads it when a new version is there and shows
 * why a build failed. Only requests to this machine's own names are answered, so that no other site can read the articles.
 */
export async function startDevServer(find: FindArtifact, port: number): Promise<DevServer> {
  const pages = new Set<ServerResponse>()
  let last: DevEvent = { type: 'built', version: 0 }
  const server = createServer((request, response) => {
    const name = (request.headers.host ?? '').replace(/:\d+$/, '')
    if (!['localhost', '127.0.0.1', '[::1]'].includes(name)) return end(response, 403, 'Only for this machine.')
    if (request.method !== 'GET' && request.method !== 'HEAD') return end(response, 405, 'Only to be read.')
    const path = decodePath(request.url ?? '/')
    if (path === null) return end(response, 400, 'Not a path.')
    if (path === `${OWN}events`) {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
      response.write(frame(last))
      pages.add(response)
      response.on('close', () => pages.delete(response))
      return
    }
    if (path === `${OWN}reload.js`) return end(response, 200, RELOAD, 'text/javascript')
    const file = path.slice(1)
    answer(response, find, file === '' || file.endsWith('/') ? `${file}index.html` : file).catch((error) => {
      if (!response.headersSent) end(response, 500, error instanceof Error ? error.message : String(error))
      else response.destroy()
    })
  })
  const address = await listen(server, port)
  return {
    url: `http://localhost:${address.port}/`,
    send(event) {
      last = event
      for (const page of pages) page.write(frame(event))
    },
    close: () =>
      new Promise((resolve) => {
        for (const page of pages) page.end()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function listen(server: Server, port: number): Promise<AddressInfo> {
  for (let candidate = port; ; candidate++) {
    try {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject)
        server.listen(candidate, '127.0.0.1', () => {
          server.off('error', reject)
          resolve()
        })
      })
      return server.address() as AddressInfo
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || candidate >= port + MORE_PORTS) throw error
    }
  }
}

async function answer(response: ServerResponse, find: FindArtifact, path: string): Promise<void> {
  const content = await find(path)
  if (content === null) return end(response, 404, `There is no ${path}.`)
  if (path.endsWith('.html')) return end(response, 200, withReload(String(content)), 'text/html')
  response.writeHead(200, { 'content-type': typeOf(path), 'cache-control': 'no-store' })
  if (typeof content === 'string' || content instanceof Uint8Array) response.end(content)
  else await pipeline(Readable.from(content), response)
}

function end(response: ServerResponse, status: number, text: string, type = 'text/plain'): void {
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' }).end(text)
}

function decodePath(url: string): string | null {
  try {
    return decodeURIComponent(new URL(url, 'http://localhost').pathname)
  } catch {
    return null
  }
}

function frame(event: DevEvent): string {
  return `data: ${JSON.stringify(event)}\n\n`
}

const TYPES = new Map([
  ['html', 'text/html; charset=utf-8'],
  ['js', 'text/javascript; charset=utf-8'],
  ['css', 'text/css; charset=utf-8'],
  ['json', 'application/json; charset=utf-8'],
  ['jsonld', 'application/ld+json; charset=utf-8'],
  ['ttl', 'text/turtle; charset=utf-8'],
  ['csv', 'text/csv; charset=utf-8'],
  ['gexf', 'application/xml; charset=utf-8'],
  ['graphml', 'application/xml; charset=utf-8'],
  ['xml', 'application/xml; charset=utf-8'],
  ['svg', 'image/svg+xml'],
  ['png', 'image/png'],
  ['jpg', 'image/jpeg'],
  ['jpeg', 'image/jpeg'],
  ['gif', 'image/gif'],
  ['webp', 'image/webp'],
  ['avif', 'image/avif'],
  ['pdf', 'application/pdf'],
  ['woff2', 'font/woff2'],
])

function typeOf(path: string): string {
  return TYPES.get(path.slice(path.lastIndexOf('.') + 1).toLowerCase()) ?? 'application/octet-stream'
}

/** A page whose policy lets the script of the preview in. The built site keeps its own. */
function withReload(html: string): string {
  return html
    .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '')
    .replace('</head>', `<script defer src="${OWN}reload.js"></script></head>`)
}

/** Reloading keeps the address, and with it what the reader had chosen. */
const RELOAD = `(() => {
  let version
  let box
  const source = new EventSource('${OWN}events')
  source.onmessage = ({ data }) => {
    const event = JSON.parse(data)
    box?.remove()
    if (event.type === 'failed') {
      box = document.createElement('pre')
      box.setAttribute('role', 'alert')
      box.textContent = event.message
      Object.assign(box.style, {
        position: 'fixed', inset: 'auto 1rem 1rem', margin: '0', padding: '1rem', maxHeight: '50vh', overflow: 'auto',
        zIndex: '2147483647', whiteSpace: 'pre-wrap', font: '14px/1.5 ui-monospace, monospace',
        color: '#fff', background: '#8c1d18', borderRadius: '8px',
      })
      document.body.append(box)
    } else {
      if (version !== undefined && version !== event.version) location.reload()
      version = event.version
    }
  }
})()
`
