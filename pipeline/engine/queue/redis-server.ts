import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { createInterface } from 'node:readline'

/** Whether tests can start a Redis. */
export const hasRedis = spawnSync('redis-server', ['--version']).status === 0

/** A Redis that a test owns: on a spare port of the loopback, with an append-only file in `folder`. */
export interface RedisServer {
  port: number
  /** As kill -9 does. */
  kill(): Promise<void>
  /** The same server again, from its file. */
  restart(): Promise<void>
  stop(): Promise<void>
}

/** @throws when it does not start. */
export async function startRedis(folder: string, ...options: readonly string[]): Promise<RedisServer> {
  const port = await sparePort()
  let server = await start()
  async function start(): Promise<ChildProcess> {
    const persistence = ['--dir', folder, '--appendonly', 'yes', '--appendfsync', 'always', '--save', '']
    const ports = options.includes('--tls-port') ? ['--port', '0'] : ['--port', String(port)]
    const rest = options.map((option) => (option === 'PORT' ? String(port) : option))
    const args = ['--bind', '127.0.0.1', ...ports, ...persistence, ...rest]
    const child = spawn('redis-server', args, { stdio: ['ignore', 'pipe', 'inherit'] })
    const said: string[] = []
    const lines = createInterface({ input: child.stdout })
    await new Promise<void>((resolve, reject) => {
      lines.on('line', (line) => {
        said.push(line)
        if (line.includes('Ready to accept connections')) resolve()
      })
      child.once('exit', () => reject(new Error(`redis-server did not start:\n${said.join('\n')}`)))
      child.once('error', reject)
    })
    return child
  }
  const end = async (signal: NodeJS.Signals) => {
    if (server.exitCode !== null || server.signalCode !== null) return
    const ended = once(server, 'exit')
    server.kill(signal)
    await ended
  }
  return {
    port,
    kill: () => end('SIGKILL'),
    restart: async () => {
      server = await start()
    },
    stop: () => end('SIGTERM'),
  }
}

/** A port of the loopback on which nothing listens. */
export async function sparePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
