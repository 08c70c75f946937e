import { VFile } from 'vfile'
import { linkReferences } from '../analyze/link-references.ts'
import { readProse } from '../analyze/read-prose.ts'
import type { Category, Language, NameMention, Prose, References } from '../model.ts'

export interface MarkedText {
  prose: Prose
  references: References
  file: VFile
}

const CATEGORIES: Readonly<Record<string, Category>> = { p: 'person', i: 'initiative', l: 'place', w: 'work' }

/**
 * Markdown as a document whose names are known: `{Alden}` is an organization, `{p:Maya Lund}` a person, `{i:…}` an
 * initiative, `{l:…}` a place, `{w:…}` a work. The braces are not in the text; a name is found wherever it stands.
 */
export function readMarkedText(marked: string, lang: Language, date: string | null): MarkedText {
  const categories = new Map<string, Category>()
  const source = marked.replace(/\{(?:([pilw]):)?([^}]+)\}/g, (_, letter: string | undefined, name: string) => {
    categories.set(name, letter === undefined ? 'organization' : (CATEGORIES[letter] as Category))
    return name
  })
  const file = new VFile({ path: 'text.md' })
  const { prose } = readProse()(
    { id: 'text', path: 'text.md', title: '', lang, date, url: null, sha256: '', frontMatter: {}, source },
    file,
  )
  const names: NameMention[] = []
  for (const [name, category] of categories) {
    for (let at = prose.text.indexOf(name); at >= 0; at = prose.text.indexOf(name, at + 1)) {
      names.push({ start: at, end: at + name.length, kind: 'name', category, extractor: 'text@1', confidence: 1 })
    }
  }
  names.sort((a, b) => a.start - b.start || b.end - a.end)
  const apart = names.filter((name, index) => index === 0 || name.start >= (names[index - 1] as NameMention).end)
  return { prose, references: linkReferences()({ prose, names: apart }, file), file }
}
