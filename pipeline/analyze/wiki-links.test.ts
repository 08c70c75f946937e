import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyzeText } from '../library.ts'

/** The text a source shows, and where its links and pictures lead. */
function read(source: string) {
  const { text, html, links } = analyzeText(source, { path: 'notes/here.md' })
  const local = links.filter(({ url }) => !/^https?:/.test(url))
  return {
    text,
    html,
    links: local.map(({ kind, url, words }) => [kind, url, words && text.slice(words.start, words.end)]),
  }
}

describe('wiki links', () => {
  it.each([
    ['a page', 'a [[Note]] b', 'a Note b', [['link', 'Note', 'Note']]],
    ['a label', '[[Note|the *label*]]', 'the *label*', [['link', 'Note', 'the *label*']]],
    ['a page in a folder', '[[people/Ann Lee.md]]', 'Ann Lee', [['link', 'people/Ann%20Lee.md', 'Ann Lee']]],
    ['spaces around', '[[ Note | label ]]', 'label', [['link', 'Note', 'label']]],
    ['a heading', '[[Note#Part one]]', 'Note › Part one', [['link', 'Note#Part%20one', 'Note › Part one']]],
    ['a heading below another', '[[Note#A#B]]', 'Note › A › B', [['link', 'Note#B', 'Note › A › B']]],
    [
      'a heading of the same page',
      '[[#Part]] [[#No]]\n\n# Part',
      'Part No\nPart',
      [
        ['link', '#Part', 'Part'],
        ['link', '#No', 'No'],
      ],
    ],
    ['a block', '[[Note#^a1b2]]', 'Note', [['link', 'Note', 'Note']]],
    ['what looks like a scheme', '[[Why: how?]]', 'Why: how?', [['link', 'Why%3A%20how%3F', 'Why: how?']]],
    ['a picture', 'a ![[p/map.PNG|300x200]] b', 'a b', [['image', 'p/map.PNG', null]]],
    ['a described picture', '![[map.png|the coast|90]]', '', [['image', 'map.png', null]]],
    ['a page that is embedded', '![[Note]]', 'Note', [['link', 'Note', 'Note']]],
    ['an escaped bar in a table', '| a |\n| - |\n| [[Note\\|label]] |', 'a\nlabel', [['link', 'Note', 'label']]],
    [
      'two in a row',
      '[[A]][[B]]',
      'AB',
      [
        ['link', 'A', 'A'],
        ['link', 'B', 'B'],
      ],
    ],
    [
      'one that is put in a link',
      '[see [[Note]] now](other.md)',
      'see Note now',
      [['link', 'other.md', 'see Note now']],
    ],
  ])('read %s', (_, source, text, links) => {
    expect(read(source)).toMatchObject({ text, links })
  })

  it.each([
    ['a link in brackets', '[[1]](https://a.fr)', '[1]'],
    ['a reference in brackets', '[[1]]\n\n[1]: https://a.fr', '[1]'],
    ['nothing', '[[]] [[|a]] [[ ]] [[#]] [[a|]]', '[[]] [[|a]] [[ ]] [[#]] [[a|]]'],
    ['what does not end on its line', '[[a\nb]]', '[[a b]]'],
    ['code', '`[[a]]`', '[[a]]'],
    ['what is escaped', '\\[[a]]', '[[a]]'],
    ['what is far too long', `[[${'a'.repeat(600)}]]`, `[[${'a'.repeat(600)}]]`],
  ])('are not %s', (_, source, text) => {
    expect(read(source)).toMatchObject({ text, links: [] })
  })

  it('give a picture its size and description', () => {
    expect(read('![[map.png|the coast|90x60]]').html).toContain(
      '<img src="map.png" alt="the coast" width="90" height="60"',
    )
  })

  it('keep every word where it stands in the source', () => {
    const part = fc.stringMatching(/^[a-zé][a-zé ]{0,5}[a-zé]$/)
    fc.assert(
      fc.property(part, fc.option(part), fc.option(part), part, (page, heading, label, around) => {
        const link = `[[${page}${heading ? `#${heading}` : ''}${label ? `|${label}` : ''}]]`
        const source = `# ${around}\n\n- ${around} **${link}** ${around}\n`
        const { links, text } = analyzeText(source)
        const [found] = links
        const words = found?.words as { start: number; end: number }
        expect(text.slice(words.start, words.end).replace(/ +/g, ' ')).toBe(
          (label ?? (heading ? `${page} › ${heading}` : page)).replace(/ +/g, ' '),
        )
        expect(found?.evidence?.exact).toBe(text.slice(found?.evidence?.start, found?.evidence?.end))
        expect(source.slice(found?.evidence?.sourceStart, found?.evidence?.sourceEnd)).toContain(
          label ?? heading ?? page,
        )
      }),
    )
  })
})

describe('keywords', () => {
  it.each([
    [
      'lists',
      'aliases: [VLM, "Velmont, SA"]\ntags:\n  - climat\n  - énergie',
      ['VLM', 'Velmont, SA'],
      ['climat', 'énergie'],
    ],
    ['text with commas', 'alias: VLM, Velmont\ntags: "#a, b/c"', ['VLM', 'Velmont'], ['a', 'b/c']],
    ['numbers', 'aliases: 1984', ['1984'], []],
    ['what is neither', 'aliases: { a: 1 }\ntags: [true, [x]]', [], []],
    ['a key of objects', '__proto__: { aliases: [x] }', [], []],
  ])('are read from %s', (_, matter, aliases, tags) => {
    expect(analyzeText(`---\n${matter}\n---\n\nText.`)).toMatchObject({ aliases, tags })
  })

  it('are read from the text, not from code, addresses and numbers', () => {
    const { tags } = analyzeText(
      'A #tag, (#énergie/vent) #2030 a#b `#no` https://a.fr/#x\n\n    #code\n\n# Heading #end-\n',
    )
    expect(tags).toEqual(['tag', 'énergie/vent', 'end'])
  })
})
