import fc from 'fast-check'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import type { SourceDocument } from '../model.ts'
import { markdownSoup } from '../test/markdown-soup.ts'
import { layOutText, type TextLayout } from './lay-out-text.ts'
import { parseMarkdown } from './parse-markdown.ts'
import { RUN_SIZE, sourceOf } from './source-map.ts'

const parse = parseMarkdown()

function treeOf(source: string) {
  const document: SourceDocument = {
    id: 'test',
    path: 'test.md',
    title: 'Test',
    lang: 'fr',
    date: null,
    url: null,
    sha256: '',
    frontMatter: {},
    source,
  }
  return parse(document, new VFile())
}

function layOut(source: string): TextLayout {
  return layOutText(treeOf(source), source)
}

/** Each block in one line: kind, level, depth of quote, and its text. */
function outline({ text, blocks }: TextLayout): string[] {
  return blocks.map(({ kind, level, quote, start, end }) => {
    const shape = [kind, level, quote && '>'.repeat(quote)].filter((part) => part !== undefined).join(' ')
    return `${shape}: ${text.slice(start, end)}`
  })
}

describe('the text that a reader reads', () => {
  const cases: Record<string, [source: string, blocks: string[]]> = {
    'marks are not text': ['**Foo** *bar* ~~baz~~ `qux`', ['paragraph: Foo bar baz qux']],
    'soft and hard breaks': ['a\nb  \nc\\\nd<br>e', ['paragraph: a b\nc\nd\ne']],
    'lines of labels': [
      '**Auteur :** Léa\n**Date** : 4 mai\n**Lieu**\n*Note:* a\nb',
      ['paragraph: Auteur : Léa\nDate : 4 mai Lieu\nNote: a b'],
    ],
    'Windows line endings': ['a\r\nb  \r\nc\r\n\r\nd', ['paragraph: a b\nc', 'paragraph: d']],
    'runs of spaces': ['COP   28\tà  Dubaï', ['paragraph: COP 28 à Dubaï']],
    'a no-break space stays': ['38\u00a0000 t', ['paragraph: 38\u00a0000 t']],
    'references and escapes': ['A&amp;B l&#x2019;eau \\*x\\* &copy &nope;', ['paragraph: A&B l’eau *x* &copy &nope;']],
    'front matter': ['---\ntitle: Foo\n---\n\nBar', ['paragraph: Bar']],
    'TOML front matter': ['+++\ntitle = "Foo"\n+++\n\nBar', ['paragraph: Bar']],
    'links and images': ['[Foo *bar*](u) ![alt](i) [x][r]\n\n[r]: u "t"', ['paragraph: Foo bar x']],
    addresses: [
      '<https://a.fr/?x&amp;y> et www.b.fr, x@c.fr',
      ['paragraph: https://a.fr/?x&amp;y et www.b.fr, x@c.fr'],
    ],
    'headings of both kinds': ['# A *b*\n\nC\n-', ['heading 1: A b', 'heading 2: C']],
    'quotes in quotes': ['> a\n> b\n>\n> > c', ['paragraph >: a b', 'paragraph >>: c']],
    'lists in lists': [
      'Voici :\n\n- a\n  b\n  1. c\n     - d\n- e',
      ['paragraph: Voici :', 'listItem 1: a b', 'listItem 2: c', 'listItem 3: d', 'listItem 1: e'],
    ],
    tables: [
      '| A | B |\n|---|---|\n| 1 \\| 2 | *x* | y |\n|  | z',
      ['tableRow: A\tB', 'tableRow: 1 | 2\tx', 'tableRow: \tz'],
    ],
    'fenced and indented code': ['```js\n\na = 1\n  b\n```\n\n    c\n', ['code: a = 1\n  b', 'code: c']],
    footnotes: ['A[^1].\n\n[^1]: Foo\n    bar\n\n[^2]: Personne', ['paragraph: A.', 'footnote: Foo bar']],
    'HTML within a line': ['a <b>c</b> <!-- x --> <kbd>d</kbd><script>e()</script>', ['paragraph: a c d']],
    'a block of HTML': [
      '<div class="x">\n<h2>A</h2>\n<p>B &amp; <b>c</b><br>d</p>\n<ul>\n<li>e</ul><script>f</script>\n</div>\n\n**g**',
      ['heading 2: A', 'paragraph: B & c\nd', 'listItem 1: e', 'paragraph: g'],
    ],
    nothing: ['![x](y)\n\n<!-- a -->\n\n---\n\n[r]: u', []],
  }
  it.each(Object.entries(cases))('%s', (_, [source, blocks]) => {
    expect(outline(layOut(source))).toEqual(blocks)
  })

  it('separates blocks with one line ending and cells with a tab', () => {
    expect(layOut('# A\n\nB\n\n- C\n\n|D|E|\n|-|-|\n').text).toBe('A\nB\nC\nD\tE')
  })
})

