import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MultiDirectedGraph } from 'graphology'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { KnowledgeGraph } from '../connect/assemble-graph.ts'
import { recallLayout } from './recall-layout.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'maillage-layout-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

function ring(weight: number): KnowledgeGraph {
  const graph: KnowledgeGraph = new MultiDirectedGraph()
  const node = {
    category: 'person',
    x: 0,
    y: 0,
    size: 6,
    color: '#000000',
    community: 0,
    mentions: 1,
    documents: 1,
  } as const
  for (let i = 0; i < 12; i++) graph.addNode(`person/${i}`, { ...node, label: String(i) })
  for (let i = 0; i < 12; i++)
    graph.addEdgeWithKey(`relation/${i}`, `person/${i}`, `person/${(i * 5 + 1) % 12}`, {
      relation: 'partnerOf',
      label: '',
      weight: i === 0 ? weight : 1,
      confidence: 1,
      polarity: 'positive',
      modality: 'asserted',
      evidence: 1,
    })
  return graph
}
const positions = (graph: KnowledgeGraph) => graph.mapNodes((node, { x, y }) => [node, x, y])

test('positions that are recalled are those that are computed', async () => {
  const computed = positions(recallLayout(ring(1), null))
  expect(positions(recallLayout(ring(1), folder))).toEqual(computed)
  const shards = await readdir(folder)
  expect(positions(recallLayout(ring(1), folder))).toEqual(computed)
  expect(await readdir(folder)).toEqual(shards)
})

test('a graph with other ties is laid out anew', () => {
  expect(positions(recallLayout(ring(40), folder))).toEqual(positions(recallLayout(ring(40), null)))
})
