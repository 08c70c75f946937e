import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { checkFolders, openOutput } from './write-output.ts'

const KNOWLEDGE = { path: 'data/knowledge.json', content: '{"format":"maillage-knowledge","version":1}\n' }

let scratch: string
let folder: string
let out: string
let count = 0
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'maillage-output-'))
})
afterAll(() => rm(scratch, { recursive: true, force: true }))
beforeEach(async () => {
  folder = join(scratch, String(count++))
  out = join(folder, 'dist')
  await mkdir(folder)
})

async function writeSite(version: string, outDir = out): Promise<void> {
  const output = await openOutput(outDir)
  await output.write(KNOWLEDGE)
  await output.write({ path: 'version.txt', content: version })
  await output.commit()
}

const read = (path: string) => readFile(join(out, path), 'utf8')

test('a site appears as a whole when it is committed, and nothing is left beside it', async () => {
  const output = await openOutput(out)
  await output.write({ path: 'index.html', content: '<!doctype html>' })
  await output.write({ path: 'data/bytes', content: Uint8Array.of(0, 255, 10) })
  expect(await readdir(folder)).not.toContain('dist')
  await output.commit()
  expect(await readdir(folder)).toEqual(['dist'])
  expect(await read('index.html')).toBe('<!doctype html>')
  expect([...(await readFile(join(out, 'data/bytes')))]).toEqual([0, 255, 10])
})

test('a new version takes the place of the old one, files that are no longer made included', async () => {
  await writeSite('1')
  const output = await openOutput(out)
  await output.write(KNOWLEDGE)
  expect(await read('version.txt')).toBe('1')
  await output.commit()
  expect(await readdir(out)).toEqual(['data'])
  expect(await readdir(folder)).toEqual(['dist'])
})

test('discarding leaves the old version, and nothing beside it', async () => {
  await writeSite('1')
  const output = await openOutput(out)
  await output.write({ path: 'version.txt', content: '2' })
  await output.discard()
  expect(await read('version.txt')).toBe('1')
  expect(await readdir(folder)).toEqual(['dist'])
})

test('content that is produced in pieces is written as if it were one string', async () => {
  let round = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.string({ unit: 'binary', maxLength: 3 }).map((piece) => piece.repeat(20_000)),
        { maxLength: 8 },
      ),
      async (pieces) => {
        const target = join(folder, String(round++))
        const output = await openOutput(target)
        // Cut between the halves of surrogate pairs too.
        await output.write({ path: 'a', content: pieces.flatMap((piece) => piece.match(/[\s\S]{1,777}/g) ?? []) })
        await output.commit()
        expect(await readFile(join(target, 'a'), 'utf8')).toBe(pieces.join(''))
      },
    ),
    { numRuns: 20 },
  )
})

test('pieces are pulled only as they are written', async () => {
  let pulled = 0
  function* pieces() {
    for (; pulled < 1000; pulled++) yield 'x'.repeat(10_000)
    throw new Error('the exporter failed')
  }
  const output = await openOutput(out)
  const writing = output.write({ path: 'a', content: pieces() })
  expect(pulled).toBeLessThan(1000)
  await expect(writing).rejects.toThrow('the exporter failed')
  await output.discard()
  expect(await readdir(folder)).toEqual([])
})

