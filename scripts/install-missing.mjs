// Runs before anything else on a fresh clone, so plain JavaScript with nothing but Node.
// `--browser` also makes sure that the tests find a Chromium.
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], ...options })
  if (error) throw error
  return status === 0
}

function fail(sentence) {
  console.error(`maillage: ${sentence}`)
  process.exit(1)
}

/** Whether node_modules holds what the lock file says: npm writes its own copy of the lock after each install. */
function installed() {
  const hidden = join(root, 'node_modules/.package-lock.json')
  if (!existsSync(hidden)) return false
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  const present = JSON.parse(readFileSync(hidden, 'utf8')).packages
  return Object.entries(wanted).every(
    ([path, entry]) => path === '' || entry.optional || present[path]?.version === entry.version,
  )
}

if (!installed()) {
  console.error('maillage: installing packages (once)…')
  if (!run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { shell: process.platform === 'win32' }))
    fail('the packages could not be installed; see npm’s message above.')
}

if (process.argv.includes('--browser')) {
  const { findChromium } = await import('./find-chromium.mjs')
  if (!(await findChromium())) {
    console.error('maillage: no Chromium found; installing one for the browser tests (once)…')
    const isRoot = process.getuid?.() === 0
    const apt = ['/usr/bin/apt-get', '/bin/apt-get'].find((path) => {
      try {
        accessSync(path, constants.X_OK)
        return true
      } catch {
        return false
      }
    })
    const done =
      (isRoot &&
        apt !== undefined &&
        run(apt, ['-qq', 'update']) &&
        run(apt, ['-qq', '-y', '--no-install-recommends', 'install', 'chromium'], {
          env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
        })) ||
      run(process.execPath, [join(root, 'node_modules/playwright-core/cli.js'), 'install', '--with-deps', 'chromium'])
    if (!done) fail('no browser could be installed; set CHROMIUM to the path of a Chromium or Chrome.')
  }
}
