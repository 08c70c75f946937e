import { closeSync, mkdirSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs'
import { lstat, mkdir, readdir, realpath, rm, stat } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { Artifact } from '../model.ts'

/** A site that is being written. Nothing of it shows in the output folder before `commit`. */
export interface Output {
  /**
   * Writes one file, pulling its content piece by piece. Artifacts are written one after the other.
   *
   * @throws when the path leaves the output folder or was written before, also in other letter case.
   */
  write(artifact: Artifact): Promise<void>
  /** Puts the new folder in the place of the old one. */
  commit(): Promise<void>
  /** Removes what was written. Does nothing after `commit`. */
  discard(): Promise<void>
}

/** The temporary folders that this process writes to, or has just moved a site to. */
const open = new Set<string>()

/**
 * Starts a new version of an output folder, in a temporary folder beside it. The old version stays whole until `commit`
 * swaps the two; a process that is killed between the two renames leaves the old version beside, and the next start
 * puts it back. Temporary folders of processes that are gone are removed. SIGINT, SIGTERM and SIGHUP discard.
 *
 * @throws when `outDir` holds files and no Maillage site, is a file, a repository, a mount point, or cannot be written.
 */
export async function openOutput(outDir: string): Promise<Output> {
  const target = await locate(outDir)
  await recover(target)
  await checkReplaceable(target)
  const nonce = Math.random().toString(36).slice(2, 10)
  const fresh = siblingName(target, nonce, 'new')
  const old = siblingName(target, nonce, 'old')
  attempt(target, () => mkdirSync(fresh))
  open.add(fresh).add(old)

  const close = () => {
    for (const signal of SIGNALS) process.off(signal, onSignal)
    open.delete(fresh)
    open.delete(old)
  }
  const onSignal = (signal: NodeJS.Signals) => {
    rmSync(fresh, { recursive: true, force: true })
    close()
    // What the signal does without Maillage, so that a shell sees how the process ended.
    process.kill(process.pid, signal)
  }
  for (const signal of SIGNALS) process.on(signal, onSignal)

  const paths = new PathRegister()
  const folders = new Set<string>()
  let written = 0
  return {
    async write({ path, content }) {
      paths.add(path)
      const file = join(fresh, ...path.split('/'))
      const folder = dirname(file)
      attempt(path, () => {
        if (!folders.has(folder)) mkdirSync(folder, { recursive: true })
        folders.add(folder)
      })
      // Synchronous writes cost a third of asynchronous ones for many small files; the loop gets its turn for signals.
      const descriptor = attempt(path, () => openSync(file, 'wx'))
      try {
        for (const bytes of encode(content)) {
          attempt(path, () => writeAll(descriptor, bytes))
          written += bytes.length + FILE_COST
          if (written < TURN) continue
          written = 0
          await setImmediate()
        }
      } finally {
        closeSync(descriptor)
      }
    },
    async commit() {
      attempt(target, () => swap(fresh, target, old))
      await rm(old, { recursive: true, force: true, maxRetries: 3 })
      close()
    },
    async discard() {
      if (!open.has(fresh)) return
      await rm(fresh, { recursive: true, force: true, maxRetries: 3 })
      close()
    },
  }
}

const SIGNALS: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP']
const CHUNK = 1 << 18
/** Bytes written between two turns of the event loop. */
const TURN = 1 << 22
/** What opening a file costs, in bytes written. */
const FILE_COST = 1 << 14

/**
 * Refuses an output folder whose replacement would take the content with it, or that a build would read as content.
 * Both paths absolute, symbolic links resolved.
 *
 * @throws with a sentence that names both.
 */
export function checkFolders(contentDir: string, outDir: string): void {
  if (contentDir === outDir)
    throw new Error(`write-output: the output folder is the content folder (${outDir}); choose another with --out`)
  if (isWithin(outDir, contentDir))
    throw new Error(
      `write-output: the output folder ${outDir} holds the content folder ${contentDir} and would replace it; choose another with --out`,
    )
  if (isWithin(contentDir, outDir) && !relative(contentDir, outDir).split(sep).some(isLeftOut))
    throw new Error(
      `write-output: the output folder ${outDir} lies inside the content folder ${contentDir}; choose one outside, or one whose name starts with a dot`,
    )
}

function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

/** What reading leaves out. */
function isLeftOut(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules'
}

/** The folder itself where `outDir` is a link to it; its parent exists afterwards. */
async function locate(outDir: string): Promise<string> {
  const path = resolve(outDir)
  const real = await realpath(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw explain(error, path)
  })
  if (real !== null) return real
  const parent = dirname(path)
  await mkdir(parent, { recursive: true }).catch((error) => {
    throw explain(error, parent)
  })
  return join(await realpath(parent), basename(path))
}

