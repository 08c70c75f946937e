/** Where a queue is, and how to speak of it without its secrets. */
export interface QueueAddress {
  kind: 'redis' | 'postgres'
  /** The address without user and password. */
  shown: string
  /** The options of the driver's connection: ioredis, or a pool of pg. */
  connection: Readonly<Record<string, unknown>>
  /** A text, such as the message of a driver, without the secrets of the address. */
  redact(text: string): string
}

const KINDS: ReadonlyMap<string, QueueAddress['kind']> = new Map([
  ['redis:', 'redis'],
  ['rediss:', 'redis'],
  ['postgres:', 'postgres'],
  ['postgresql:', 'postgres'],
])

/**
 * Reads `redis://`, `rediss://` (TLS) or `postgres://[user[:password]@]host[:port][/database]`. `password` stands for one
 * that the address does not have. Null when the address is not one of these.
 */
export function readQueueAddress(address: string, password?: string): QueueAddress | null {
  const url = URL.canParse(address) ? new URL(address) : null
  const kind = KINDS.get(url?.protocol ?? '')
  if (url === null || kind === undefined || url.hostname === '') return null
  if (kind === 'redis' && (url.search !== '' || !/^\/?\d*$/.test(url.pathname))) return null
  let user: string
  let secret: string
  try {
    user = decodeURIComponent(url.username)
    secret = url.password === '' ? (password ?? '') : decodeURIComponent(url.password)
  } catch {
    return null
  }
  const encoded = encodeURIComponent(secret)
  const secrets = [address, secret, url.password, encoded].filter((text) => text !== '')
  const shown = `${url.protocol}//${url.host}${url.pathname}`
  return {
    kind,
    shown,
    connection: kind === 'redis' ? redisConnection(url, user, secret) : postgresConnection(url, encoded),
    redact: (text) =>
      secrets.reduce((text, secret) => text.replaceAll(secret, secret === address ? shown : '•••'), text),
  }
}

function redisConnection(url: URL, username: string, password: string): QueueAddress['connection'] {
  const database = url.pathname.slice(1)
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port || 6379),
    ...(username === '' ? {} : { username }),
    ...(password === '' ? {} : { password }),
    ...(database === '' ? {} : { db: Number(database) }),
    ...(url.protocol === 'rediss:' ? { tls: {} } : {}),
  }
}

/** The tables of BullMQ are made, in a schema of their own, when they are not there. */
function postgresConnection(url: URL, password: string): QueueAddress['connection'] {
  const complete = new URL(url)
  complete.password = password
  return { connectionString: complete.href, migrate: true }
}
