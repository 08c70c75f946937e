import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { build } from '../build.ts'
import { readConfig } from '../read-config.ts'

const scratch = await mkdtemp(join(tmpdir(), 'maillage-hostile-'))
afterAll(() => rm(scratch, { recursive: true, force: true }))

const SENTENCE = 'Boreatech vise la neutralité carbone d’ici 2045.'

/** Aliases of aliases: a billion items when all are followed. */
const BOMB = ['a: &a [x, x, x, x, x, x, x, x, x, x]']
for (const [i, name] of [...'bcdefghij'].entries())
  BOMB.push(`${name}: &${name} [${Array(10).fill(`*${'abcdefghi'[i]}`).join(', ')}]`)

const FILES: readonly [string, string | Uint8Array][] = [
  ['\u00e9olien.md', SENTENCE],
  ['e\u0301olien.md', SENTENCE],
  ['__proto__.md', `# __proto__\n\n**constructor** a rejoint **__proto__**. ${SENTENCE}`],
  ['constructor.md', `${SENTENCE} Voir [[__proto__]] et [[toString]].`],
  ['toString.md', SENTENCE],
  ['..hidden..md', SENTENCE],
  ['a b#c?d%2e%2e%2f.md', SENTENCE],
  [
    '"><script>alert(1)<\u200b.md',
    '# <script>alert(1)</script>\n\n[a](javascript:alert(1)) <img src=x onerror=alert(1)>',
  ],
  ['\u202egnp.md', SENTENCE],
  ['CON.md', SENTENCE],
  [`${'n'.repeat(200)}.md`, SENTENCE],
  ['empty.md', ''],
  ['nul.md', `Bo\0rea. ${SENTENCE}`],
  ['broken.md', Buffer.concat([Buffer.from(SENTENCE), Buffer.from([0xed, 0xa0, 0x80, 0xff, 0xc3])])],
  ['utf16.md', Buffer.from(`\ufeff${SENTENCE}`, 'utf16le')],
  ['bomb.md', `---\n${BOMB.join('\n')}\n---\n${SENTENCE}`],
  [
    'prototype.md',
    `---\n__proto__: { title: polluted }\nconstructor: { prototype: { title: polluted } }\n---\n${SENTENCE}`,
  ],
  ['marks.md', `${'*'.repeat(30_000)}\n\n${SENTENCE}`],
]

test('a folder of nasty files and names gives a whole site, with nothing that runs and nothing outside', async () => {
  const contentDir = join(scratch, 'in', 'content')
  const outDir = join(scratch, 'out', 'site')
  await mkdir(join(contentDir, 'folder.md'), { recursive: true })
  await mkdir(join(scratch, 'out'))
  for (const [name, content] of FILES) await writeFile(join(contentDir, name), content)
  await symlink('.', join(contentDir, 'loop'))
  await symlink(join('..', 'content'), join(contentDir, 'folder.md', 'loop'))
  await symlink('self.md', join(contentDir, 'self.md'))
  await writeFile(
    join(contentDir, 'entities.yml'),
    'entities:\n  - name: Boreatech\n    aliases: [__proto__, constructor, toString]\n  - name: constructor\n    category: person\n',
  )

  const report = await build({
    contentDir,
    outDir,
    config: await readConfig(null),
    configFile: null,
    cacheFolder: join(scratch, 'cache'),
    threads: 2,
  })

  // A file system that takes both forms of a name for one has one file less.
  const written = (await readdir(contentDir)).filter((name) => FILES.some(([known]) => known === name)).length
  const { documents } = JSON.parse(await readFile(join(outDir, 'data', 'knowledge.json'), 'utf8'))
  const failed = report.messages.filter(({ messages }) => messages.some(({ severity }) => severity === 'error'))
  expect(documents.length).toBeGreaterThanOrEqual(written - failed.length)
  expect(new Set(documents.map(({ id }: { id: string }) => id.toLowerCase())).size).toBe(documents.length)
  expect(documents.map(({ title }: { title: string }) => title)).not.toContain('polluted')
  expect(({} as Record<string, unknown>).title).toBeUndefined()

  expect(await readdir(join(scratch, 'out'))).toEqual(['site'])
  const pages = (await readdir(outDir, { recursive: true })).filter((path) => path.endsWith('.html'))
  for (const { id } of documents) expect(pages).toContain(join('articles', id, 'index.html'))
  for (const path of pages) {
    const html = await readFile(join(outDir, path), 'utf8')
    expect(html, path).not.toMatch(/<script>alert|<[^>"]*\sonerror=|href="javascript:/i)
  }
}, 60_000)
