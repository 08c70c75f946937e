import { entityPath, type MarkedMention } from './page-index.ts'

/** A tag of serialised HTML; quoted attribute values may hold `>`. */
const TAG = /<(\/?)([a-z][a-z0-9]*)(|\s(?:[^<>"']|"[^"]*"|'[^']*')*)>/g
const MENTION = /^ data-mention="(\d+)"$/
const START = / data-start="(\d+)"/

/**
 * Makes the marks of an article's body links to the pages of what they name, coloured by category; within a link they
 * stay marks. Marks whose mention was taken out lose their element. Blocks get ids, `t` and their offset, that quotes link
 * to. Addresses with `data-site` are given from the page.
 *
 * @param html as `renderHtml` serialised it.
 * @param marks by mention index.
 */
export function linkMarks(html: string, marks: readonly (MarkedMention | null)[], root: string): string {
  let links = 0
  const closing: string[] = []
  return html.replace(TAG, (tag, slash: string, name: string, attributes: string) => {
    if (name === 'a') {
      links += slash === '' ? 1 : -1
      return fromRoot(tag, root)
    }
    if (name === 'img') return fromRoot(tag, root)
    if (name === 'mark') {
      if (slash !== '') return closing.pop() ?? ''
      const index = MENTION.exec(attributes)?.[1]
      const mark = index === undefined ? null : (marks[Number(index)] ?? null)
      if (mark === null) {
        closing.push('')
        return ''
      }
      if (links > 0) {
        closing.push('</mark>')
        return `<mark class="mention" data-category="${mark.category}">`
      }
      closing.push('</a>')
      return `<a class="mention" data-category="${mark.category}" href="${root}${entityPath(mark.entity)}">`
    }
    const start = START.exec(attributes)?.[1]
    if (start === undefined) return tag
    return / id="/.test(attributes) ? `${tag}<span id="t${start}"></span>` : `<${name} id="t${start}"${attributes}>`
  })
}

function fromRoot(tag: string, root: string): string {
  return / data-site=""/.test(tag) ? tag.replace(/ (href|src)="/, ` $1="${root}`).replace(' data-site=""', '') : tag
}
