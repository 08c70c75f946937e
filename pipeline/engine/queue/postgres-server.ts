import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { sparePort } from './redis-server.ts'

/** Where Debian keeps the programs of PostgreSQL, by version. */
const DEBIAN = '/usr/lib/postgresql'

/** The folder of `initdb` and `postgres`; null where tests cannot start a server. */
export const postgresPrograms = findPrograms()

function findPrograms(): string | null {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : []
  const folders = [...(process.env.PATH ?? '').split(':'), ...versions.map((version) => join(DEBIAN, version, 'bin'))]
  const found = folders.find((folder) => ['initdb', 'postgres'].every((name) => existsSync(join(folder, name))))
  return found === undefined || (process.getuid?.() === 0 && userId() === null) ? null : found
}

/** PostgreSQL refuses to run as root: the user that its package makes. */
function userId(): number | null {
  try {
    return Number(execFileSync('id', ['-u', 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'] }))
  } catch {
    return null
  }
}

/** A PostgreSQL that a test owns, on a spare port of the loopback: user `maillage`, database `postgres`. */
export interface PostgresServer {
  port: number
  stop(): Promise<void>
}

/** @throws when it does not start. */
export async function startPostgres(programs: string, folder: string, password: string): Promise<PostgresServer> {
  const port = await sparePort()
  const uid = process.getuid?.() === 0 ? (userId() as number) : undefined
  const owner = uid === undefined ? {} : { uid }
  mkdirSync(folder, { recursive: true })
  if (uid !== undefined) chownSync(folder, uid, -1)
  const data = join(folder, 'data')
  const passwordFile = join(folder, 'password')
  writeFileSync(passwordFile, password)
  const access = ['--username=maillage', '--auth=scram-sha-256', `--pwfile=${passwordFile}`]
  execFileSync(join(programs, 'initdb'), ['--pgdata', data, '--no-sync', '--encoding=UTF8', ...access], {
    ...owner,
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const settings = ['-c', 'fsync=off', '-c', `unix_socket_directories=${folder}`]
  const server: ChildProcess = spawn(
    join(programs, 'postgres'),
    ['-D', data, '-h', '127.0.0.1', '-p', String(port), ...settings],
    { ...owner, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const said: string[] = []
  await new Promise<void>((resolve, reject) => {
    createInterface({ input: server.stderr as NodeJS.ReadableStream }).on('line', (line) => {
      said.push(line)
      if (line.includes('ready to accept connections')) resolve()
    })
    server.once('exit', () => reject(new Error(`postgres did not start:\n${said.join('\n')}`)))
    server.once('error', reject)
  })
  return {
    port,
    async stop() {
      if (server.exitCode !== null || server.signalCode !== null) return
      const ended = once(server, 'exit')
      server.kill('SIGINT')
      await ended
    },
  }
}
