import { readFile, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Knowledge } from '../pipeline/model.ts'

/**
 * The knowledge of a built site, from its folder or from its `data/knowledge.json`.
 *
 * @throws when there is none, or one of another version.
 */
export async function readKnowledgeFile(place: string): Promise<Knowledge> {
  const path = resolve(place)
  const found = await stat(path).catch(() => null)
  if (found === null) throw new Error(`${place} does not exist; build the site first, or name its folder`)
  const file = found.isDirectory() ? join(path, 'data', 'knowledge.json') : path
  let knowledge: Partial<Knowledge>
  try {
    knowledge = JSON.parse(await readFile(file, 'utf8'))
  } catch (error) {
    throw new Error(`${file} cannot be read as knowledge: ${error instanceof Error ? error.message : error}`)
  }
  if (knowledge.format !== 'maillage-knowledge' || knowledge.version !== 1)
    throw new Error(
      `${file} is no knowledge of version 1 (it says ${knowledge.format ?? 'nothing'}, ${knowledge.version})`,
    )
  return knowledge as Knowledge
}
