import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export type Browser = {
  readonly executablePath: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
}

const root = fileURLToPath(new URL('..', import.meta.url))
const cache = join(root, 'node_modules/.cache/banfa')

/** Our own: the package's defaults are for one page in one process and die with its context. */
const args = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage']

/**
 * The Chromium to test with: BANFA_CHROMIUM, else the one from npm (Linux x64), else a local one.
 * @throws Error saying what to install
 */
export async function findBrowser(): Promise<Browser> {
  const named = process.env.BANFA_CHROMIUM
  if (named) return { executablePath: named, args, env: await fonts() }
  if (process.platform === 'linux' && process.arch === 'x64') return fromNpm()
  const local = places().find((place) => existsSync(place))
  if (local) return { executablePath: local, args, env: await fonts() }
  throw new Error('No Chromium: install Google Chrome or Chromium, or name one in BANFA_CHROMIUM.')
}

function places(): readonly string[] {
  const { ProgramFiles = 'C:\\Program Files', LOCALAPPDATA = '' } = process.env
  return [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    join(ProgramFiles, 'Google/Chrome/Application/chrome.exe'),
    join(LOCALAPPDATA, 'Google/Chrome/Application/chrome.exe'),
    '/usr/bin/google-chrome',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
  ]
}

/** Unpacked once a version, beside the archive's own NSS libraries, which a bare system lacks. */
async function fromNpm(): Promise<Browser> {
  const build = dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium'))
  const { version } = JSON.parse(await readFile(join(build, '../package.json'), 'utf8'))
  const folder = join(cache, `chromium-${version}`)
  if (!existsSync(folder)) await unpack(join(build, '../bin'), folder)
  const env = { ...(await fonts()), LD_LIBRARY_PATH: join(folder, 'al2023/lib') }
  return { executablePath: join(folder, 'chromium'), args, env }
}

/** The package unpacks into the system's temporary folder; ours is renamed only when whole. */
async function unpack(archives: string, folder: string): Promise<void> {
  const { inflate } = await import('@sparticuz/chromium')
  await mkdir(cache, { recursive: true })
  const unfinished = await mkdtemp(join(cache, 'unpacking-'))
  const before = process.env.TMPDIR
  process.env.TMPDIR = unfinished
  try {
    for (const name of ['chromium.br', 'al2023.tar.br']) await inflate(join(archives, name))
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
  await rename(unfinished, folder).catch(() => rm(unfinished, { recursive: true, force: true }))
}

/** Only our own Chinese fonts, so that pictures look the same on every machine. */
async function fonts(): Promise<Readonly<Record<string, string>>> {
  if (process.platform !== 'linux') return {}
  const folders = ['sans', 'serif'].flatMap((face) =>
    ['400Regular', '600SemiBold'].map((weight) =>
      join(root, `node_modules/@expo-google-fonts/noto-${face}-sc/${weight}`),
    ),
  )
  const prefer = (family: string, face: string) =>
    `<alias><family>${family}</family><prefer><family>${face}</family></prefer></alias>`
  const file = join(cache, 'fonts.conf')
  await mkdir(cache, { recursive: true })
  await writeFile(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${folders
      .map((folder) => `<dir>${folder}</dir>`)
      .join('')}<cachedir>${join(tmpdir(), 'banfa-fonts')}</cachedir>${prefer(
      'sans-serif',
      'Noto Sans SC',
    )}${prefer('serif', 'Noto Serif SC')}</fontconfig>\n`,
  )
  return { FONTCONFIG_FILE: file }
}
