import { spawnSync } from 'node:child_process'
import { Ajv } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormatsModule from 'ajv-formats'
import { parse } from 'csv-parse/sync'
import { MultiDirectedGraph } from 'graphology'
import gexf from 'graphology-gexf'
import graphml from 'graphology-graphml'
import { describe, expect, it } from 'vitest'
import { contentOf, exportInput } from './fixture.ts'
import { exportAll, FORMATS } from './formats.ts'

const input = exportInput()
const read = (path: string) => contentOf(exportAll()(input), path)
const { graph } = input
const size = { nodes: graph.order, edges: graph.size }

describe('exports', () => {
  it('holds every kind of node and edge in what is exported here', () => {
    expect([...new Set(graph.mapNodes((_, { category }) => category))].sort()).toEqual([
      'concept',
      'document',
      'event',
      'initiative',
      'organization',
      'person',
      'place',
      'product',
      'target',
      'work',
    ])
    const relations = new Set(graph.mapEdges((_, { relation }) => relation))
    for (const relation of ['worksFor', 'hasTarget', 'mentions', 'about', 'coOccurs'])
      expect(relations).toContain(relation)
  })

  it('writes the same bytes twice, each file once, within data/', () => {
    const write = () =>
      [...exportAll()(exportInput())].map(({ path, content }) => [
        path,
        typeof content === 'string' ? content : [...(content as Iterable<string>)].join(''),
      ])
    const files = write()
    expect(write()).toEqual(files)
    const paths = files.map(([path]) => path)
    expect(new Set(paths).size).toBe(paths.length)
    for (const path of paths) expect(path).toMatch(/^data\/[^/]/)
    for (const [, content] of files) expect(content?.endsWith('\n')).toBe(true)
  })

  it('writes only the formats that are asked for', () => {
    expect([...exportAll(['gexf'])(input)].map(({ path }) => path)).toEqual(['data/graph.gexf'])
    expect([...exportAll(Object.keys(FORMATS) as (keyof typeof FORMATS)[])(input)].length).toBe(
      [...exportAll()(input)].length,
    )
  })
})

describe('graph.json', () => {
  it('is imported by graphology as the same graph', () => {
    const imported = MultiDirectedGraph.from(JSON.parse(read('data/graph.json')))
    expect(imported.export()).toEqual(graph.export())
    expect({ nodes: imported.order, edges: imported.size }).toEqual(size)
  })
})

describe('GEXF', () => {
  it('is read by graphology-gexf with every attribute', () => {
    const imported = gexf.parse(MultiDirectedGraph, read('data/graph.gexf'))
    expect({ nodes: imported.order, edges: imported.size }).toEqual(size)
    graph.forEachNode((node, attributes) => {
      for (const [name, value] of Object.entries(attributes)) {
        if (value === null || name === 'color') continue
        expect([node, name, imported.getNodeAttribute(node, name)]).toEqual([node, name, value])
      }
    })
    graph.forEachEdge((edge, { label, weight, relation }, source, target) => {
      expect(imported.extremities(edge)).toEqual([source, target])
      expect(imported.getEdgeAttributes(edge)).toMatchObject({ label, weight, relation, kind: relation })
    })
  })
})

describe('GraphML', () => {
  it('is read by graphology-graphml with every attribute', () => {
    const imported = graphml.parse(MultiDirectedGraph, read('data/graph.graphml'))
    expect({ nodes: imported.order, edges: imported.size }).toEqual(size)
    graph.forEachNode((node, attributes) => {
      const present = Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== null))
      expect(imported.getNodeAttributes(node)).toEqual(present)
    })
    graph.forEachEdge((edge, attributes) => expect(imported.getEdgeAttributes(edge)).toEqual(attributes))
  })

  const python = spawnSync('python3', ['-c', 'import networkx'])
  it.skipIf(python.status !== 0)('is read by NetworkX', () => {
    const script = [
      'import sys, networkx as nx, json',
      'g = nx.read_graphml(sys.stdin.buffer, force_multigraph=True)',
      'print(json.dumps([g.number_of_nodes(), g.number_of_edges(), g.is_directed(), sorted(n for n, d in g.nodes(data=True) if d["category"] == "target" and d.get("targetYear") == 2040)]))',
    ].join('\n')
    const { stdout, stderr } = spawnSync('python3', ['-c', script], {
      input: read('data/graph.graphml'),
      encoding: 'utf8',
    })
    expect(stderr).toBe('')
    const years = graph.filterNodes((_, { targetYear }) => targetYear === 2040)
    expect(JSON.parse(stdout)).toEqual([size.nodes, size.edges, true, years])
  })
})

