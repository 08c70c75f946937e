import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { analyzeText, connectTexts, exportTexts } from '../library.ts'

/** Analyses, connects and exports one text, and checks what must hold of every text. */
function runAll(text: string): string {
  const analysis = analyzeText(text, { path: 'a.md' })
  for (const { start, end, exact } of analysis.mentions) expect(analysis.text.slice(start, end)).toBe(exact)
  for (const { evidence } of [...analysis.relations, ...analysis.targets])
    expect(analysis.text.slice(evidence.start, evidence.end)).toBe(evidence.exact)
  expect(analysis.html).not.toMatch(/<script|<iframe|<[^>]*\son\w+\s*=|(?:href|src)="\s*(?:javascript|data|vbscript):/i)
  expect(JSON.parse(JSON.stringify(analysis))).toEqual(analysis)
  const knowledge = connectTexts([analysis])
  const artifacts = [...exportTexts(knowledge, [analysis])]
  for (const { path, content } of artifacts) {
    expect(path).not.toMatch(/(?:^|\/)\.\.?(?:\/|$)|^\/|\\/)
    if (typeof content !== 'string' && !(content instanceof Uint8Array))
      expect([...content].join('').length).toBeGreaterThan(0)
  }
  return analysis.text
}

describe('nasty texts', () => {
  test.each<[string, string]>([
    ['emphasis marks', '*a _b '.repeat(3000)],
    ['only emphasis marks', '*'.repeat(20_000)],
    ['open brackets', '['.repeat(3000)],
    ['links in links', '[a]('.repeat(3000)],
    ['deep quotes', `${'>'.repeat(500)} Jeanne Morel dirige Boreatech.`],
    ['deep lists', Array.from({ length: 200 }, (_, i) => `${'  '.repeat(i)}- Boreatech`).join('\n')],
    ['one long line', 'Boreatech vise la neutralité carbone en 2045 et '.repeat(400)],
    ['one long word', 'A'.repeat(100_000)],
    ['capitals', 'Boreatech Lumen Orba '.repeat(3000)],
    ['numbers', '1 234,5 % 2030 12 '.repeat(1000)],
    ['a wide table', `|${' a |'.repeat(1000)}\n|${' - |'.repeat(1000)}\n|${' 2030 |'.repeat(1000)}`],
    ['backticks', Array.from({ length: 300 }, (_, i) => '`'.repeat(i)).join('a')],
    ['nested HTML', `${'<div>'.repeat(1000)}a<script>alert(1)</script>`],
    ['handlers', '<img src=x onerror=alert(1)> <a href="javascript:alert(1)">Boreatech</a> <svg onload=alert(1)>'],
    [
      'links that run',
      '[a](javascript:alert(1)) [b](JaVaScRiPt:alert(1)) ![c](data:text/html,x) <javascript:alert(1)>',
    ],
    [
      'zero-width and bidirectional characters',
      'Bo\u200breatech\u202e vise\u2066 la\ufeff neutralité\u00ad carbone en 2045.',
    ],
    [
      'names of prototypes',
      '**__proto__** a rejoint constructor. toString, hasOwnProperty et Valueof dirigent __proto__.',
    ],
    [
      'front matter with prototypes',
      '---\n__proto__: { title: a }\nconstructor: b\ntags: [__proto__]\n---\nBoreatech.',
    ],
    [
      'a YAML bomb',
      `---\na: &a [x, x, x, x, x, x, x, x, x]\n${Array.from({ length: 8 }, (_, i) => `${'bcdefghi'[i]}: &${'bcdefghi'[i]} [${Array(9).fill(`*${'abcdefgh'[i]}`).join(', ')}]`).join('\n')}\n---\nBoreatech.`,
    ],
    [
      'names with slashes and dots',
      'La société ../../etc/passwd a rejoint le Pacte C:\\Windows. AT&T/NASA vise 50 % en 2030.',
    ],
    ['references', '&amp;&lt;script&gt;alert(1)&lt;/script&gt; &#0; &#x110000; &nosuch; Boreatech.'],
    ['footnotes in circles', '[^a]\n\n[^a]: [^b]\n\n[^b]: [^a] Boreatech.'],
    [
      'definitions',
      Array.from({ length: 2000 }, (_, i) => `[a${i}]: /b${i}`)
        .join('\n')
        .concat('\n\nBoreatech [a1].'),
    ],
  ])('%s', (_, text) => {
    runAll(text)
  })
})

test('texts made of marks, names and odd characters', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '*',
      '**',
      '_',
      '`',
      '```\n',
      '[',
      ']',
      '(',
      ')',
      '![',
      '<',
      '>',
      '</',
      '<!--',
      '-->',
      '|',
      '\n',
      '\n\n',
      '    ',
      '- ',
      '1. ',
      '# ',
      '---\n',
      '***\n',
      '~~',
      '&',
      '&amp;',
      '\\',
      '[^1]',
      '[^1]: ',
      ': ',
      '“',
      '”',
      '« ',
      ' »',
      '’',
      '\t',
      '\u200b',
      '\u202e',
      '\r\n',
      '\r',
      '\u00a0',
      '🙂',
      'e\u0301',
      'İ',
      'ﬁ',
      '__proto__',
      'constructor',
    ),
    fc.constantFrom(
      'Boreatech ',
      'Jeanne Morel ',
      'a rejoint ',
      'vise la neutralité carbone ',
      'en 2045',
      'd’ici 2030 ',
      '40 % ',
      'Elle ',
      'le groupe ',
      'aims to cut emissions by ',
      'by 2040 ',
      'CEO of ',
      ', ',
      '. ',
      '36 millions d’euros ',
      'par rapport à 2019 ',
      'Lyon ',
      '(BT) ',
    ),
    fc.string({ unit: 'binary', maxLength: 4 }).filter((text) => !text.includes('\0')),
  )
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 60 }), (pieces) => {
      runAll(`Texte. ${pieces.join('')}`)
    }),
    { numRuns: 80 },
  )
})
