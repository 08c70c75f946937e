import { createHash } from 'node:crypto'
import { readdir, readFile, realpath, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { VFile } from 'vfile'
import type { Language, SourceDocument } from '../model.ts'
import { assignIds } from './assign-ids.ts'
import { parseDocument } from './parse-document.ts'
import { report } from './report.ts'

/** A Markdown file of the content folder that is still to be read. */
export interface ContentFile {
  /** Unique in the listing. */
  id: string
  /** Relative to the content folder, `/` as separator, in the characters of the file system. */
  path: string
  /** The earlier file whose id this one would have had. */
  sameIdAs: string | null
}

export interface ContentListing {
  /** In code point order of their paths. */
  files: readonly ContentFile[]
  /** Paths of all other files that articles could show or link to, in code point order. */
  attachments: readonly string[]
  /** What could not be looked at, with the reason as a message; paths relative to the content folder. */
  problems: readonly VFile[]
}

export interface ReadContent {
  /** Null when the file cannot be used; `file` says why. */
  document: SourceDocument | null
  /** Path relative to the content folder; its messages are what the author should know. It holds no text. */
  file: VFile
}

const MARKDOWN = /\.(?:md|markdown)$/i

/** Whether a file of this name is an article. */
export function isMarkdown(path: string): boolean {
  return MARKDOWN.test(path)
}

/**
 * Finds the `.md` and `.markdown` files below a folder, and what else lies beside them. Hidden files and folders and
 * `node_modules` are left out, and so is what `isLeftOut` says, with all that is below it: it has no part in ids either.
 * Symbolic links are followed as long as they stay within the folder; a folder that is reached twice counts once.
 * Reports `unreadable-folder`, `link-out-of-folder` and `broken-link`.
 *
 * @throws when the folder itself cannot be read.
 */
export async function listContent(
  contentDir: string,
  isLeftOut: (path: string) => boolean = () => false,
): Promise<ContentListing> {
  const root = await realpath(contentDir)
  const paths: string[] = []
  const attachments: string[] = []
  const problems: VFile[] = []
  const seen = new Set<string>([root])
  const skip = (path: string, reason: string, ruleId: string) => {
    const file = new VFile({ path })
    report(file, reason, ruleId, 'error')
    problems.push(file)
  }
  const visit = async (directory: string): Promise<void> => {
    const entries = await readdir(directory, { withFileTypes: true })
    entries.sort((a, b) => compareCodePoints(a.name, b.name))
    for (const entry of entries) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue
      const absolute = join(directory, entry.name)
      const path = relative(root, absolute).split(sep).join('/')
      if (isLeftOut(path)) continue
      let isDirectory = entry.isDirectory()
      let isFile = entry.isFile()
      let real = absolute
      if (entry.isSymbolicLink()) {
        try {
          real = await realpath(absolute)
          const target = await stat(real)
          isDirectory = target.isDirectory()
          isFile = target.isFile()
        } catch (error) {
          skip(
            path,
            `Unexpected symbolic link that leads nowhere (${codeOf(error)}), expected a file or folder`,
            'broken-link',
          )
          continue
        }
        if (!isDirectory && !isFile) continue
        if (real !== root && !real.startsWith(root + sep)) {
          // What a document shows is looked for when it is known; then it is missing.
          if (isFile && !isMarkdown(entry.name)) continue
          skip(
            path,
            'Unexpected symbolic link out of the content folder, expected one that stays within it',
            'link-out-of-folder',
          )
          continue
        }
      }
      if (isDirectory) {
        if (seen.has(real)) continue
        seen.add(real)
        try {
          await visit(absolute)
        } catch (error) {
          skip(
            path,
            `Unexpected folder that cannot be read (${codeOf(error)}), expected a readable one`,
            'unreadable-folder',
          )
        }
      } else if (isFile) {
        if (isMarkdown(entry.name)) paths.push(path)
        else attachments.push(path)
      }
    }
  }
  await visit(root)
  paths.sort(compareCodePoints)
  attachments.sort(compareCodePoints)
  return { files: assignIds(paths), attachments, problems }
}

/**
 * Reads one file of a listing. Reports `unreadable-file` besides what `parseDocument` reports; of an id that two files
 * share, `duplicate-id`.
 */
export async function readDocument(
  contentDir: string,
  entry: ContentFile,
  languages?: readonly Language[],
): Promise<ReadContent> {
  const file = new VFile({ path: entry.path })
  if (entry.sameIdAs !== null) {
    const reason = `Unexpected id of ${entry.sameIdAs} for ${entry.path} too, expected file names that differ; it is now ${entry.id}`
    report(file, reason, 'duplicate-id', 'warning')
  }
  let bytes: Uint8Array
  try {
    bytes = await readFile(join(contentDir, entry.path))
  } catch (error) {
    const reason = `Unexpected file that cannot be read (${codeOf(error)}), expected a readable one`
    report(file, reason, 'unreadable-file', 'error')
    return { document: null, file }
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { document: parseDocument({ id: entry.id, path: entry.path, sha256, bytes }, file, languages), file }
}

/** Order of the Unicode code points of two strings, which UTF-16 order is not. */
export function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let index = 0; index < length; index++) {
    const x = a.charCodeAt(index)
    const y = b.charCodeAt(index)
    if (x === y) continue
    const xSurrogate = x >= 0xd800 && x <= 0xdfff
    const ySurrogate = y >= 0xd800 && y <= 0xdfff
    return xSurrogate === ySurrogate ? x - y : xSurrogate ? 1 : -1
  }
  return a.length - b.length
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}
