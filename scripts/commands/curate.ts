import { readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import pc from 'picocolors'
import { VFile } from 'vfile'
import { reporter } from 'vfile-reporter'
import { mergeCuration } from '../../pipeline/connect/merge-curation.ts'
import { readCuration } from '../../pipeline/connect/read-curation.ts'
import type { Command } from '../maillage.ts'
import { readProject } from '../read-project.ts'

/** 1 when the corrections are not as they should be; nothing is written then. */
export const curate: Command = async ({ values, positionals: [patch, ...positionals] }) => {
  const { contentDir } = await readProject({ values, positionals })
  const corrections = new VFile({ path: patch as string, value: await readFile(resolve(patch as string), 'utf8') })
  readCuration(corrections)
  if (corrections.messages.length > 0) {
    process.stderr.write(`${reporter(corrections, { color: pc.isColorSupported })}\n`)
    return 1
  }
  const path = join(contentDir, 'entities.yml')
  const existing = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  const { text, added, known } = mergeCuration(existing, String(corrections))
  if (added > 0) await writeFile(path, text)
  const already = known > 0 ? pc.dim(` (${known} were there already)`) : ''
  process.stdout.write(`${pc.green('✔')} ${added} added to ${path}${already}\n`)
  return 0
}
