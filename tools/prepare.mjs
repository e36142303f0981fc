// Runs before `npm start`, `npm test` and the others, on whatever Node the machine has, with
// nothing installed: so plain JavaScript and Node's own modules only.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
const stamp = 'node_modules/.banfa-installed'
const wanted = ['package-lock.json', 'package.json', 'policy', 'server', 'web'].map((path) =>
  readFileSync(path.endsWith('.json') ? path : `${path}/package.json`),
)
const state = createHash('sha256')
  .update(Buffer.concat(wanted))
  .update(process.platform)
  .digest('hex')

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== state) install()
linkNode()
askForNode()

// No save: npm 10 would otherwise rewrite the lock. No scripts: none of our packages needs one.
function install() {
  console.log(
    'Banfa: installing what it needs from npm (about half a minute, only after a change) …',
  )
  const options = ['--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  const npm = process.env.npm_execpath
  const [command, first] = npm ? [process.execPath, [npm]] : ['npm', []]
  const done = spawnSync(command, [...first, 'install', ...options], {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: !npm && process.platform === 'win32',
  })
  if (done.status !== 0) {
    console.error('Banfa: `npm install` failed; its own words stand above.')
    process.exit(1)
  }
  writeFileSync(stamp, state)
}

// Three platforms' packages offer the command; npm 10 takes the link away with those it leaves out.
function linkNode() {
  const isWindows = process.platform === 'win32'
  const name = `node-${isWindows ? 'win' : process.platform}-${process.arch}`
  const link = `node_modules/.bin/node${isWindows ? '.cmd' : ''}`
  const binary = `${name}/bin/node${isWindows ? '.exe' : ''}`
  if (existsSync(link) || !existsSync(`node_modules/${binary}`)) return
  if (isWindows) writeFileSync(link, `@"%~dp0\\..\\${binary.replaceAll('/', '\\')}" %*\r\n`)
  else symlinkSync(`../${binary}`, link)
}

// Where npm has no Node for the platform (macOS), the machine's own must be new enough.
function askForNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  const own = major > 22 || (major === 22 && minor >= 18)
  if (own || existsSync('node_modules/.bin/node') || existsSync('node_modules/.bin/node.cmd'))
    return
  console.error(
    `Banfa needs Node 22.18 or newer on this system (this is ${process.versions.node}): install Node 24.`,
  )
  process.exit(1)
}
