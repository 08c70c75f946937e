import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FileResult } from '../analyze-file.ts'
import {
  cutShards,
  decodeResult,
  encodeResult,
  keyOf,
  manifestOf,
  readManifest,
  type Shard,
  type ShardDocument,
  shardOf,
} from './shard.ts'

const EXTRACTOR = { extractorVersion: '1/abc', configHash: 'def' }
let contentDir: string
beforeAll(async () => {
  contentDir = await mkdtemp(join(tmpdir(), 'maillage-shard-'))
})
afterAll(() => rm(contentDir, { recursive: true, force: true }))

const file = (name: string) => ({ id: name, path: `${name}.md`, sameIdAs: null })
const names = (count: number) => Array.from({ length: count }, (_, i) => `note-${String(i).padStart(5, '0')}`)

async function cut(names: readonly string[]): Promise<Shard[]> {
  const shards: Shard[] = []
  for await (const shard of cutShards(names.map(file), contentDir, EXTRACTOR)) shards.push(shard)
  return shards
}

test('shards have all documents in their order, 50 to 500 each', async () => {
  const shards = await cut(names(3000))
  expect(shards.flatMap(({ documents }) => documents.map(({ id }) => id))).toEqual(names(3000))
  const sizes = shards.slice(0, -1).map(({ documents }) => documents.length)
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(50)
  expect(Math.max(...sizes)).toBeLessThanOrEqual(500)
  expect(new Set(shards.map(({ id }) => id)).size).toBe(shards.length)
})

test('a document more or less leaves most shards as they were', async () => {
  const before = await cut(names(3000))
  const ids = new Set(before.map(({ id }) => id))
  for (const changed of [['note-00100-b', ...names(3000)].sort(), names(3000).slice(1)]) {
    const kept = (await cut(changed)).filter(({ id }) => ids.has(id))
    expect(kept.length).toBeGreaterThan(before.length - 5)
  }
})

test('an edit changes the shard of the document and no other', async () => {
  const before = await cut(names(400))
  await writeFile(join(contentDir, 'note-00000.md'), 'Now there is a text.')
  const after = await cut(names(400))
  expect(after.map(({ id }, index) => id === before[index]?.id)).toEqual(after.map((_, index) => index !== 0))
})

const documents: ShardDocument[] = ['a', 'b', 'c'].map((name) => ({ ...file(name), sha256: name.repeat(64) }))

test('a manifest is read by its id only', () => {
  const { id } = shardOf(documents, EXTRACTOR)
  const manifest = manifestOf(documents, EXTRACTOR)
  expect(readManifest(id, Buffer.from(manifest))).toEqual(documents)
  expect(readManifest(id, Buffer.from(manifest.replace('a.md', '../a.md')))).toBeNull()
  expect(shardOf(documents, { ...EXTRACTOR, configHash: 'x' }).id).not.toBe(id)
})

const message = { reason: 'Unexpected', line: null, column: null, ruleId: 'x', source: 'y', severity: 'error' } as const
const results: FileResult[] = documents.map((document, index) =>
  index === 1
    ? { path: document.path, key: null, messages: [message] }
    : { path: document.path, key: keyOf(document, EXTRACTOR) as string, body: Buffer.from(`{"text":"é ${index}"}`) },
)
const plain = (results: readonly FileResult[] | null) =>
  results?.map((result) => (result.key === null ? result : { ...result, body: Buffer.from(result.body).toString() }))

test('a result comes back as it went', async () => {
  const shard = shardOf(documents, EXTRACTOR)
  expect(plain(await decodeResult(shard, EXTRACTOR, await encodeResult(shard.id, results)))).toEqual(plain(results))
})

test('a result that is damaged, cut off, too short or of another shard is none', async () => {
  const shard = shardOf(documents, EXTRACTOR)
  const bytes = await encodeResult(shard.id, results)
  const other = shardOf([...documents].reverse(), EXTRACTOR)
  expect(await decodeResult(other, EXTRACTOR, bytes)).toBeNull()
  expect(await decodeResult(shard, EXTRACTOR, await encodeResult(shard.id, results.slice(1)))).toBeNull()
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
      const damaged = Buffer.from(bytes)
      damaged[at] = (damaged[at] as number) ^ flip
      // The byte between digest and content says nothing.
      if (at !== 64) expect(await decodeResult(shard, EXTRACTOR, damaged)).toBeNull()
      expect(await decodeResult(shard, EXTRACTOR, bytes.subarray(0, at))).toBeNull()
    }),
  )
})
