import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { exportInput, readKnowledge } from '../../pipeline/build.ts'
import { exportAll, FORMATS, type FormatName } from '../../pipeline/export/formats.ts'
import type { Artifact } from '../../pipeline/model.ts'
import type { Command } from '../maillage.ts'
import { showProgress } from '../progress.ts'
import { readProject } from '../read-project.ts'
import { UsageError } from '../usage-error.ts'

const DATA = 'data/'

export const exportFormats: Command = async (line) => {
  const known = Object.keys(FORMATS) as FormatName[]
  const named = ((line.values.format as string | undefined) ?? '').split(',').filter((name) => name !== '')
  const wrong = named.find((name) => !known.some((format) => format === name))
  if (named.length === 0 || wrong !== undefined)
    throw new UsageError(
      `unexpected ${wrong === undefined ? 'line without --format' : `format \`${wrong}\``}, expected one or more of ${known.join(', ')}`,
    )
  const project = await readProject(line)
  const progress = showProgress()
  const read = await readKnowledge(project, { onProgress: progress.update }).finally(progress.stop)
  const artifacts = exportAll(named as FormatName[])(exportInput(read, project))
  if (line.values.out === undefined) return printOne(artifacts, named.join(','))
  const folder = resolve(line.values.out as string)
  for (const { path, content } of artifacts) {
    const file = join(folder, path.startsWith(DATA) ? path.slice(DATA.length) : path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, content)
    process.stderr.write(`${file}\n`)
  }
  return 0
}

async function printOne(artifacts: Iterable<Artifact>, format: string): Promise<number> {
  const [only, ...others] = [...artifacts]
  if (only === undefined || others.length > 0)
    throw new UsageError(`the format ${format} has several files; name a folder with --out`)
  const { content } = only
  const pieces = typeof content === 'string' || content instanceof Uint8Array ? [content] : content
  await pipeline(pieces, process.stdout, { end: false })
  return 0
}
