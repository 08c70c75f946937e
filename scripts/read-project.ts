import { existsSync } from 'node:fs'
import { realpath } from 'node:fs/promises'
import { basename, dirname, resolve } from 'node:path'
import type { ReadOptions } from '../pipeline/build.ts'
import { defaultCacheFolder } from '../pipeline/engine/cache.ts'
import { findConfig, readConfig } from '../pipeline/read-config.ts'
import type { CommandLine } from './maillage.ts'

/**
 * What a command works on: the content folder, named on the line or `content` here; the configuration, named or beside
 * the content or here; the cache of that project.
 *
 * @throws when a folder or file that was named is not there.
 */
export async function readProject({ values, positionals }: CommandLine): Promise<ReadOptions> {
  const named = positionals[0] ?? (values.content as string | undefined)
  const content = resolve(named ?? 'content')
  if (!existsSync(content))
    throw new Error(
      named === undefined
        ? 'there is no folder `content` here; name one (maillage build notes) or start a project (maillage init)'
        : `the content folder ${content} does not exist`,
    )
  const contentDir = await realpath(content)
  const configFile =
    values.config === undefined
      ? ([content, dirname(content), process.cwd()].map(findConfig).find((file) => file !== null) ?? null)
      : resolve(values.config as string)
  const config = await readConfig(configFile)
  const projectDir = configFile === null ? process.cwd() : dirname(configFile)
  return {
    contentDir,
    config: { ...config, title: config.title ?? titleOf(contentDir) },
    configFile,
    cacheFolder: values['no-cache'] === true ? null : defaultCacheFolder(projectDir),
    ...(values.threads === undefined ? {} : { threads: Number(values.threads) }),
  }
}

/** A folder called `content` says nothing of what it holds; its parent does. */
function titleOf(contentDir: string): string {
  const name = basename(contentDir)
  const telling = name === 'content' ? basename(dirname(contentDir)) : name
  return telling === '' ? 'Maillage' : telling.charAt(0).toUpperCase() + telling.slice(1)
}
