import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { compareCodePoints, listContent, readDocument } from './read-content.ts'

let root: string
let content: string

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'maillage-read-'))
  content = join(root, 'content')
  await mkdir(content)
})

afterEach(() => rm(root, { recursive: true }))

async function write(path: string, text: string | Uint8Array = '# Foo'): Promise<void> {
  await mkdir(dirname(join(content, path)), { recursive: true })
  await writeFile(join(content, path), text)
}

async function readAll() {
  const { files, problems } = await listContent(content)
  const read = await Promise.all(files.map((file) => readDocument(content, file)))
  return {
    documents: read.flatMap(({ document }) => (document ? [document] : [])),
    messages: [...problems, ...read.map(({ file }) => file)].flatMap(({ path, messages }) =>
      messages.map(({ ruleId, fatal }) => [path, ruleId, fatal ? 'error' : 'warning']),
    ),
  }
}

describe('the files of a content folder', () => {
  it('are its Markdown files of any depth, in code point order', async () => {
    for (const path of ['b.md', 'a/z.md', 'a/b/c.MARKDOWN', 'a.md', 'entities.yml', 'x.txt', 'é.md']) await write(path)
    for (const path of ['.hidden.md', '.git/x.md', 'node_modules/y.md', 'a/node_modules/z.md']) await write(path)
    const { files, problems } = await listContent(content)
    expect(files.map(({ path }) => path)).toEqual(['a.md', 'a/b/c.MARKDOWN', 'a/z.md', 'b.md', 'é.md'])
    expect(problems).toEqual([])
  })

  it('are found through links, each once, as long as these stay within it', async () => {
    await write('a/one.md')
    await writeFile(join(root, 'secret.md'), '# Secret')
    await mkdir(join(root, 'content-outside'))
    await symlink('..', join(content, 'a', 'loop'))
    await symlink(join(content, 'a', 'one.md'), join(content, 'two.md'))
    await symlink(join(root, 'secret.md'), join(content, 'secret.md'))
    await symlink(join(root, 'content-outside'), join(content, 'outside'))
    await symlink('nowhere.md', join(content, 'broken.md'))
    const { documents, messages } = await readAll()
    expect(documents.map(({ path }) => path)).toEqual(['a/one.md', 'two.md'])
    expect(messages).toEqual([
      ['broken.md', 'broken-link', 'error'],
      ['outside', 'link-out-of-folder', 'error'],
      ['secret.md', 'link-out-of-folder', 'error'],
    ])
  })

  it('cannot be listed where the folder is missing', async () => {
    await expect(listContent(join(root, 'nowhere'))).rejects.toThrow('ENOENT')
  })
})

it('says what cannot be used, and reads the rest', async () => {
  await write('binary.md', new Uint8Array([0x23, 0x20, 0, 0x41]))
  await write('empty.md', '\n \n')
  await write('front.md', '---\ntitle: "a\n---\n\n# Foo')
  await write('good.md')
  await write('latin.md', new Uint8Array([0x23, 0x20, 0xe9, 0x0a]))
  await write('articles/good.md')
  const { documents, messages } = await readAll()
  expect(documents.map(({ id }) => id)).toEqual(['good', 'front', expect.stringMatching(/^good-[0-9a-f]{8}$/)])
  expect(messages).toEqual([
    ['binary.md', 'not-text', 'error'],
    ['empty.md', 'empty-file', 'error'],
    ['front.md', 'front-matter', 'warning'],
    ['good.md', 'duplicate-id', 'warning'],
    ['latin.md', 'not-utf-8', 'error'],
  ])
})

it('says that a file has gone since it was listed', async () => {
  await write('a.md')
  const { files } = await listContent(content)
  await rm(join(content, 'a.md'))
  const [entry] = files
  if (!entry) throw new Error('Expected a file')
  const { document, file } = await readDocument(content, entry)
  expect(document).toBeNull()
  expect(file.messages.map(String)).toEqual([
    'a.md:1:1: Unexpected file that cannot be read (ENOENT), expected a readable one',
  ])
})

it('says which folder cannot be read', async () => {
  await write('a/b.md')
  await chmod(join(content, 'a'), 0)
  const { problems } = await listContent(content)
  await chmod(join(content, 'a'), 0o755)
  // Who may read everything (root) reads this too.
  if (process.getuid?.() !== 0) expect(problems.map(({ path }) => path)).toEqual(['a'])
})

it('orders strings by code point', () => {
  expect(['\u{1F600}', '\uFF41', 'a', 'ab', '', 'é'].sort(compareCodePoints)).toEqual([
    '',
    'a',
    'ab',
    'é',
    '\uFF41',
    '\u{1F600}',
  ])
})
