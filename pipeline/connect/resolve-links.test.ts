import { describe, expect, it } from 'vitest'
import { analyzeText, connectTexts } from '../library.ts'
import type { DocumentAnalysis } from '../model.ts'
import { resolveLinks } from './resolve-links.ts'

/** Documents of a content folder by path; `links` of `from` as `url → where it leads`. */
function resolve(files: Readonly<Record<string, string>>, from: string, attachments: readonly string[] = []) {
  const analyses = Object.entries(files).map(([path, text]) => analyzeText(text, { path }))
  const messages: string[] = []
  const { destinations } = resolveLinks(analyses, attachments, (path, { line, column, ruleId, reason }) =>
    messages.push(`${path}:${line}:${column} ${ruleId} ${/the nearest is `(.*)`/.exec(reason)?.[1] ?? ''}`.trim()),
  )
  const pathOf = new Map(analyses.map(({ document: { id, path } }) => [id as string, path]))
  const { id } = (analyses.find(({ document }) => document.path === from) as DocumentAnalysis).document
  const to = [...(destinations.get(id) ?? [])].map(([url, destination]) => {
    if ('file' in destination) return `${url} → ${destination.file}`
    const { document, anchor } = destination
    return `${url} → ${pathOf.get(document)}${anchor ? `#${anchor.id}` : ''}`
  })
  return { to, messages }
}

const FILES = {
  'a/one.md':
    '---\ntitle: First one\naliases: [Numéro Un]\nurl: https://www.example.org/one/\n---\n# Première partie\n\nText.',
  'a/two.md': 'Text.',
  'b/two.md': 'Text.',
  'b/deep/three.md': 'Text.',
  'c/index.md': 'Text.',
  'README.md': '# Home\n\n<a id="here">Text</a>.',
}
const ATTACHMENTS = ['img/Map.png', 'b/report.pdf', 'other/report.pdf']

describe('resolveLinks', () => {
  it.each([
    ['a path from the document', '[x](../b/two.md)', 'b/two.md'],
    ['a path without ending', '[x](one)', 'a/one.md'],
    ['a path of a built page', '[x](one.html)', 'a/one.md'],
    ['a path from the content folder', '[x](b/deep/three.md)', 'b/deep/three.md'],
    ['a path with a slash before', '[x](/b/two)', 'b/two.md'],
    ['a folder', '[x](../c/)', 'c/index.md'],
    ['the content folder', '[x](..)', 'README.md'],
    ['other capitals', '[x](../B/Two.md)', 'b/two.md'],
    ['a query', '[x](one.md?plain=1)', 'a/one.md'],
    ['a reference', '[x][r]\n\n[r]: one.md', 'a/one.md'],
    ['raw HTML', '<a href="one.md">x</a>', 'a/one.md'],
    ['the end of a path', '[[deep/three]]', 'b/deep/three.md'],
    ['a name anywhere, from afar', '[[three]]', 'b/deep/three.md'],
    ['a name in the same folder first', '[[two]]', 'a/two.md'],
    ['a title', '[[first One]]', 'a/one.md'],
    ['an alias without accents', '[[numero un]]', 'a/one.md'],
    ['a heading by its words', '[[one#Première partie]]', 'a/one.md#première-partie'],
    ['a heading by an id that another tool made', '[x](one.md#premi%C3%A8re--partie)', 'a/one.md#première-partie'],
    ['an id in HTML', '[x](../README.md#here)', 'README.md#here'],
    ['a public address', '[x](http://example.org/one#part)', 'a/one.md'],
    ['a picture by its path', '![x](../img/Map.png)', 'img/Map.png'],
    ['a picture by its name', '![[map.png]]', 'img/Map.png'],
    ['a file', '[x](../b/report.pdf)', 'b/report.pdf'],
  ])('follows %s', (_, link, expected) => {
    const { to, messages } = resolve({ ...FILES, 'a/from.md': link }, 'a/from.md', ATTACHMENTS)
    expect(to.map((line) => line.replace(/^.* → /, ''))).toEqual([expected])
    expect(messages.filter((message) => !message.includes('ambiguous-link'))).toEqual([])
  })

  it.each([
    ['a document', 'See\n[[thre]].', 'from.md:2:1 unresolved-link three'],
    ['a path', '[x](b/deep/tree.md)', 'from.md:1:1 unresolved-link three'],
    ['a heading', '[[one#Premiere parti]]', 'from.md:1:1 unresolved-heading première-partie'],
    ['a heading here', '# Part\n\n[x](#parts)', 'from.md:3:1 unresolved-heading part'],
    ['a picture', '![](img/mop.png)', 'from.md:1:1 missing-image Map.png'],
    ['nothing like it', '[[Quetzalcoatl]]', 'from.md:1:1 unresolved-link'],
    ['a name of two', '[[report.pdf]] [[two]]', 'from.md:1:16 ambiguous-link'],
  ])('reports a link to %s', (_, link, expected) => {
    expect(resolve({ ...FILES, 'from.md': link }, 'from.md', ATTACHMENTS).messages).toEqual([expected])
  })

  it.each([
    '[x](/pricing)',
    '[x](../../out.md)',
    '![x](..%2F..%2Fout.png)',
    '[x](#top)',
    '[x](mailto:a@b.fr)',
    '[x](https://a.fr)',
  ])('leaves %s alone', (link) => {
    expect(resolve({ ...FILES, 'a/from.md': link }, 'a/from.md', ['out.png'])).toEqual({ to: [], messages: [] })
  })
})

describe('links between documents', () => {
  it('are edges with the sentences that link, each once, in text order', () => {
    const one = analyzeText('# One\n\nI am [[one]].\n\nSee [[two]] and [[Two|it]]. Then [two](two.md#b).', {
      path: 'one.md',
    })
    const two = analyzeText('# Two\n\n## B\n\nText.', { path: 'two.md' })
    const [first, second] = connectTexts([one, two]).documents
    expect(first?.links?.map(({ document, evidence }) => [document, evidence.map(({ exact }) => exact)])).toEqual([
      ['two', ['See two and it.', 'Then two.']],
    ])
    expect(second).not.toHaveProperty('links')
  })

  it('make names of one note one entity: its aliases, and what links to it name', () => {
    const note = '---\naliases: [Ostrava Steelworks]\n---\n# Northwind Steel\n\nNorthwind Steel is based in Leeds.'
    const other = 'Ostrava Steelworks acquired Lumen Power. Claire Dumas works for [[Northwind Steel|NWS Limited]].'
    const { entities } = connectTexts([
      analyzeText(note, { path: 'note.md' }),
      analyzeText(other, { path: 'other.md' }),
    ])
    const steel = entities.find(({ label }) => label === 'Northwind Steel')
    expect(steel?.aliases).toEqual(['NWS Limited', 'Ostrava Steelworks'])
    expect(new Set(steel?.mentions.map(({ exact }) => exact))).toEqual(
      new Set(['Northwind Steel', 'Ostrava Steelworks', 'NWS Limited']),
    )
  })

  it('leave apart what curation says is different', () => {
    const note = '---\naliases: [Ostrava Steelworks]\n---\n# Northwind Steel\n\nNorthwind Steel is based in Leeds.'
    const other = 'Ostrava Steelworks acquired Lumen Power.'
    const curation = 'different: [[Northwind Steel, Ostrava Steelworks]]'
    const analyses = [analyzeText(note, { path: 'note.md' }), analyzeText(other, { path: 'other.md' })]
    expect(connectTexts(analyses, { curation }).entities.map(({ label }) => label)).toContain('Ostrava Steelworks')
  })
})