describe('structure', () => {
  it('gives each block the headings above it', () => {
    const { sections, blocks } = layOut('a\n\n# B\n\n### C\n\nd\n\n## E\n\n> # F\n\ng\n\n# H')
    expect(sections.map(({ level, path }) => [level, ...path])).toEqual([
      [0],
      [1, 'B'],
      [3, 'B', 'C'],
      [2, 'B', 'E'],
      [1, 'H'],
    ])
    expect(blocks.map(({ section }) => section)).toEqual([0, 1, 2, 2, 3, 3, 3, 4])
    expect(sections.map(({ end }) => end).slice(0, -1)).toEqual(sections.slice(1).map(({ start }) => start))
  })

  it('takes a heading named like an object’s own members for a heading', () => {
    const { sections } = layOut('# \\_\\_proto\\_\\_\n\n## constructor\n\n[x][__proto__] [^constructor]')
    expect(sections.at(-1)?.path).toEqual(['__proto__', 'constructor'])
  })

  it('says what introduces a list, and what a nested list or a second paragraph hangs under', () => {
    const { blocks } = layOut('Intro :\n\n- a\n\n  b\n  - c\n- d\n\n---\n\n- e\n  - f')
    expect(blocks.map(({ introducedBy }) => introducedBy)).toEqual([undefined, 0, 1, 2, 0, undefined, 5])
  })

  it('knows the header row and the cells of a table', () => {
    const { text, blocks } = layOut('Foo\n\n| A | |\n|---|---|\n| b | c |')
    expect(blocks.map(({ headerRow }) => headerRow)).toEqual([undefined, 1, 1])
    expect(blocks[1]?.cells?.map(({ start, end }) => text.slice(start, end))).toEqual(['A', ''])
  })

  it('keeps inline formatting, with destinations, and no empty mark', () => {
    const { text, marks } = layOut('*a **b*** [c `d`](u) [e][R] **![x](y)**\n\n[r]: v')
    expect(marks.map(({ kind, url, start, end }) => [kind, text.slice(start, end), url])).toEqual([
      ['emphasis', 'a b', undefined],
      ['strong', 'b', undefined],
      ['link', 'c d', 'u'],
      ['code', 'd', undefined],
      ['link', 'e', 'v'],
    ])
  })
})