describe('paths', () => {
  test.each([
    ['', 'empty'],
    ['/etc/passwd', 'absolute'],
    ['../a', 'above'],
    ['a/../../b', 'above, further in'],
    ['a/./b', 'not plain'],
    ['a//b', 'an empty part'],
    ['a\\..\\b', 'a backslash'],
    ['C:/a', 'a drive'],
    ['a\0', 'a NUL'],
  ])('%j is refused: %s', async (path) => {
    const output = await openOutput(out)
    await expect(output.write({ path, content: '' })).rejects.toThrow('expected one below the output folder')
    await output.discard()
  })

  test.each([
    ['a.txt', 'a.txt'],
    ['A.txt', 'a.TXT'],
    ['caf\u00e9', 'cafe\u0301'],
    ['a', 'a/b'],
    ['a/b/c', 'A/B'],
  ])('%j and then %j is refused', async (first, second) => {
    const output = await openOutput(out)
    await output.write({ path: first, content: '' })
    await expect(output.write({ path: second, content: '' })).rejects.toThrow('cannot be told apart')
    await output.discard()
  })

  test('whatever the path, nothing is written outside of the folder', async () => {
    const part = fc.constantFrom('..', '.', '', 'a', 'b', '~', 'C:', '\\', '..\\', '%2e%2e', '__proto__', 'constructor')
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 5 }), async (parts) => {
        const output = await openOutput(out)
        await output.write({ path: parts.join('/'), content: '' }).catch(() => {})
        await output.discard()
        expect(await readdir(folder)).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})

describe('what is not ours is not replaced', () => {
  test('an empty folder is', async () => {
    await mkdir(out)
    await writeSite('1')
    expect(await read('version.txt')).toBe('1')
  })

  test('a folder of other files', async () => {
    await mkdir(out)
    await writeFile(join(out, 'thesis.docx'), 'years of work')
    await expect(openOutput(out)).rejects.toThrow(/dist holds files that Maillage did not write/)
    expect(await readdir(folder)).toEqual(['dist'])
    expect(await readdir(out)).toEqual(['thesis.docx'])
  })

  test('a folder with another knowledge.json', async () => {
    await mkdir(join(out, 'data'), { recursive: true })
    await writeFile(join(out, 'data/knowledge.json'), '{"format":"other"}')
    await expect(openOutput(out)).rejects.toThrow('holds files that Maillage did not write')
  })

  test('a repository, even of a site', async () => {
    await writeSite('1')
    await mkdir(join(out, '.git'))
    await expect(openOutput(out)).rejects.toThrow('is a git repository')
  })

  test('a file', async () => {
    await writeFile(out, '')
    await expect(openOutput(out)).rejects.toThrow('is a file; choose a folder')
  })

  test('a link is followed, and stays', async () => {
    const real = join(folder, 'real')
    await mkdir(real)
    await symlink(real, out)
    await writeSite('1')
    expect(await readFile(join(real, 'version.txt'), 'utf8')).toBe('1')
    expect((await readdir(folder)).sort()).toEqual(['dist', 'real'])
  })
})

describe('checkFolders', () => {
  test.each([
    ['/a/content', '/a/content', 'is the content folder'],
    ['/a/content', '/a', 'holds the content folder'],
    ['/a/content', '/', 'holds the content folder'],
    ['/a/content', '/a/content/dist', 'lies inside the content folder'],
    ['/a/content', '/a/content/b/..c', null],
    ['/a/content', '/a/content/.maillage/site', null],
    ['/a/content', '/a/content/node_modules/.cache', null],
    ['/a/content', '/a/dist', null],
    ['/a/content', '/a/content-dist', null],
    ['/a/content', '/a/..content', null],
  ])('content %s, output %s', (contentDir, outDir, refusal) => {
    const check = () => checkFolders(contentDir, outDir)
    if (refusal === null) expect(check).not.toThrow()
    else expect(check).toThrow(refusal)
  })
})

describe('a process that ends in the middle', () => {
  const module = fileURLToPath(new URL('./write-output.ts', import.meta.url))
  const tsx = import.meta.resolve('tsx')

  /** Runs a script in its own process; it has `output`, opened, and prints a line when it is where it should be. */
  function start(script: string) {
    const code = `import { openOutput } from ${JSON.stringify(module)}
      import fs, { renameSync } from 'node:fs'
      const output = await openOutput(${JSON.stringify(out)})
      await output.write(${JSON.stringify(KNOWLEDGE)})
      await output.write({ path: 'version.txt', content: '2' })
      ${script}`
    const child = spawn(process.execPath, ['--import', tsx, '--input-type=module', '-e', code], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    return { child, ready: once(child.stdout, 'data'), ended: once(child, 'exit') }
  }
  const WAIT = `console.log('ready'); setInterval(() => {}, 1000)`

  test('killed while it writes: the old site stays, and the next build removes what is left', async () => {
    await writeSite('1')
    const { child, ready, ended } = start(WAIT)
    await ready
    child.kill('SIGKILL')
    await ended
    expect(await read('version.txt')).toBe('1')
    expect(await readdir(folder)).toHaveLength(2)
    await writeSite('3')
    expect(await read('version.txt')).toBe('3')
    expect(await readdir(folder)).toEqual(['dist'])
  })

  test('killed between the two renames: the next start puts the old site back', async () => {
    await writeSite('1')
    const { child, ready, ended } = start(`
      for (const name of fs.readdirSync(${JSON.stringify(folder)}))
        if (name.endsWith('.new')) renameSync(${JSON.stringify(out)}, ${JSON.stringify(`${folder}/`)} + name.replace(/new$/, 'old'))
      ${WAIT}`)
    await ready
    child.kill('SIGKILL')
    await ended
    expect(await readdir(folder)).not.toContain('dist')
    const output = await openOutput(out)
    expect(await read('version.txt')).toBe('1')
    await output.discard()
    expect(await readdir(folder)).toEqual(['dist'])
  })

  test('Ctrl-C removes what was written and ends as the signal ends a process', async () => {
    await writeSite('1')
    const { child, ready, ended } = start(WAIT)
    await ready
    child.kill('SIGINT')
    expect(await ended).toEqual([null, 'SIGINT'])
    expect(await readdir(folder)).toEqual(['dist'])
    expect(await read('version.txt')).toBe('1')
  })

  test('the folder of a build that still runs is left alone', async () => {
    const { child, ready, ended } = start(WAIT)
    await ready
    await writeSite('3')
    expect(await readdir(folder)).toHaveLength(2)
    child.kill('SIGTERM')
    await ended
    expect(await readdir(folder)).toEqual(['dist'])
    expect(await read('version.txt')).toBe('3')
  })

  test('a full disk is said in one sentence', async () => {
    const { child, ended } = start(`
      fs.writeSync = () => { throw Object.assign(new Error('ENOSPC: no space left'), { code: 'ENOSPC' }) }
      ;(await import('node:module')).syncBuiltinESMExports()
      const error = await output.write({ path: 'big', content: 'x' }).catch((error) => error)
      await output.discard()
      console.log(error.message)`)
    const printed: string[] = []
    child.stdout.on('data', (data) => printed.push(String(data)))
    await ended
    expect(printed.join('')).toBe('write-output: big: the disk is full; free some space and build again\n')
    expect(await readdir(folder)).toEqual([])
  })

  test.skipIf(process.getuid?.() === 0)('a folder that may not be written is said in one sentence', async () => {
    await chmod(folder, 0o500)
    await expect(openOutput(out)).rejects.toThrow(/writing there is not permitted/)
  })
})

test('of two builds at once the last one stays, whole', async () => {
  await writeSite('0')
  const versions = ['1', '2', '3', '4']
  await Promise.all(versions.map((version) => writeSite(version)))
  expect(versions).toContain(await read('version.txt'))
  expect(await readdir(folder)).toEqual(['dist'])
})