async function checkReplaceable(target: string): Promise<void> {
  const found = await statOrNull(target)
  if (found === null) return
  if (!found.isDirectory()) throw new Error(`write-output: ${target} is a file; choose a folder with --out`)
  if (found.dev !== (await stat(dirname(target))).dev)
    throw new Error(
      `write-output: ${target} is a mount point and cannot be replaced as a whole; choose a folder inside it with --out`,
    )
  const names = await readdir(target).catch((error) => {
    throw explain(error, target)
  })
  if (names.includes('.git'))
    throw new Error(
      `write-output: ${target} is a git repository and would be replaced; choose another folder with --out`,
    )
  if (names.length > 0 && !holdsSite(target))
    throw new Error(
      `write-output: ${target} holds files that Maillage did not write; choose another folder with --out, or empty it first`,
    )
}

/** Every site holds its knowledge, which starts with its format. */
function holdsSite(folder: string): boolean {
  const start = Buffer.alloc(64)
  let descriptor: number
  try {
    descriptor = openSync(join(folder, 'data', 'knowledge.json'), 'r')
  } catch {
    return false
  }
  try {
    readSync(descriptor, start)
  } finally {
    closeSync(descriptor)
  }
  return start.toString('latin1').replace(/\s/g, '').startsWith('{"format":"maillage-knowledge"')
}

// ── temporary folders ───────────────────────────────────────────────────────────────────────────

type Version = 'new' | 'old'

function siblingName(target: string, nonce: string, version: Version): string {
  return join(dirname(target), `.${basename(target)}.maillage-${process.pid}-${nonce}.${version}`)
}

/** Puts back the site of a process that was killed in the middle of a swap, then removes what such processes left. */
async function recover(target: string): Promise<void> {
  const start = `.${basename(target)}.maillage-`
  const folder = dirname(target)
  const abandoned = (await readdir(folder)).filter((name) => {
    if (!name.startsWith(start)) return false
    const pid = /^(\d+)-[a-z0-9]+\.(?:new|old)$/.exec(name.slice(start.length))?.[1]
    return pid !== undefined && !open.has(join(folder, name)) && !isOther(Number(pid))
  })
  if ((await statOrNull(target)) === null) {
    const old = abandoned.find((name) => name.endsWith('.old'))
    if (old !== undefined) attempt(target, () => renameSync(join(folder, old), target))
  }
  for (const name of abandoned) await rm(join(folder, name), { recursive: true, force: true, maxRetries: 3 })
}

/** Whether another process has this id. A folder with our own id that we did not open is an earlier process's. */
function isOther(pid: number): boolean {
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}

/** Two renames with nothing between them: no signal is handled in the middle of synchronous code. */
function swap(fresh: string, target: string, old: string): void {
  for (let round = 0; ; round++) {
    const moved = renameIfThere(target, old)
    try {
      renameSync(fresh, target)
      return
    } catch (error) {
      // Another build put its site there first: the last one stays.
      const code = (error as NodeJS.ErrnoException).code
      if ((code === 'ENOTEMPTY' || code === 'EEXIST') && round < 100) {
        if (moved) rmSync(old, { recursive: true, force: true })
        continue
      }
      if (moved) renameSync(old, target)
      throw error
    }
  }
}

function renameIfThere(from: string, to: string): boolean {
  try {
    renameSync(from, to)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw error
  }
}