/** JSON Graph Format 2, as its specification words it. */
const JGF = {
  type: 'object',
  required: ['graph'],
  additionalProperties: false,
  properties: {
    graph: {
      type: 'object',
      additionalProperties: false,
      properties: {
        id: { type: 'string' },
        label: { type: 'string' },
        directed: { type: 'boolean' },
        type: { type: 'string' },
        metadata: { type: 'object' },
        nodes: {
          type: 'object',
          additionalProperties: {
            type: 'object',
            additionalProperties: false,
            properties: { label: { type: 'string' }, metadata: { type: 'object' } },
          },
        },
        edges: {
          type: 'array',
          items: {
            type: 'object',
            additionalProperties: false,
            required: ['source', 'target'],
            properties: {
              id: { type: 'string' },
              source: { type: 'string' },
              target: { type: 'string' },
              relation: { type: 'string' },
              directed: { type: 'boolean' },
              label: { type: 'string' },
              metadata: { type: 'object' },
            },
          },
        },
      },
    },
  },
}

describe('JSON Graph Format', () => {
  it('is valid, with ends that exist', () => {
    const { graph: exported } = JSON.parse(read('data/graph.jgf.json'))
    const validate = new Ajv().compile(JGF)
    expect(validate({ graph: exported }), JSON.stringify(validate.errors)).toBe(true)
    expect({ nodes: Object.keys(exported.nodes).length, edges: exported.edges.length }).toEqual(size)
    for (const { source, target } of exported.edges) {
      expect(exported.nodes).toHaveProperty([source])
      expect(exported.nodes).toHaveProperty([target])
    }
  })
})

describe('CSV', () => {
  it('has a row for each node and edge', () => {
    const nodes = parse(read('data/nodes.csv'), { columns: true }) as Record<string, string>[]
    const edges = parse(read('data/edges.csv'), { columns: true }) as Record<string, string>[]
    expect({ nodes: nodes.length, edges: edges.length }).toEqual(size)
    const ids = new Set(nodes.map(({ Id }) => Id))
    for (const { Source, Target, Type } of edges) {
      expect(ids).toContain(Source)
      expect(ids).toContain(Target)
      expect(Type).toBe('Directed')
    }
  })

  it('holds no cell that a spreadsheet would run', () => {
    for (const path of ['data/nodes.csv', 'data/edges.csv', 'data/targets.csv']) {
      const rows = parse(read(path), { bom: true }) as string[][]
      for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+@\t\r]|^-(?!\d+(\.\d+)?$)/)
    }
    expect(read('data/nodes.csv')).toContain("'=SUM(A1)")
  })

  it('has a row for each target, with its quote, file and line', () => {
    const rows = parse(read('data/targets.csv'), { bom: true, columns: true }) as Record<string, string>[]
    expect(rows.length).toBe(input.knowledge.targets.length)
    expect(rows.find(({ actor }) => actor === 'Velmont')).toMatchObject({
      kind: 'carbon-neutrality',
      value: '38000',
      unit: 't',
      targetYear: '2040',
      baselineYear: '',
      missing: 'baselineYear scope',
      quote: 'Velmont vise la neutralité carbone d’ici 2040',
      file: 'articles/velmont-plan.md',
      line: '3',
      documentDate: '2024-03',
    })
  })
})

describe('Neo4j import', () => {
  it('has the headers and ends that neo4j-admin wants', () => {
    const nodes = parse(read('data/neo4j/nodes.csv'), { columns: true }) as Record<string, string>[]
    const relationships = parse(read('data/neo4j/relationships.csv'), { columns: true }) as Record<string, string>[]
    expect({ nodes: nodes.length, edges: relationships.length }).toEqual(size)
    const ids = new Set(nodes.map((node) => node['id:ID']))
    for (const relationship of relationships) {
      expect(ids).toContain(relationship[':START_ID'])
      expect(ids).toContain(relationship[':END_ID'])
      expect(relationship[':TYPE']).toMatch(/^[A-Z]+(_[A-Z]+)*$/)
    }
    expect(new Set(nodes.map((node) => node[':LABEL']))).toContain('Entity;Organization')
    expect(new Set(relationships.map((relationship) => relationship[':TYPE']))).toContain('MEMBER_OF')
  })
})

describe('JSON Schemas', () => {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true })
  ;(addFormatsModule as unknown as typeof addFormatsModule.default)(ajv)
  const validator = (name: string) => ajv.compile(JSON.parse(read(`data/schema/${name}.schema.json`)))

  it.each([
    ['knowledge', 'data/knowledge.json'],
    ['graph', 'data/graph.json'],
    ['document', 'data/documents/velmont-plan.json'],
  ])('%s validates %s', (name, path) => {
    const validate = validator(name)
    expect(validate(JSON.parse(read(path))), JSON.stringify(validate.errors)).toBe(true)
  })

  it.each([
    [
      'a relation without evidence',
      (k: { relations: { evidence: unknown[] }[] }) => k.relations[0]?.evidence.splice(0),
    ],
    [
      'a category of its own',
      (k: { entities: { category: string }[] }) => Object.assign(k.entities[0] ?? {}, { category: 'thing' }),
    ],
    ['a field of its own', (k: object) => Object.assign(k, { extra: 1 })],
  ])('refuses %s', (_, spoil) => {
    const knowledge = JSON.parse(read('data/knowledge.json'))
    spoil(knowledge)
    expect(validator('knowledge')(knowledge)).toBe(false)
  })
})
