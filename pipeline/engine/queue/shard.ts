import { hash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import type { ContentFile } from '../../read/read-content.ts'
import type { FileResult } from '../analyze-file.ts'
import { cacheKey } from '../cache.ts'

/** What an analysis is made with. */
export interface Extractor {
  extractorVersion: string
  configHash: string
}

export interface ShardDocument extends ContentFile {
  /** Hex digest of the file's bytes; null when it cannot be read. */
  sha256: string | null
}

/** A range of the documents of a corpus: the work of one job. */
export interface Shard {
  /** Hex digest of its manifest. */
  id: string
  documents: readonly ShardDocument[]
}

/** A shard has no fewer documents, unless it is the last, and no more. */
const LEAST = 50
const MOST = 500
/** Beyond the least, one name in so many ends a shard. */
const SPREAD = 64

/**
 * Cuts a corpus into shards, in its order. Where a shard ends depends on the paths around it alone: what is added,
 * removed or edited changes the shards it is in, and leaves the others, with their results, as they were.
 */
export async function* cutShards(
  files: readonly ContentFile[],
  contentDir: string,
  extractor: Extractor,
): AsyncIterable<Shard> {
  let documents: ShardDocument[] = []
  for (const file of files) {
    documents.push({ ...file, sha256: await digestOf(contentDir, file) })
    const isEnd = Number.parseInt(hash('sha1', file.path).slice(0, 8), 16) % SPREAD === 0
    if (documents.length < MOST && !(isEnd && documents.length >= LEAST)) continue
    yield shardOf(documents, extractor)
    documents = []
  }
  if (documents.length > 0) yield shardOf(documents, extractor)
}

export function shardOf(documents: readonly ShardDocument[], extractor: Extractor): Shard {
  return { id: hash('sha256', manifestOf(documents, extractor)), documents }
}

/** Hex digest of a file of the content; null when it cannot be read. */
export async function digestOf(contentDir: string, { path }: ContentFile): Promise<string | null> {
  const bytes = await readFile(join(contentDir, path)).catch(() => null)
  return bytes === null ? null : hash('sha256', bytes)
}

/** The documents of a shard and what they are to be analysed with, as JSON. */
export function manifestOf(documents: readonly ShardDocument[], extractor: Extractor): string {
  const { extractorVersion, configHash } = extractor
  const rows = documents.map(({ id, path, sameIdAs, sha256 }) => [id, path, sameIdAs, sha256])
  return JSON.stringify([extractorVersion, configHash, rows])
}

/** The documents of a manifest; null when it is not the one that `id` names. */
export function readManifest(id: string, manifest: Uint8Array): ShardDocument[] | null {
  if (hash('sha256', manifest) !== id) return null
  const [, , rows] = JSON.parse(Buffer.from(manifest).toString('utf8')) as [string, string, (string | null)[][]]
  return rows.map(([id, path, sameIdAs, sha256]) => ({ id, path, sameIdAs, sha256 }) as ShardDocument)
}

export const manifestName = (id: string) => `manifests/${id.slice(0, 2)}/${id.slice(2)}`
export const resultName = (id: string) => `results/${id.slice(0, 2)}/${id.slice(2)}`
/** A result in which an analysis failed: another build tries again. */
export const partialName = (id: string) => `partial/${id.slice(0, 2)}/${id.slice(2)}`

/** Key of a document's analysis in a cache; null when the document could not be read. */
export function keyOf({ sha256, id, path, sameIdAs }: ShardDocument, extractor: Extractor): string | null {
  return sha256 === null ? null : cacheKey({ sha256, id, path, sameIdAs, ...extractor })
}

const DIGEST_LENGTH = 64
const NEWLINE = Buffer.from('\n')

/**
 * The results of a shard, in the order of its documents: a line with a digest of the shard's id and what follows; then,
 * compressed by gzip, one line of JSON a document, its analysis or `{ "failed": messages }`.
 */
export async function encodeResult(id: string, results: readonly FileResult[]): Promise<Uint8Array> {
  const lines = results.flatMap((result) => [
    result.key === null ? Buffer.from(JSON.stringify({ failed: result.messages })) : result.body,
    NEWLINE,
  ])
  const packed = await promisify(gzip)(Buffer.concat(lines), { level: 1 })
  return Buffer.concat([Buffer.from(digestOfResult(id, packed)), NEWLINE, packed])
}

/** The results of a shard; null when they are damaged, or those of another shard. */
export async function decodeResult(
  shard: Shard,
  extractor: Extractor,
  bytes: Uint8Array,
): Promise<FileResult[] | null> {
  const packed = bytes.subarray(DIGEST_LENGTH + 1)
  if (Buffer.from(bytes.subarray(0, DIGEST_LENGTH)).toString('latin1') !== digestOfResult(shard.id, packed)) return null
  const body = await promisify(gunzip)(packed)
  const results: FileResult[] = []
  let start = 0
  for (const document of shard.documents) {
    const end = body.indexOf(10, start)
    if (end < 0) return null
    const line = body.subarray(start, end)
    start = end + 1
    const key = keyOf(document, extractor)
    const isFailure = line.subarray(0, FAILED.length).equals(FAILED)
    if (isFailure) results.push({ path: document.path, key: null, messages: JSON.parse(line.toString('utf8')).failed })
    else if (key === null) return null
    else results.push({ path: document.path, key, body: line })
  }
  return start === body.length ? results : null
}

const FAILED = Buffer.from('{"failed":')

function digestOfResult(id: string, packed: Uint8Array): string {
  return hash('sha256', Buffer.concat([Buffer.from(id), packed]))
}
