import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse as parseCsv } from 'csv-parse/sync'
import oxigraph from 'oxigraph'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contentOf, exportInput } from './fixture.ts'
import { exportAll, FORMATS } from './formats.ts'
import { NAMESPACES } from './vocabulary.ts'

const text = readFileSync(new URL('FORMAT.md', import.meta.url), 'utf8')
const example = (language: string) => new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``).exec(text)?.[1] ?? ''
const input = exportInput()
const written = 'Velmont → neutralité carbone · 38\u202f000\u00a0t · 2040\n'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'format-'))
  for (const file of ['graph.json', 'graph.graphml']) {
    writeFileSync(join(folder, file), contentOf(exportAll()(input), `data/${file}`))
  }
  symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const run = (command: string, file: string, code: string) => {
  writeFileSync(join(folder, file), code)
  return spawnSync(command, [file], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, PYTHONIOENCODING: 'utf-8' },
  })
}

describe('FORMAT.md', () => {
  it('has graphology read the graph as it shows', () => {
    expect(run(process.execPath, 'example.mjs', example('js'))).toMatchObject({ stderr: '', stdout: written })
  })

  const hasNetworkx = spawnSync('python3', ['-c', 'import networkx']).status === 0
  it.skipIf(!hasNetworkx)('has NetworkX read the graph as it shows (skipped where python3 has no networkx)', () => {
    expect(run('python3', 'example.py', example('python'))).toMatchObject({ stderr: '', stdout: written })
  })

  it('has a SPARQL engine answer the query as it shows', () => {
    const store = new oxigraph.Store()
    store.load(contentOf(exportAll()(input), 'data/graph.ttl'), { format: 'text/turtle' })
    const rows = store.query(example('sparql')) as Map<string, { value: string }>[]
    const values = rows.map((row) => ['who', 'metric', 'year', 'quote'].map((name) => row.get(name)?.value))
    expect(values).toEqual([['Velmont', 'neutralité carbone', '2040', 'Velmont vise la neutralité carbone d’ici 2040']])
  })

  it('asks Neo4j for labels, types and properties that its import has', () => {
    const csv = (name: string) => parseCsv(contentOf(exportAll()(input), `data/neo4j/${name}.csv`)) as string[][]
    const [nodeHead = [], ...nodes] = csv('nodes')
    const [edgeHead = [], ...edges] = csv('relationships')
    const cypher = example('cypher')
    expect(cypher).toContain('MATCH')
    const all = (pattern: RegExp) => [...cypher.matchAll(pattern)].map(([, name]) => name)
    const labels = new Set(nodes.flatMap((row) => row[nodeHead.indexOf(':LABEL')]?.split(';') ?? []))
    for (const label of all(/\(\w*:(\w+)\)/g)) expect([...labels]).toContain(label)
    const types = new Set(edges.map((row) => row[edgeHead.indexOf(':TYPE')]))
    for (const type of all(/\[:(\w+)\]/g)) expect([...types]).toContain(type)
    const properties = nodeHead.map((head) => head.split(':')[0])
    for (const property of all(/\w\.(\w+)/g)) expect(properties).toContain(property)
    const ids = new Set(nodes.map((row) => row[nodeHead.indexOf('id:ID')]))
    for (const row of edges)
      for (const end of [':START_ID', ':END_ID']) expect(ids).toContain(row[edgeHead.indexOf(end)])
  })

  it('names every format and our namespace as they are', () => {
    for (const name of Object.keys(FORMATS)) expect(text).toContain(`| \`${name}\` |`)
    expect(text.split(NAMESPACES.mlg).length).toBe(3)
  })
})
