import type { Root } from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { type PluggableList, type Processor, unified } from 'unified'
import type { SourceDocument } from '../model.ts'
import type { DocumentStage } from '../stage.ts'

export interface ParseMarkdownOptions {
  /** Remark plugins to run on each tree after it is parsed, in order. They must be synchronous. */
  remarkPlugins?: PluggableList
}

/**
 * Leaves out GFM's second search for addresses, which goes over text that is parsed already: what it finds besides
 * (addresses right after a mark, `[www.example.org`) is not worth its cost, which grows with the square of a text such as
 * `a.a.a.a`, and it makes nodes that do not know where they stand.
 */
function keepText(this: Processor): void {
  const data = this.data()
  data.fromMarkdownExtensions =
    data.fromMarkdownExtensions?.flat().map(({ transforms: _, ...extension }) => extension) ?? []
}

/**
 * A document's source as mdast: CommonMark, GFM (tables, strikethrough, task lists, autolinks, footnotes), YAML and TOML
 * front matter. Positions index `source`.
 *
 * @throws what a remark plugin throws.
 */
export function parseMarkdown(options: ParseMarkdownOptions = {}): DocumentStage<SourceDocument, Root> {
  const processor = unified()
    .use(remarkParse)
    .use(remarkFrontmatter, ['yaml', 'toml'])
    .use(remarkGfm)
    .use(keepText)
    .use(options.remarkPlugins ?? [])
    .freeze()
  return ({ source }, file) => {
    // micromark leaves out a leading byte-order mark without counting it: offsets stay true if it has one to leave out.
    const text = source.startsWith('\uFEFF') ? `\uFEFF${source}` : source
    return processor.runSync(processor.parse(text), file) as Root
  }
}