describe('the way back to the source', () => {
  const cases: Record<string, [source: string, exact: string, inSource: string]> = {
    'plain text': ['Un Foo là', 'Foo', 'Foo'],
    'marks around it are left out': ['**Foo** bar', 'Foo', 'Foo'],
    'marks inside it are covered': ['**Foo** Bar', 'Foo Bar', 'Foo** Bar'],
    'a reference': ['A &amp; Foo', 'A & Foo', 'A &amp; Foo'],
    'one reference alone': ['x&#x2019;y', '’', '&#x2019;'],
    'after an escape': ['\\* Foo', 'Foo', 'Foo'],
    'over a line ending': ['Foo\r\nBar', 'Foo Bar', 'Foo\r\nBar'],
    'over lines of a quote': ['> > Foo  \n> > Bar', 'Foo\nBar', 'Foo  \n> > Bar'],
    'in a lazy line of a quote': ['> a\nFoo', 'Foo', 'Foo'],
    'after a literal > in a quote': ['> a\n>      > Foo', '> Foo', '> Foo'],
    'in a list': ['-   a\n    Foo', 'Foo', 'Foo'],
    'after a tab': ['-\ta\n\tFoo', 'Foo', 'Foo'],
    'over spaces that are one': ['COP   28', 'COP 28', 'COP   28'],
    'in a table, after an escaped pipe': ['|a|\n|-|\n|x \\| Foo|', 'Foo', 'Foo'],
    'in code': ['`` ` Foo ``', 'Foo', 'Foo'],
    'in code over lines of a quote': ['> `a\n> Foo`', 'Foo', 'Foo'],
    'in fenced code in a list': ['- ```\n  a\n  Foo\n  ```', 'Foo', 'Foo'],
    'in indented code': ['a\n\n\t\tFoo', 'Foo', 'Foo'],
    'in an address in emphasis': ['_a@foo.fr_', 'foo', 'foo'],
    'in a block of HTML in a quote': ['> <div>\n> a &lt;\n> Foo</div>', 'Foo', 'Foo'],
    'past a second byte-order mark': ['\ufeffa Foo', 'Foo', 'Foo'],
    'past front matter': ['---\na: Foo\n---\nFoo', 'Foo', 'Foo'],
    'an astral character': ['*😀* Foo', '😀 Foo', '😀* Foo'],
  }
  it.each(Object.entries(cases))('%s', (_, [source, exact, inSource]) => {
    const layout = layOut(source)
    const start = layout.text.indexOf(exact)
    const { sourceStart, sourceEnd } = sourceOf(layout, start, start + exact.length)
    expect(source.slice(sourceStart, sourceEnd)).toBe(inSource)
    expect(sourceStart).toBe(source.lastIndexOf(inSource))
  })

  it('holds for whatever Markdown is thrown at it', () => {
    fc.assert(
      fc.property(markdownSoup(), (source) => {
        const { text, sourceMap } = layOut(source)
        let textEnd = 0
        let sourceEnd = 0
        for (let run = 0; run < sourceMap.length; run += RUN_SIZE) {
          const [start, sourceStart, length, sourceLength] = sourceMap.slice(run, run + RUN_SIZE) as [
            number,
            number,
            number,
            number,
          ]
          // In order, and within bounds.
          expect(start).toBeGreaterThanOrEqual(textEnd)
          expect(sourceStart).toBeGreaterThanOrEqual(sourceEnd)
          textEnd = start + length
          sourceEnd = sourceStart + sourceLength
          const shown = text.slice(start, textEnd)
          const written = source.slice(sourceStart, sourceEnd)
          if (length === sourceLength) expect(shown.replace(/\t/g, ' ')).toBe(written.replace(/[\t\r\n]/g, ' '))
          else expect(written).toMatch(/^(?:&.*;|\\.|\r\n|<br>| +\r?\n|\\\r?\n)$/s)
        }
        expect(textEnd).toBeLessThanOrEqual(text.length)
        expect(sourceEnd).toBeLessThanOrEqual(source.length)
      }),
      { numRuns: 500 },
    )
  })
})

it('makes a line of a label from the tree alone', () => {
  const source = '|-|-|\n_a_:'
  expect(layOut('a\n**b**:').sourceMap).toEqual([0, 0, 1, 1, 2, 4, 1, 1, 3, 7, 1, 1])
  const tree = treeOf(source)
  expect(layOutText(tree, source).text).toBe('|-|-|\na:')
  expect(layOutText(tree, '').text).toBe('|-|-|\na:')
})

it('lays blocks out one after the other, trimmed and never empty, and the text from the tree alone', () => {
  fc.assert(
    fc.property(markdownSoup(), (source) => {
      const tree = treeOf(source)
      const { text, blocks, marks } = layOutText(tree, source)
      let offset = 0
      for (const [index, block] of blocks.entries()) {
        expect(block.start).toBe(index === 0 ? 0 : offset + 1)
        expect(block.end).toBeGreaterThan(block.start)
        if (block.kind !== 'code' && block.kind !== 'tableRow') {
          expect(text.slice(block.start, block.end)).toMatch(/^[^ \t\n](?:.*[^ \t\n])?$/s)
        }
        offset = block.end
      }
      expect(text.length).toBe(offset)
      for (const { start, end } of marks) expect(start < end && end <= text.length).toBe(true)
      expect(layOutText(tree, '').text).toBe(text)
    }),
    { numRuns: 500 },
  )
})
