import fc from 'fast-check'

/** What Markdown is made of, and what goes wrong in it. */
const PIECES = [
  ...[
    'a',
    'b',
    'Foo',
    'é',
    '😀',
    '\ud800',
    '\u00a0',
    ' ',
    ' ',
    '  ',
    '\n',
    '\n',
    '\n\n',
    '\r\n',
    '\t',
    '.',
    '!',
    ':',
    '"',
    '$',
  ],
  ...[
    '*',
    '**',
    '_',
    '~~',
    '`',
    '``',
    '\\',
    '\\|',
    '\\*',
    '&amp;',
    '&#x2019;',
    '&#32;',
    '&Tab;',
    '&copy',
    '[',
    ']',
    '(u)',
    '![',
  ],
  ...['> ', '>', '- ', '1. ', '+ ', '* ', '[x] ', '    ', '# ', '|', '|-|-|\n', '---\n', '===\n', '\n```\n', '~~~'],
  ...['[^1]', '\n\n[^1]: ', '[r]: u\n', 'http://a.b/c', 'x@y.fr', 'www.a.fr', '<http://x.y>'],
  ...[
    '<b>',
    '</b>',
    '<br>',
    '<!-- x -->',
    '<div>',
    '</div>',
    '<p>',
    '<script>',
    '</script>',
    '<li>',
    '<h2>',
    '<table>',
    '<a "',
  ],
]

/** Markdown-like text without rhyme or reason: any of it is valid Markdown, most of it is odd. */
export function markdownSoup(): fc.Arbitrary<string> {
  return fc.array(fc.constantFrom(...PIECES), { maxLength: 40, size: 'max' }).map((pieces) => pieces.join(''))
}
