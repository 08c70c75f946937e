import { posix } from 'node:path'
import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import type { SourceDocument } from '../model.ts'

/** What has a scheme (`https:`) or a host (`//example.org`). */
const ELSEWHERE = /^(?:[a-z][a-z\d+.-]*:|\/\/|\\\\)/i

/**
 * Reports `link-out-of-content` for every relative link, image and definition that leads out of the content folder from
 * where the document stands. Paths that begin with `/` start at the site's root and are not looked at.
 */
export function checkLinks(document: Pick<SourceDocument, 'path'>, tree: Root, file: VFile): void {
  const folder = posix.dirname(document.path)
  visit(tree, ['link', 'image', 'definition'], (node) => {
    if (!('url' in node) || ELSEWHERE.test(node.url)) return
    const target = decode(node.url.replace(/[?#].*$/s, '')).replaceAll('\\', '/')
    if (target === '' || target.startsWith('/')) return
    const resolved = posix.join(folder, target)
    if (resolved !== '..' && !resolved.startsWith('../')) return
    const reason = `Unexpected link \`${node.url}\` out of the content folder, expected one that stays within it`
    file.message(reason, {
      ruleId: 'link-out-of-content',
      source: 'maillage-analyze',
      ...(node.position ? { place: node.position } : undefined),
    })
  })
}

/** Decodes percent-encoded ASCII: enough to see dots and slashes. */
function decode(url: string): string {
  return url.replace(/%([0-7][\da-f])/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}
