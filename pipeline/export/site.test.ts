import { beforeAll, describe, expect, test } from 'vitest'
import type { DocumentId, DocumentRecord } from '../model.ts'
import { exportInput } from './fixture.ts'
import { exportSite } from './site.ts'

const BASE = 'https://exemple.test/carte'

/** Text files of the fixture's site, with an English version of its first article. */
async function siteFiles(baseUrl: string | null): Promise<Map<string, string>> {
  const input = exportInput(baseUrl)
  const first = input.knowledge.documents.find(({ id }) => id === 'velmont-plan') as DocumentRecord
  const english = { ...first, id: 'velmont-plan-en' as DocumentId, path: 'velmont-plan.en.md', lang: 'en' as const }
  const documents = input.knowledge.documents.map((document) =>
    document === first ? { ...first, path: 'velmont-plan.fr.md', url: 'https://www.velmont.example/plan' } : document,
  )
  const knowledge = { ...input.knowledge, documents: [...documents, english] }
  const { graph } = input
  graph.addNode('document/velmont-plan-en', graph.getNodeAttributes('document/velmont-plan'))
  const pages = knowledge.documents.map(({ id }) => ({ id, text: '', blocks: [], mentions: [], html: '<p>…</p>' }))
  const files = new Map<string, string>()
  for await (const { path, content } of exportSite({ ...input, knowledge, documents: pages, anchors: new Map() })) {
    if (content instanceof Uint8Array) continue
    files.set(path, typeof content === 'string' ? content : [...(content as Iterable<string>)].join(''))
  }
  return files
}

const KINDS: readonly [path: string, address: string, type: string][] = [
  ['index.html', '', 'website'],
  ['articles/velmont-plan/index.html', 'articles/velmont-plan/index.html', 'article'],
  ['articles/marchés-2/index.html', 'articles/march%C3%A9s-2/index.html', 'article'],
  ['entities/organization/velmont/index.html', 'entities/organization/velmont/index.html', 'website'],
  ['targets/index.html', 'targets/index.html', 'website'],
]

describe('what every page says of itself', () => {
  let files: Map<string, string>
  beforeAll(async () => {
    files = await siteFiles(BASE)
  })

  test.each(KINDS)('%s', (path, address, type) => {
    const html = files.get(path) as string
    const metas = new Map(
      [...html.matchAll(/<meta (?:name|property)="([^"]+)"[^>]* content="([^"]*)"/g)].map(([, name, value]) => [
        name,
        value,
      ]),
    )
    expect(html).toMatch(/^<!doctype html>\n<html lang="fr"/)
    expect(html.match(/<h1[ >]/g)).toHaveLength(1)
    expect(html.match(/<main[ >]/g)).toHaveLength(1)
    for (const name of ['description', 'viewport', 'og:title', 'og:description', 'og:site_name', 'twitter:card'])
      expect(metas.get(name), name).toBeTruthy()
    expect(metas.get('og:type')).toBe(type)
    expect(metas.get('og:locale')).toBe('fr_FR')
    expect(metas.get('og:url')).toBe(`${BASE}/${address}`)
    expect(/<link rel="canonical"[^>]* href="([^"]+)"/.exec(html)?.[1]).toBe(`${BASE}/${address}`)
    const icon = /<link rel="icon"[^>]* href="([^"]+)"/.exec(html)?.[1] as string
    expect(files.has(new URL(icon, `https://site/${address}`).pathname.slice(1))).toBe(true)
  })

  test.each(KINDS.slice(1))('%s describes its subject in JSON-LD', (path, address, type) => {
    const html = files.get(path) as string
    const json = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/.exec(html)?.[1] as string)
    expect(json['@context']).toBe('https://schema.org')
    expect(json['@type']).toBe(
      type === 'article' ? 'Article' : path.startsWith('entities') ? 'Organization' : 'CollectionPage',
    )
    expect(json['@id'] ?? json.url).toBe(`${BASE}/${address}`)
    expect(json.headline ?? json.name).toBeTruthy()
  })

  test('an article names its other languages, to machines and to readers, and its source', () => {
    const html = files.get('articles/velmont-plan/index.html') as string
    for (const [lang, id] of [
      ['fr', 'velmont-plan'],
      ['en', 'velmont-plan-en'],
    ])
      expect(html).toContain(`<link rel="alternate" hreflang="${lang}" href="${BASE}/articles/${id}/index.html"/>`)
    expect(html).toContain('<meta property="og:locale:alternate" content="en_GB"/>')
    expect(html).toMatch(
      /<a lang="en" hreflang="en" href="\.\.\/\.\.\/articles\/velmont-plan-en\/index\.html">English</,
    )
    expect(html).toContain('href="https://www.velmont.example/plan"')
    expect(files.get('articles/marchés-2/index.html')).not.toContain('hreflang')
  })

  test('the sitemap has every page, and versions in other languages', () => {
    const sitemap = files.get('sitemap.xml') as string
    const addresses = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) =>
      decodeURIComponent((address as string).slice(BASE.length + 1)),
    )
    const pages = [...files.keys()].filter((path) => path.endsWith('.html'))
    expect(addresses.sort()).toEqual(pages.map((path) => path.replace(/^index.html$/, '')).sort())
    expect(sitemap.match(/<xhtml:link [^>]*hreflang="en"/g)).toHaveLength(2)
  })
})

test('without an address, nothing is said that would need one', async () => {
  const files = await siteFiles(null)
  expect(files.has('sitemap.xml')).toBe(false)
  for (const [path] of KINDS) expect(files.get(path)).not.toMatch(/canonical|og:url/)
})
