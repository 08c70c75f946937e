import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { parseDocument } from './parse-document.ts'

function parse(text: string | Uint8Array, path = 'articles/le-titre.md') {
  const file = new VFile({ path })
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  const document = parseDocument({ id: 'test', path, sha256: '', bytes }, file)
  return { document, messages: file.messages.map(String) }
}

function frontMatterOf(lines: string) {
  return parse(`---\n${lines}\n---\n\nUn texte.`)
}

describe('the source', () => {
  it('is the file without its byte-order mark, line endings as they are', () => {
    expect(parse('\ufeffa\r\nb\r').document?.source).toBe('a\r\nb\r')
  })

  it.each<[string, Uint8Array | string, string]>([
    ['a NUL', 'a\nbé\0', 'articles/le-titre.md:2:3: Unexpected NUL byte, expected a text file'],
    [
      'a byte that is not UTF-8',
      new Uint8Array([0x61, 0x0a, 0xc3, 0xa9, 0xe9, 0x20]),
      'articles/le-titre.md:2:2: Unexpected byte that is not UTF-8, expected a file saved as UTF-8',
    ],
    ['nothing', '', 'articles/le-titre.md:1:1: Unexpected file without text, expected an article'],
    [
      'front matter alone',
      '---\ntitle: a\n---\n',
      'articles/le-titre.md:1:1: Unexpected file without text, expected an article',
    ],
  ])('cannot be %s', (_, text, message) => {
    expect(parse(text)).toEqual({ document: null, messages: [message] })
  })
})

describe('the title', () => {
  it.each<[string, string, string]>([
    ['front matter', '---\ntitle: " Le *plan* "\n---\n# Autre', 'Le *plan*'],
    ['front matter in TOML', '+++\ntitle = "Le plan"\n+++\n# Autre', 'Le plan'],
    ['a number in front matter', '---\ntitle: 2040\n---\na', '2040'],
    ['the first heading', 'a\n\n```\n# code\n```\n\n## Le *plan* &amp; [x](y)\n\n# Autre', 'Le plan & x'],
    ['an underlined heading', 'Le **plan**\n===', 'Le plan'],
    ['the file’s name', 'a', 'le titre'],
  ])('comes from %s', (_, text, title) => {
    expect(parse(text).document?.title).toBe(title)
  })

  it('leaves the date of a file’s name out', () => {
    expect(parse('a', 'posts/2024-02-21-Mon_titre.md').document).toMatchObject({
      title: 'Mon titre',
      date: '2024-02-21',
    })
  })
})

describe('the date', () => {
  it.each([
    ['2023', '2023'],
    ['2023-12', '2023-12'],
    ['2023-12-05', '2023-12-05'],
    ['2023/2/5', '2023-02-05'],
    ['2023-12-05T10:30:00Z', '2023-12-05T10:30:00Z'],
    ['2023-12-05 10:30 +0200', '2023-12-05T10:30+02:00'],
    ['"2024-02-29"', '2024-02-29'],
  ])('%s is %s', (given, date) => {
    expect(frontMatterOf(`date: ${given}`)).toMatchObject({ document: { date }, messages: [] })
  })

  it('is one in TOML too', () => {
    expect(parse('+++\ndate = 2023-12-05\n+++\na').document?.date).toBe('2023-12-05')
  })

  it.each(['2023-13', '2023-02-29', 'hier', '[2023]', '99'])('is not %s', (given) => {
    const { document, messages } = frontMatterOf(`date: ${given}`)
    expect(document?.date).toBeNull()
    expect(messages).toEqual([expect.stringContaining('Unexpected date ')])
  })
})

