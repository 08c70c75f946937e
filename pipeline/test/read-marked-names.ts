import { VFile } from 'vfile'
import { readProse } from '../analyze/read-prose.ts'
import { CATEGORIES, type Category, type Language, type NameMention, type Prose } from '../model.ts'

/**
 * A document written in a test, its names marked as Markdown links whose target is a category, as in the corpus of names:
 * `[Xiaomi](organization) rejoint [RE100](initiative).` A name written in capitals is an acronym.
 */
export function readMarkedNames(source: string, lang: Language, title = ''): { prose: Prose; names: NameMention[] } {
  const document = {
    id: 'test',
    path: 'test.md',
    title,
    lang,
    date: null,
    url: null,
    sha256: '',
    frontMatter: {},
    source,
  }
  const { prose } = readProse()(document, new VFile({ path: 'test.md' }))
  const names = prose.marks
    .filter((mark) => mark.kind === 'link' && CATEGORIES.includes(mark.url as Category))
    .map(({ start, end, url }): NameMention => {
      const exact = prose.text.slice(start, end)
      const kind = /^[A-Z]{2,8}$/.test(exact) ? 'acronym' : 'name'
      return { start, end, kind, category: url as Category, extractor: 'test@1', confidence: 1 }
    })
  return { prose, names: names.sort((a, b) => a.start - b.start) }
}
