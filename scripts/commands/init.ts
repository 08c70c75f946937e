import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve } from 'node:path'
import pc from 'picocolors'
import type { Command } from '../maillage.ts'

const ARTICLE = `---
title: A first article
date: 2025-01-15
lang: en
---

# A first article

Northwind Steel joined the Clear Sky Alliance last year. Its chief executive, Hannah Brook, presented the plan in Leeds.

Northwind Steel aims to reach net zero by 2045, and to cut its emissions by 40% by 2032 from a 2020 baseline.
`

const ENTITIES = `# What the texts do not say, or say in different words. Everything is optional.
entities: []
# - name: Northwind Steel
#   category: organization
#   aliases: [NWS]
#   sameAs: [https://www.wikidata.org/entity/Q1]
ignore: []
same: []
# - [Northwind Steel, Northwind Steel plc]
different: []
`

const IGNORED = 'dist/\n.maillage/\nnode_modules/\n'

/** Files that are there already are left as they are. */
export const init: Command = async ({ positionals: [name] }) => {
  const folder = resolve(name ?? '.')
  const files: [string, string][] = [
    ['content/articles/first-article.md', ARTICLE],
    ['content/entities.yml', ENTITIES],
    ['maillage.config.json', `${JSON.stringify({ title: titleOf(folder) }, null, 2)}\n`],
    ['.gitignore', IGNORED],
  ]
  for (const [path, content] of files) {
    const file = join(folder, path)
    if (existsSync(file)) {
      process.stdout.write(`${pc.dim('kept   ')} ${relative('.', file)}\n`)
      continue
    }
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, content, { flag: 'wx' })
    process.stdout.write(`${pc.green('created')} ${relative('.', file)}\n`)
  }
  const where = folder === process.cwd() ? '' : `cd ${relative('.', folder)} && `
  process.stdout.write(`\nPut your articles into content/, then:\n\n  ${where}npx maillage dev\n`)
  return 0
}

function titleOf(folder: string): string {
  const name = basename(folder)
  return name === '' ? 'Maillage' : name.charAt(0).toUpperCase() + name.slice(1)
}
