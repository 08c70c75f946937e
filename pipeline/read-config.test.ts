import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { findConfig, readConfig } from './read-config.ts'

let scratch: string
let folder: string
let count = 0
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'maillage-config-'))
})
afterAll(() => rm(scratch, { recursive: true, force: true }))
beforeEach(async () => {
  folder = join(scratch, String(count++))
  await mkdir(folder)
})

async function read(name: string, content: string) {
  await writeFile(join(folder, name), content)
  return readConfig(findConfig(folder))
}

test('without a file, the defaults', async () => {
  expect(findConfig(folder)).toBeNull()
  expect(await readConfig(null)).toMatchObject({
    title: null,
    baseUrl: null,
    languages: ['fr', 'en'],
    remarkPlugins: [],
    colors: {},
    leaveOut: [],
  })
})

test.each([
  ['maillage.config.json', '{ "title": "Climat", "leaveOut": ["drafts/**"] }'],
  ['maillage.config.js', 'export default { title: "Climat", leaveOut: ["drafts/**"] }'],
  ['maillage.config.mjs', 'export default { title: "Climat", leaveOut: ["drafts/**"] }'],
  ['maillage.config.ts', 'const title: string = "Climat"; export default { title, leaveOut: ["drafts/**"] as const }'],
])('%s is read', async (name, content) => {
  expect(await read(name, content)).toMatchObject({ title: 'Climat', leaveOut: ['drafts/**'], languages: ['fr', 'en'] })
})

test('remark plugins come through as functions', async () => {
  const { remarkPlugins } = await read(
    'maillage.config.ts',
    'const quiet = () => () => {}; export default { remarkPlugins: [quiet, [quiet, { deep: true }]] }',
  )
  expect(remarkPlugins).toEqual([expect.any(Function), [expect.any(Function), { deep: true }]])
})

describe('only what an analysis depends on changes its digest', () => {
  const hash = async (content: string) => (await read('maillage.config.mjs', content)).analysisHash
  test('the title, colours and address do not', async () => {
    const plain = (await readConfig(null)).analysisHash
    expect(
      await hash('export default { title: "A", baseUrl: "https://a.example", colors: { person: "#abcdef" } }'),
    ).toBe(plain)
  })
  test('plugins and languages do', async () => {
    const plain = (await readConfig(null)).analysisHash
    expect(await hash('export default { remarkPlugins: [() => {}] }')).not.toBe(plain)
    folder = join(scratch, 'languages')
    await mkdir(folder)
    expect(await hash('export default { languages: ["fr"] }')).not.toBe(plain)
  })
})

test.each([
  ['[]', 'unexpected [], expected options'],
  ['{ "titel": "A" }', 'unexpected option `titel`, expected one of title,'],
  ['{ "title": "" }', 'unexpected `title`: "", expected a text'],
  ['{ "title": 3 }', 'unexpected `title`: 3'],
  ['{ "baseUrl": "javascript:alert(1)" }', 'expected an http or https address'],
  ['{ "baseUrl": "example.org" }', 'expected an http or https address'],
  ['{ "languages": [] }', 'expected a list of `fr` and `en`'],
  ['{ "languages": ["de"] }', 'expected a list of `fr` and `en`'],
  ['{ "remarkPlugins": ["remark-math"] }', 'expected a list of remark plugins'],
  ['{ "colors": { "person": "red" } }', 'expected colours like'],
  ['{ "colors": { "constructor": "#abcdef" } }', 'expected colours like'],
  ['{ "leaveOut": "drafts" }', 'expected a list of globs'],
  ['{ "__proto__": { "title": "A" } }', 'unexpected option `__proto__`'],
  ['{ "title": ', 'maillage.config.json cannot be read'],
])('%s is refused', async (content, sentence) => {
  await expect(read('maillage.config.json', content)).rejects.toThrow(sentence)
})

test('a file that throws is named', async () => {
  await expect(read('maillage.config.mjs', 'throw new Error("no network")')).rejects.toThrow(
    'read-config: maillage.config.mjs cannot be read: no network',
  )
})