// ── paths and bytes ─────────────────────────────────────────────────────────────────────────────

/** The paths of one output: each once, also where letter case or Unicode form is not told apart. */
class PathRegister {
  readonly #files = new Map<string, string>()
  readonly #folders = new Map<string, string>()

  add(path: string): void {
    const segments = path.split('/')
    const bad =
      path.includes('\\') ||
      path.includes('\0') ||
      /^[a-z]:/i.test(path) ||
      segments.some((segment) => segment === '' || segment === '.' || segment === '..')
    if (bad)
      throw new Error(`write-output: unexpected path ${JSON.stringify(path)}, expected one below the output folder`)
    const key = path.normalize('NFC').toLowerCase()
    const clash = this.#files.get(key) ?? this.#folders.get(key) ?? this.#fileAbove(key)
    if (clash !== undefined)
      throw new Error(
        `write-output: ${path} and ${clash} cannot be told apart on every file system; rename one of them`,
      )
    this.#files.set(key, path)
    for (let end = key.lastIndexOf('/'); end > 0; end = key.lastIndexOf('/', end - 1)) {
      const folder = key.slice(0, end)
      if (this.#folders.has(folder)) break
      this.#folders.set(folder, path)
    }
  }

  #fileAbove(key: string): string | undefined {
    for (let end = key.lastIndexOf('/'); end > 0; end = key.lastIndexOf('/', end - 1)) {
      const file = this.#files.get(key.slice(0, end))
      if (file !== undefined) return file
    }
    return undefined
  }
}

/** Content as UTF-8, in pieces of at most `CHUNK` where it comes in pieces; each is overwritten by the next. */
function* encode(content: Artifact['content']): Iterable<Uint8Array> {
  if (content instanceof Uint8Array) {
    yield content
    return
  }
  if (typeof content === 'string') {
    yield Buffer.from(content)
    return
  }
  const buffer = Buffer.allocUnsafe(CHUNK)
  let used = 0
  let half = ''
  for (const next of content) {
    const piece = half + next
    // Half a surrogate pair waits for the other half.
    half = isHalf(piece.charCodeAt(piece.length - 1)) ? piece.slice(-1) : ''
    const text = half === '' ? piece : piece.slice(0, -1)
    // A code unit takes three bytes at most.
    if (used + 3 * text.length > CHUNK) {
      if (used > 0) yield buffer.subarray(0, used)
      used = 0
    }
    if (3 * text.length > CHUNK) yield Buffer.from(text)
    else used += buffer.write(text, used)
  }
  if (used > 0) yield buffer.subarray(0, used)
  if (half !== '') yield Buffer.from(half)
}

function isHalf(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}

function writeAll(descriptor: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done, bytes.length - done)
}

// ── errors ──────────────────────────────────────────────────────────────────────────────────────

function attempt<T>(path: string, action: () => T): T {
  try {
    return action()
  } catch (error) {
    throw explain(error, path)
  }
}

/** What the operating system refused, as a sentence for the person who builds. */
function explain(error: unknown, path: string): unknown {
  const code = (error as NodeJS.ErrnoException).code
  const reason = code === undefined ? undefined : REASONS.get(code)
  return reason === undefined ? error : new Error(`write-output: ${path}: ${reason}`, { cause: error })
}

const REASONS = new Map([
  ['ENOSPC', 'the disk is full; free some space and build again'],
  ['EDQUOT', 'your disk quota is used up; free some space and build again'],
  ['EACCES', 'writing there is not permitted; choose another folder with --out'],
  ['EPERM', 'writing there is not permitted; choose another folder with --out'],
  ['EROFS', 'the file system is read-only; choose another folder with --out'],
  ['EBUSY', 'the folder is in use by another program'],
  ['ENAMETOOLONG', 'the file system does not take a name that long; shorten the name of the article or file'],
  ['ENOTDIR', 'a part of the path is a file; choose another folder with --out'],
  ['EMFILE', 'too many files are open; close some programs and build again'],
])

async function statOrNull(path: string) {
  try {
    return await lstat(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw explain(error, path)
  }
}
