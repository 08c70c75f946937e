import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { readProse } from './read-prose.ts'
import { renderHtml } from './render-html.ts'

/** What a reader reads of a source, as HTML too, and the rules of the messages about it. */
function readAll(source: string): { text: string; html: string; rules: (string | undefined)[] } {
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
  const file = new VFile()
  const { tree, prose } = readProse()(document, file)
  const { html } = renderHtml(tree, prose, [])
  return { text: prose.text, html, rules: [...new Set(file.messages.map(({ ruleId }) => ruleId))] }
}

describe('what is written to be slow or deep', () => {
  it.each<[string, string]>([
    ['block quotes', `${'> '.repeat(20_000)}a`],
    ['tight block quotes', `${'>'.repeat(20_000)}a`],
    ['lists', `${'- '.repeat(20_000)}a`],
    ['links', `${'['.repeat(20_000)}a${'](u)'.repeat(20_000)}`],
    ['images', `${'!['.repeat(20_000)}a`],
    ['a million open emphasis marks', '*a '.repeat(1_000_000)],
    ['emphasis in emphasis', `${'*a _b '.repeat(20_000)}${' c_ d*'.repeat(20_000)}`],
    ['comments that do not end', 'a <!-- '.repeat(20_000)],
    ['one line of ten million characters', 'lorem '.repeat(1_700_000)],
  ])('is read as plain text: %s', (_, source) => {
    const { text, rules } = readAll(source)
    expect(rules).toEqual(['complexity'])
    // Compared first: a difference in a text of this length is not to be printed.
    expect(text === source.trimEnd().replace(/ +/g, ' ')).toBe(true)
  })

  it.each<[string, string]>([
    ['elements', '<b>'.repeat(5000)],
    ['blocks of HTML', '<div>\n\n'.repeat(1000)],
    ['one tag after the other that does not end', '<a '.repeat(20_000)],
    ['brackets', '[a]'.repeat(2000)],
    ['marks without words', '*'.repeat(50_000)],
    ['an address that never comes', 'a.'.repeat(100_000)],
    ['spaces', `a${' '.repeat(100_000)}b`],
    ['stops', '. '.repeat(50_000)],
    ['open scripts', 'a <script>'.repeat(2000)],
  ])('is read as what it is: %s', (_, source) => {
    expect(readAll(source).rules).toEqual([])
  })

  it('loses what stands below a hundred levels', () => {
    const levels = Array.from({ length: 130 }, (_, level) => `${'  '.repeat(level)}- a${level}.`)
    const { text, rules } = readAll(levels.join('\n'))
    expect(rules).toEqual(['nesting'])
    expect(text).toContain('a40.')
    expect(text).not.toContain('a120.')
  })
})

describe('plain text', () => {
  it('is cut at empty lines and keeps its marks, without front matter', () => {
    const { text } = readAll(`---\ntitle: T\n---\n**a** &amp;\nb\r\n\r\n${'['.repeat(300)}`)
    expect(text).toBe(`**a** &amp; b\n${'['.repeat(300)}`)
  })
})

it('reads what has lone surrogates, NULs and invisible characters without a change', () => {
  expect(readAll('a\ud800b \u200bc\u202ed').text).toBe('a\ud800b \u200bc\u202ed')
  expect(readAll('a\0b').text).toBe('a\ufffdb')
})

it('runs the plugins it is given, and knows that their text has no source of its own', () => {
  const document = {
    id: 't',
    path: 't.md',
    title: 'T',
    lang: 'fr' as const,
    date: null,
    url: null,
    sha256: '',
    frontMatter: {},
  }
  const shout = () => (tree: { children: { type: string; children?: unknown[] }[] }) => {
    tree.children[0]?.children?.push({ type: 'text', value: ', tout  neuf' })
  }
  const { prose } = readProse({ remarkPlugins: [shout] })({ ...document, source: 'Foo\n\nBar' }, new VFile())
  expect(prose.text).toBe('Foo, tout neuf\nBar')
  expect(prose.blocks.map(({ sourceStart, sourceEnd }) => [sourceStart, sourceEnd])).toEqual([
    [0, 3],
    [5, 8],
  ])
})
