import { randomUUID } from 'node:crypto'
import { access, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/**
 * What the machines of a build share: objects by name, each written whole or not at all, and read by all once `put`
 * has ended. Names are lower-case letters, digits and `/`. What is read is verified by its reader.
 */
export interface SharedStorage {
  /** Null when there is no such object. */
  get(name: string): Promise<Uint8Array | null>
  has(name: string): Promise<boolean>
  /** Replaces an object of the same name. */
  put(name: string, bytes: Uint8Array): Promise<void>
}

/** Storage in a folder, on one machine or on a file system that all mount. */
export function openFolderStorage(folder: string): SharedStorage {
  return {
    get: (name) => readFile(join(folder, name)).catch(ifMissing(null)),
    has: (name) => access(join(folder, name)).then(() => true, ifMissing(false)),
    async put(name, bytes) {
      const file = join(folder, name)
      const temporary = `${file}.${randomUUID()}.tmp`
      await mkdir(dirname(file), { recursive: true })
      await writeFile(temporary, bytes)
      await rename(temporary, file)
    },
  }
}

function ifMissing<T>(value: T): (error: NodeJS.ErrnoException) => T {
  return (error) => {
    if (error.code === 'ENOENT') return value
    throw error
  }
}
