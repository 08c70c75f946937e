import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { generateCorpus, writeCorpus } from '../../scripts/generate-corpus.ts'
import { readKnowledge } from '../build.ts'
import type { DocumentAnalysis, Message } from '../model.ts'
import { listContent } from '../read/read-content.ts'
import { readConfig } from '../read-config.ts'
import { analyzeCorpus } from './analyze-corpus.ts'
import type { FileResult } from './analyze-file.ts'
import { type MergedResult, type MergedResults, mergeResults, reduceAnalysis } from './merge-results.ts'

let contentDir: string
beforeAll(async () => {
  contentDir = await mkdtemp(join(tmpdir(), 'maillage-merge-'))
  writeCorpus(contentDir, generateCorpus(8))
  await writeFile(join(contentDir, 'empty.md'), '')
})
afterAll(() => rm(contentDir, { recursive: true, force: true }))

async function settings() {
  return { contentDir, config: await readConfig(null), configFile: null, cacheFolder: null }
}

const summary = {} as Extract<MergedResult, { summary: unknown }>['summary']
const message = (reason: string): Message => ({
  reason,
  line: null,
  column: null,
  ruleId: 'analysis-failed',
  source: 'maillage',
  severity: 'error',
})
/** Of few files, so that they meet; each file has one analysis, and may have failed in several ways. */
const anyResult: fc.Arbitrary<MergedResult> = fc
  .record({ path: fc.constantFrom('a', 'b', 'c', '__proto__'), failure: fc.option(fc.constantFrom('x', 'y', 'z')) })
  .map(({ path, failure }) =>
    failure === null
      ? { path, key: `key of ${path}`, summary, analysis: null }
      : { path, key: null, messages: [message(failure)] },
  )
const shards = fc.array(anyResult, { maxLength: 6 })
const merge = (...parts: readonly Iterable<MergedResult>[]): MergedResults => {
  const merged = new Map<string, MergedResult>()
  for (const part of parts) mergeResults(merged, part)
  return merged
}
const of = (merged: MergedResults) => [...merged].sort(([a], [b]) => (a < b ? -1 : 1))

test('merging is associative, commutative and idempotent', () => {
  fc.assert(
    fc.property(shards, shards, shards, (a, b, c) => {
      const all = of(merge(a, b, c))
      expect(of(merge(merge(a, b).values(), c))).toEqual(all)
      expect(of(merge(a, merge(b, c).values()))).toEqual(all)
      expect(of(merge(c, b, a))).toEqual(all)
      expect(of(merge(merge(a, b, c).values(), b, a, a, c))).toEqual(all)
    }),
  )
})

test('one file with two analyses that differ is refused, in whatever order they come', () => {
  const [a, b] = ['one', 'two'].map((key) => [{ path: 'a.md', key, summary, analysis: null }])
  for (const parts of [
    [a, b],
    [b, a],
  ] as MergedResult[][][])
    expect(() => merge(...parts)).toThrow('a.md has two analyses of different texts or versions')
})

test('results in any order, in any groups, and twice, give the knowledge that a build alone gives', async () => {
  const alone = await readKnowledge(await settings())
  const { files } = await listContent(contentDir)
  const corpus = await analyzeCorpus(files, await settings())
  const key = new Map([...corpus.kept].map(([key, { document }]) => [document.path, key]))
  const analyses = [...corpus.documents()].map(
    (analysis): FileResult => ({
      path: analysis.document.path,
      key: key.get(analysis.document.path) ?? 'never',
      body: Buffer.from(JSON.stringify(analysis)),
    }),
  )
  const results: FileResult[] = [...analyses, ...corpus.failures.map((failure) => ({ key: null, ...failure }))]
  const order = fc
    .tuple(fc.shuffledSubarray(results, { minLength: results.length }), fc.subarray(results))
    .chain(([every, again]) => fc.shuffledSubarray([...every, ...again], { minLength: every.length + again.length }))
  await fc.assert(
    fc.asyncProperty(order, async (arriving) => {
      async function* analyzeElsewhere() {
        for (const result of arriving) yield { ...result, isNew: true }
      }
      const read = await readKnowledge({ ...(await settings()), analyzeElsewhere })
      expect(JSON.stringify(read.knowledge)).toBe(JSON.stringify(alone.knowledge))
      expect(read.messages).toEqual(alone.messages)
      expect([...read.corpus.documents()]).toEqual([...corpus.documents()])
    }),
    { numRuns: 8 },
  )
})

test('an analysis is reduced without a change to what it says, and holds each passage once', async () => {
  const { files } = await listContent(contentDir)
  const corpus = await analyzeCorpus(files, await settings())
  for (const analysis of corpus.documents()) {
    const { text: _text, blocks: _blocks, sections: _sections, html: _html, ...summary } = analysis
    const expected = JSON.stringify(summary)
    const reduced = reduceAnalysis(JSON.parse(JSON.stringify(analysis)) as DocumentAnalysis)
    expect(JSON.stringify(reduced)).toBe(expected)
    const passages = [
      ...reduced.relations.map(({ evidence }) => evidence),
      ...reduced.targets.flatMap(({ evidence, fields }) => [evidence, ...Object.values(fields)]),
    ]
    const spans = new Set(passages.map(({ start, end }) => `${start} ${end}`))
    expect(new Set(passages).size).toBe(spans.size)
    expect(spans.size).toBeLessThan(passages.length)
  }
})
