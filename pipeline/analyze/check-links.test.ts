import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { checkLinks } from './check-links.ts'

function messagesOf(path: string, source: string): string[] {
  const file = new VFile({ path })
  checkLinks({ path }, unified().use(remarkParse).parse(source), file)
  return file.messages.map(String)
}

describe('links out of the content folder', () => {
  it('are reported where they stand', () => {
    expect(messagesOf('articles/a.md', 'x\n\n[a](../../etc/passwd) ![b](../../c.png)\n\n[d]: ../../e')).toEqual([
      'articles/a.md:3:1-3:22: Unexpected link `../../etc/passwd` out of the content folder, expected one that stays within it',
      'articles/a.md:3:23-3:40: Unexpected link `../../c.png` out of the content folder, expected one that stays within it',
      'articles/a.md:5:1-5:13: Unexpected link `../../e` out of the content folder, expected one that stays within it',
    ])
  })

  it.each(['%2e%2e/x', '..%2Fx', './../x', 'a/../../x', '..\\\\x', '..'])('are found in %s', (url) => {
    expect(messagesOf('a.md', `[a](${url})`)).toHaveLength(1)
  })

  it.each([
    '../b.md',
    '../img/c.png#d',
    'e?f=../../..',
    '#g',
    '/img/h.png',
    'https://i.fr/../..',
    '//j.fr/../..',
    'mailto:k@l.fr',
    '...',
  ])('are not %s', (url) => {
    expect(messagesOf('articles/a.md', `[a](${url})`)).toEqual([])
  })
})
