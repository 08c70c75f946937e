import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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
  it.skipIf(!hasNetworkx)('has NetworkX read the graph as it shows', () => {
    expect(run('python3', 'example.py', example('python'))).toMatchObject({ stderr: '', stdout: written })
  })

  it('names every format and our namespace as they are', () => {
    for (const name of Object.keys(FORMATS)) expect(text).toContain(`| \`${name}\` |`)
    expect(text.split(NAMESPACES.mlg).length).toBe(3)
  })
})
