import fc from 'fast-check'
import type { Element, Nodes, Root } from 'hast'
import rehypeRaw from 'rehype-raw'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import type { Span } from '../model.ts'
import { markdownSoup } from '../test/markdown-soup.ts'
import { readProse } from './read-prose.ts'
import { renderHtml } from './render-html.ts'

const read = readProse()

function proseOf(source: string) {
  const document = {
    id: 'test',
    path: 'test.md',
    title: 'Test',
    lang: 'fr' as const,
    date: null,
    url: null,
    sha256: '',
    frontMatter: {},
    source,
  }
  return read(document, new VFile())
}

/** The HTML of a source; each of `names` is a mention where it stands first. */
function render(source: string, ...names: string[]): string {
  const { tree, prose } = proseOf(source)
  const mentions = names.map((name) => {
    const start = prose.text.indexOf(name)
    return { start, end: start + name.length }
  })
  return renderHtml(tree, prose, mentions).html
}

/** What a browser makes of it. */
function domOf(html: string): Root {
  return unified()
    .use(rehypeRaw)
    .runSync({ type: 'root', children: [{ type: 'raw', value: html }] }) as Root
}

describe('mentions', () => {
  it.each<[string, string, string[], string]>([
    ['in a heading', '# Le Foo', ['Foo'], 'Le <mark data-mention="0">Foo</mark>'],
    [
      'over marks',
      '**Foo** *Bar* baz',
      ['Foo Bar'],
      '<strong><mark data-mention="0">Foo</mark></strong><mark data-mention="0"> </mark><em><mark data-mention="0">Bar</mark></em> baz',
    ],
    ['in a link', '[le Foo](u)', ['Foo'], '<a href="u" data-local="">le <mark data-mention="0">Foo</mark></a>'],
    ['in a cell', '|a|\n|-|\n|Foo b|', ['Foo'], '<mark data-mention="0">Foo</mark> b</td>'],
    [
      'in each other',
      'Foo Bar baz',
      ['Foo Bar', 'Bar'],
      '<mark data-mention="0">Foo </mark><mark data-mention="0"><mark data-mention="1">Bar</mark></mark> baz',
    ],
    ['over a line ending', 'Foo\nBar', ['Foo Bar'], '<mark data-mention="0">Foo Bar</mark>'],
    [
      'in a block of HTML',
      '<p>A &amp; <i>Foo</i></p>',
      ['Foo'],
      '<p><span data-start="0">A &#x26; <i><mark data-mention="0">Foo</mark></i></span></p>',
    ],
  ])('%s', (_, source, names, html) => {
    expect(render(source, ...names)).toContain(html)
  })
})

describe('what could harm', () => {
  it.each<[string, string]>([
    ['a script', 'a <script>alert(1)</script> b\n\n<script>\nalert(1)\n</script>'],
    ['a handler', '<p onclick="alert(1)">a</p> <b onmouseover=alert(1)>b</b>'],
    ['a script address', '[a](javascript:alert(1)) <a href="JaVaScRiPt:alert(1)">b</a> [c](&#106;avascript:alert(1))'],
    ['a data address', '[a](data:text/html,alert(1)) ![b](data:image/svg+xml,alert(1))'],
    ['a frame', '<iframe srcdoc="alert(1)"></iframe><object data="alert(1)"></object>'],
    ['style', '<style>alert(1)</style><p style="background:url(alert(1))">a</p>'],
    ['foreign content', '<svg><script>alert(1)</script></svg><math><mtext>alert(1)</mtext></math>'],
  ])('%s is left out', (_, source) => {
    expect(render(source)).not.toContain('alert')
  })

  it('is an id that the page has, or an attribute that is ours', () => {
    const html = render('# Foo\n\n<p id="app" data-start="7" data-mention="3">a</p>\n\n[b](#foo)')
    expect(html).toContain('<h1 data-start="0" id="article-foo">')
    expect(html).toContain('<p id="article-app"><span data-start="4">a</span></p>')
    expect(html).toContain('<a href="#article-foo">b</a>')
    expect(html).not.toContain('data-mention')
    expect(render('<a data-local href="mailto:a@b.fr">a</a>')).not.toContain('data-local')
  })
})

describe('other hosts', () => {
  it('are linked to without a way back', () => {
    expect(render('[a](https://b.fr)')).toContain('<a href="https://b.fr" rel="noopener noreferrer">a</a>')
    expect(render('[a](../b.md)')).toContain('<a href="../b.md" data-local="">a</a>')
  })

  it('are asked for no image', () => {
    expect(render('a ![b](https://c.fr/d.png)')).toContain(
      '<a href="https://c.fr/d.png" data-skip="" rel="noopener noreferrer">b</a>',
    )
    expect(render('[a ![b](//c.fr/d.png) c](e)')).toContain(
      '<a href="e" data-local="">a <span data-skip="">b</span>c</a>',
    )
    expect(render('<picture><source srcset="https://c.fr/d"><img src="https://c.fr/e"></picture>')).not.toMatch(/src/)
    expect(render('![b](img/d.png)')).toContain('<img src="img/d.png" alt="b" data-local="">')
  })
})

it('gives headings ids that stay apart', () => {
  const ids = [...render('# L’eau\n\n## L’eau\n\n## 水\n\n## !').matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
  expect(ids).toEqual(['article-l-eau', 'article-l-eau-2', 'article-水', 'article-section'])
})

describe('elements with data-start', () => {
  it('hold the whole text, each from its offset, and the mentions where they are', () => {
    fc.assert(
      fc.property(markdownSoup(), fc.array(fc.nat(60), { maxLength: 8 }), (source, cuts) => {
        const { tree, prose } = proseOf(source)
        const bounds = [...new Set(cuts.map((cut) => Math.min(cut, prose.text.length)))].sort((a, b) => a - b)
        const mentions: Span[] = []
        for (let index = 0; index + 1 < bounds.length; index += 2) {
          mentions.push({ start: bounds[index] as number, end: bounds[index + 1] as number })
        }
        const shown = Array.from<string>({ length: prose.text.length })
        const marked = mentions.map(() => new Set<number>())
        visit(domOf(renderHtml(tree, prose, mentions).html), 'element', (element) => {
          if (element.properties.dataStart === undefined) return
          let offset = Number(element.properties.dataStart)
          eachText(element, [], (value, around) => {
            for (const character of value.split('')) {
              shown[offset] = character
              for (const mention of around) marked[mention]?.add(offset)
              offset++
            }
          })
        })
        const separators = /[\n\t]/
        for (const [offset, character] of prose.text.split('').entries()) {
          if (shown[offset] !== undefined || !separators.test(character)) expect(shown[offset]).toBe(character)
        }
        for (const [index, { start, end }] of mentions.entries()) {
          for (let offset = start; offset < end; offset++) {
            // A line break in a mention stands between its marks.
            const isMarked = marked[index]?.delete(offset)
            if (!separators.test(prose.text.charAt(offset))) expect(isMarked).toBe(true)
          }
          expect(marked[index]?.size).toBe(0)
        }
      }),
      { numRuns: 300 },
    )
  })
})

/** Text below an element in order, with the mentions around it; what is skipped is not. */
function eachText(
  node: Nodes,
  around: readonly number[],
  tell: (value: string, around: readonly number[]) => void,
): void {
  if (node.type === 'text') tell(node.value, around)
  if (!('children' in node)) return
  for (const child of node.children) {
    const { dataSkip, dataMention } = (child as Element).properties ?? {}
    if (dataSkip === undefined)
      eachText(child, dataMention === undefined ? around : [...around, Number(dataMention)], tell)
  }
}