describe('the language', () => {
  it.each([
    ['lang: en', 'en'],
    ['lang: fr-CA', 'fr'],
    ['language: EN_us', 'en'],
    ['a: b', 'fr'],
  ])('of %s is %s', (lines, lang) => {
    expect(parse(`---\n${lines}\n---\n\nLe plan de la ville est dans les mains du maire.`).document?.lang).toBe(lang)
  })

  it('is detected where there is none', () => {
    expect(parse('The plan of the city is in the hands of the mayor.').document?.lang).toBe('en')
    expect(parse('L’eau est une ressource dont on parle peu.').document?.lang).toBe('fr')
  })

  it('is the only one of the content, unless the front matter says another', () => {
    const read = (text: string) =>
      parseDocument({ id: 'a', path: 'a.md', sha256: '', bytes: Buffer.from(text) }, new VFile(), ['en'])?.lang
    expect(read('L’eau est une ressource dont on parle peu.')).toBe('en')
    expect(read('---\nlang: fr\n---\n\nL’eau est rare.')).toBe('fr')
  })

  it('that is not read is reported', () => {
    expect(frontMatterOf('lang: de').messages).toEqual([
      'articles/le-titre.md:1:1: Unexpected language `de`, expected `fr` or `en`',
    ])
  })
})

it('takes an address from url, source or canonical if it is one', () => {
  expect(frontMatterOf('url: https://a.fr/b').document?.url).toBe('https://a.fr/b')
  expect(frontMatterOf('url: /b\ncanonical: http://a.fr').document?.url).toBe('http://a.fr')
  expect(frontMatterOf('source: Le Monde').document?.url).toBeNull()
  expect(frontMatterOf('url: javascript:alert(1)').document?.url).toBeNull()
})

describe('front matter', () => {
  it('is kept as plain JSON', () => {
    const yaml = frontMatterOf(
      'tags: [a, &b c, *b]\nnot: .nan\nbig: 9007199254740993\nnested: { 1: x, no: ~ }',
    ).document
    expect(JSON.parse(JSON.stringify(yaml?.frontMatter))).toEqual({
      tags: ['a', 'c', 'c'],
      not: 'NaN',
      big: 9007199254740992,
      nested: { '1': 'x', no: null },
    })
    const toml = parse('+++\na = 1979-05-27T07:32:00Z\nb = 9223372036854775807\n[c]\nd = [1.5]\n+++\ne').document
    expect(JSON.parse(JSON.stringify(toml?.frontMatter))).toEqual({
      a: '1979-05-27T07:32:00.000Z',
      b: '9223372036854775807',
      c: { d: [1.5] },
    })
  })

  it('cannot reach a prototype', () => {
    const data = frontMatterOf('__proto__: { title: x }\nconstructor: y').document
    expect(data?.title).toBe('le titre')
    expect(Object.keys(data?.frontMatter ?? {})).toEqual(['__proto__', 'constructor'])
    expect(({} as Record<string, unknown>).title).toBeUndefined()
  })

  it.each<[string, string, RegExp]>([
    [
      'YAML that does not parse',
      '---\ntitle: a\nb: "c\n---\n\nd',
      /^articles\/le-titre\.md:\d:\d+: Unexpected front matter, expected valid YAML: /,
    ],
    ['a key twice', '---\na: 1\na: 2\n---\n\nd', /:3:1: Unexpected front matter, expected valid YAML: /],
    ['TOML that does not parse', '+++\na = 1\nb =\n+++\n\nd', /:3:\d+: Unexpected front matter, expected valid TOML: /],
    ['a list', '---\n- a\n---\n\nd', /:2:1: Unexpected front matter that is no mapping/],
    ['nesting without end', `---\na: ${'['.repeat(20_000)}\n---\n\nd`, /Unexpected front matter/],
    [
      'a bomb of aliases',
      `---\na0: &a0 [x, x, x, x, x, x, x, x, x]\n${Array.from({ length: 20 }, (_, n) => `a${n + 1}: &a${n + 1} [${Array(9).fill(`*a${n}`).join(', ')}]`).join('\n')}\n---\n\nd`,
      /Unexpected front matter of this size or depth/,
    ],
  ])('that is %s is reported, and the article is read', (_, text, message) => {
    const { document, messages } = parse(text)
    expect(document?.frontMatter).toEqual({})
    expect(messages).toEqual([expect.stringMatching(message)])
  })

  it('ends somewhere, or is text', () => {
    expect(parse('---\ntitle: a\n\nb').document?.frontMatter).toEqual({})
    expect(parse('---\r\ntitle: a\r\n---\r\nb').document?.title).toBe('a')
  })
})
