import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { makeEvidence } from './make-evidence.ts'
import { readProse } from './read-prose.ts'

function evidenceOf(source: string, exact: string) {
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
  const { prose } = readProse()(document, new VFile())
  const start = prose.text.indexOf(exact)
  return makeEvidence(prose, start, start + exact.length)
}

describe('evidence', () => {
  it('says where a passage stands, in text, source, line and section', () => {
    const source = '---\ntitle: T\n---\r\n# Plan\r\n\r\nAvant.\r\n\r\n## Eau\r\n\r\n**Foo** Bar boit.\r\n'
    expect(evidenceOf(source, 'Foo Bar')).toEqual({
      document: 'test',
      start: 16,
      end: 23,
      sourceStart: source.indexOf('Foo'),
      sourceEnd: source.indexOf(' boit'),
      line: 10,
      section: ['Plan', 'Eau'],
      exact: 'Foo Bar',
      prefix: 'Plan\nAvant.\nEau\n',
      suffix: ' boit.',
    })
  })

  it('has no section before the first heading', () => {
    expect(evidenceOf('Foo\n\n# Bar', 'Foo').section).toEqual([])
  })

  it('has up to 32 characters around it, and never half a character', () => {
    const { prefix, suffix } = evidenceOf(`${'x'.repeat(40)} Foo ${'y'.repeat(40)}`, 'Foo')
    expect(prefix).toBe(`${'x'.repeat(31)} `)
    expect(suffix).toBe(` ${'y'.repeat(31)}`)
    const astral = evidenceOf(`${'😀'.repeat(20)}.Foo.${'😀'.repeat(20)}`, 'Foo')
    expect(astral.prefix).toBe(`${'😀'.repeat(15)}.`)
    expect(astral.suffix).toBe(`.${'😀'.repeat(15)}`)
  })
})
