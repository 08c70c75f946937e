import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type CacheKey, type CacheKeyParts, cacheKey, defaultCacheFolder, openCache, pruneCache } from './cache.ts'

let scratch: string
let folder: string
let count = 0
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'maillage-cache-'))
})
afterAll(() => rm(scratch, { recursive: true, force: true }))
beforeEach(() => {
  folder = join(scratch, String(count++), 'cache')
})

const PARTS: CacheKeyParts = {
  sha256: 'ab'.repeat(32),
  id: 'a',
  path: 'a.md',
  sameIdAs: null,
  extractorVersion: '1',
  configHash: '0',
}

const BODY = Buffer.from('{"text":"d’ici 2040"}')

async function files(): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

describe('cacheKey', () => {
  test.each([
    ['sha256', 'cd'.repeat(32)],
    ['id', 'b'],
    ['path', 'b.md'],
    ['sameIdAs', 'other.md'],
    ['extractorVersion', '2'],
    ['configHash', '1'],
  ] as const)('depends on %s', (part, value) => {
    expect(cacheKey({ ...PARTS, [part]: value })).not.toBe(cacheKey(PARTS))
  })

  test('does not mistake one part for another', () => {
    expect(cacheKey({ ...PARTS, id: 'a"', path: 'b' })).not.toBe(cacheKey({ ...PARTS, id: 'a', path: '"b' }))
  })
})

describe('openCache', () => {
  test('gives back the bytes that were put', () => {
    const cache = openCache(folder)
    fc.assert(
      fc.property(fc.uint8Array(), fc.string(), (body, id) => {
        const key = cacheKey({ ...PARTS, id })
        cache.put(key, body)
        expect([...(cache.get(key) ?? [-1])]).toEqual([...body])
      }),
    )
  })

  test('gives null for what was never put', () => {
    expect(openCache(folder).get(cacheKey(PARTS))).toBeNull()
  })

  test.each<[string, (bytes: Buffer) => Buffer]>([
    ['cut short', (bytes) => bytes.subarray(0, bytes.length - 5)],
    ['empty', () => Buffer.alloc(0)],
    ['changed in one bit', (bytes) => Buffer.concat([bytes.subarray(0, -9), Buffer.of(33), bytes.subarray(-8)])],
    ['another digest', (bytes) => Buffer.concat([Buffer.from('0'.repeat(40)), bytes.subarray(40)])],
    ['not ours', () => Buffer.from('{}')],
  ])('an entry that is %s is as none, and is written again', async (_, damage) => {
    const cache = openCache(folder)
    const key = cacheKey(PARTS)
    cache.put(key, BODY)
    const [file] = (await files()) as [string]
    await writeFile(file, damage(await readFile(file)))
    expect(cache.get(key)).toBeNull()
    cache.put(key, BODY)
    expect(cache.get(key)).toEqual(BODY)
  })

  test('processes that write the same entries and are killed leave none that is torn', async () => {
    const module = fileURLToPath(new URL('./cache.ts', import.meta.url))
    const script = `import { openCache } from ${JSON.stringify(module)}
      const cache = openCache(${JSON.stringify(folder)})
      const body = Buffer.alloc(300000, 'x')
      console.log('ready')
      for (let i = 0; ; i++) cache.put((i % 50).toString(16).padStart(64, '0'), body)`
    const children = [0, 1].map(() =>
      spawn(process.execPath, ['--import', import.meta.resolve('tsx'), '--input-type=module', '-e', script], {
        stdio: ['ignore', 'pipe', 'inherit'],
      }),
    )
    for (const child of children) await once(child.stdout, 'data')
    const ends = children.map((child) => once(child, 'exit'))
    await new Promise((resolve) => setTimeout(resolve, 150))
    for (const child of children) child.kill('SIGKILL')
    await Promise.all(ends)
    const cache = openCache(folder)
    const entries = (await files()).filter((file) => file.endsWith('.json'))
    expect(entries.length).toBeGreaterThan(0)
    for (let i = 0; i < entries.length; i++) expect(cache.get(i.toString(16).padStart(64, '0'))).toHaveLength(300_000)
  })
})

describe('pruneCache', () => {
  const NOW = Date.UTC(2030, 0, 1)
  const keys = Array.from({ length: 1020 }, (_, i) => cacheKey({ ...PARTS, id: String(i) }))

  async function fill(): Promise<void> {
    const cache = openCache(folder)
    for (const [i, key] of keys.entries()) {
      cache.put(key, BODY)
      const time = (NOW - i * 1000) / 1000
      await utimes(join(folder, key.slice(0, 2), `${key.slice(2)}.json`), time, time)
    }
  }
  const kept = () => {
    const cache = openCache(folder)
    return keys.filter((key) => cache.get(key) !== null)
  }

  test('keeps what the build used and the youngest of the rest', async () => {
    await fill()
    const used = new Set<CacheKey>(keys.slice(-5))
    pruneCache(folder, used, NOW)
    expect(kept()).toEqual([...keys.slice(0, 1005), ...used])
  })

  test('leaves a cache alone that has not grown', async () => {
    await fill()
    pruneCache(folder, new Set(keys.slice(0, 10)), NOW)
    expect(kept()).toHaveLength(keys.length)
  })

  test('removes temporary files of writers that are gone, and nothing that is not its own', async () => {
    await mkdir(join(folder, 'ab'), { recursive: true })
    await writeFile(join(folder, 'ab/old.json.1.tmp'), '')
    await utimes(join(folder, 'ab/old.json.1.tmp'), 0, 0)
    await writeFile(join(folder, 'ab/new.json.2.tmp'), '')
    await writeFile(join(folder, 'note.txt'), '')
    pruneCache(folder, new Set(), Date.now())
    expect((await files()).map((file) => file.slice(folder.length + 1)).sort()).toEqual([
      'ab/new.json.2.tmp',
      'note.txt',
    ])
  })

  test('does nothing where there is no cache', () => {
    expect(() => pruneCache(join(folder, 'nowhere'), new Set(), NOW)).not.toThrow()
  })
})

test('the cache is where the project’s other tools have theirs', async () => {
  expect(defaultCacheFolder(folder)).toBe(join(folder, '.maillage/cache'))
  await mkdir(join(folder, 'node_modules'), { recursive: true })
  expect(defaultCacheFolder(folder)).toBe(join(folder, 'node_modules/.cache/maillage'))
})
