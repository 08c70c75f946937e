import { posix } from 'node:path'
import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import type { SourceDocument } from '../model.ts'
import { readLocalAddress } from './local-address.ts'

/**
 * Reports `link-out-of-content` for every relative link, image and definition that leads out of the content folder from
 * where the document stands. Paths that begin with `/` start at the site's root and are not looked at.
 */
export function checkLinks(document: Pick<SourceDocument, 'path'>, tree: Root, file: VFile): void {
  const folder = posix.dirname(document.path)
  visit(tree, ['link', 'image', 'definition'], (node) => {
    const target = 'url' in node ? (readLocalAddress(node.url)?.path ?? '') : ''
    if (!('url' in node) || target === '' || target.startsWith('/')) return
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
