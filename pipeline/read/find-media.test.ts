import { mkdir, mkdtemp, readdir, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type BuildReport, build } from '../build.ts'
import { readConfig } from '../read-config.ts'
import { isQuietSvg, LARGEST_MEDIA } from './find-media.ts'

let root: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'media-'))
  await mkdir(join(root, 'content', 'img'), { recursive: true })
})
afterEach(() => rm(root, { recursive: true }))

const write = (path: string, content: string | Uint8Array) => writeFile(join(root, 'content', path), content)

async function buildSite(): Promise<BuildReport> {
  return build({
    contentDir: join(root, 'content'),
    outDir: join(root, 'site'),
    config: await readConfig(null),
    configFile: null,
    cacheFolder: null,
    threads: 1,
  })
}

const carried = () => readdir(join(root, 'site', 'media')).catch(() => [])
const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9v9z"/></svg>'

describe('what documents show and link to', () => {
  it('is carried under a name that its bytes give, and shown from the page and from beside it', async () => {
    await write('img/Côte #1 100%.PNG', new Uint8Array([0x89, 0x50]))
    await write('img/same.png', new Uint8Array([1]))
    await write('same.png', new Uint8Array([1]))
    await write('unused.png', new Uint8Array([2]))
    await write('map.svg', SVG)
    await write(
      'a.md',
      'Text ![c](img/C%C3%B4te%20%231%20100%25.PNG) ![](img/same.png) ![](same.png) ![[map.svg]] [pdf](r.pdf).',
    )
    await write('r.pdf', '%PDF-1.4')
    const { messages } = await buildSite()
    expect(messages).toEqual([])
    const files = await carried()
    expect(files.map((name) => name.replace(/-[0-9a-f]{12}\./, '-#.'))).toEqual([
      'cote-1-100-#.png',
      'map-#.svg',
      'r-#.pdf',
      'same-#.png',
    ])
    const page = await readFile(join(root, 'site', 'articles', 'a', 'index.html'), 'utf8')
    const shard = await readFile(join(root, 'site', 'app', 'articles', 'a.js'), 'utf8')
    for (const name of files) {
      expect(page).toMatch(new RegExp(`(?:src|href)="../../media/${name}"`))
      expect(shard).toMatch(new RegExp(`(?:src|href)=\\\\"media/${name}`))
    }
  })

  it('is left out with a message where it may do harm', async () => {
    await writeFile(join(root, 'secret.txt'), 'secret')
    await symlink(join(root, 'secret.txt'), join(root, 'content', 'link.txt'))
    await symlink(root, join(root, 'content', 'img', 'out'))
    await write('page.html', '<script>alert(1)</script>')
    await write('run.js', 'alert(1)')
    await write('evil.svg', SVG.replace('<path', '<path onclick="alert(1)"'))
    await write('still.svg', SVG)
    await write('big.pdf', '')
    await truncate(join(root, 'content', 'big.pdf'), LARGEST_MEDIA + 1)
    const links =
      '[a](link.txt) [b](../secret.txt) [c](img/out/secret.txt) [d](page.html) [e](run.js) ![f](evil.svg) [g](still.svg) [h](big.pdf)'
    await write('a.md', `Text ${links}.`)
    const { messages } = await buildSite()
    expect(await carried()).toEqual([])
    expect(
      messages.flatMap((file) => file.messages.map(({ ruleId, column }) => `${file.path} ${column} ${ruleId}`)),
    ).toEqual([
      'a.md 20 link-out-of-content',
      'a.md 6 unresolved-link',
      'a.md 39 unresolved-link',
      'a.md 63 media-type',
      'a.md 78 media-type',
      'a.md 90 media-type',
      'a.md 105 media-type',
      'a.md 120 media-too-large',
      'img/out null link-out-of-folder',
    ])
    const page = await readFile(join(root, 'site', 'articles', 'a', 'index.html'), 'utf8')
    expect(page).not.toMatch(/(?:href|src)="[^"]*(?:secret|page\.html|run\.js|evil|still|big)/)
  })
})

describe('isQuietSvg', () => {
  const quiet = (inside: string) =>
    isQuietSvg(new TextEncoder().encode(`<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`))

  it.each([
    '<defs><linearGradient id="a"/></defs><rect fill="url(#a)" style="fill: url(&quot;#a&quot;)"/>',
    '<use href="#a"/><use xlink:href="#a"/>',
    '<image href="data:image/png;base64,AAAA"/>',
    '<title>On and off</title><desc>script</desc>',
    '<style>path { fill: red }</style><animate attributeName="x" to="9"/>',
  ])('takes %s', (inside) => expect(quiet(inside)).toBe(true))

  it.each([
    '<script>alert(1)</script>',
    '<svg:script xmlns:svg="http://www.w3.org/2000/svg"/>',
    '<path OnLoad = "alert(1)"/>',
    '<path/onload="alert(1)"/>',
    '<a href="javascript:alert(1)"/>',
    '<a href="&#106;avascript:alert(1)"/>',
    '<a href="java&#x0a;script:alert(1)"/>',
    '<a xlink:href="https://tracker.example"/>',
    '<image href="//tracker.example/p.gif"/>',
    '<image href="data:image/svg+xml,%3Csvg%3E"/>',
    '<foreignObject><body/></foreignObject>',
    '<style>@import "//tracker.example"</style>',
    '<rect fill="url(//tracker.example)"/>',
    '<set attributeName="onclick" to="alert(1)"/>',
    '<animate attributeName = "href" to="x"/>',
  ])('refuses %s', (inside) => expect(quiet(inside)).toBe(false))

  it.each([
    ['an entity', '<!DOCTYPE svg [<!ENTITY x "y">]><svg/>'],
    ['a style sheet', '<?xml-stylesheet href="x.xsl" type="text/xsl"?><svg/>'],
  ])('refuses %s', (_, text) => expect(isQuietSvg(new TextEncoder().encode(text))).toBe(false))

  it('refuses what is not UTF-8', () => {
    expect(isQuietSvg(new Uint8Array(Buffer.from('\ufeff<svg/>', 'utf16le')))).toBe(false)
  })
})
