import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { basename, join, relative, resolve } from 'node:path'
import { refusal } from '../../kernel/index.ts'
import { questionsOf, readDocument } from '../../reader/index.ts'
import { type Out, print } from '../out.ts'
import { questionsFile } from './questions-file.ts'
import { type Skeleton, skeletonOf } from './skeleton.ts'

export type Order = {
  readonly root: string
  readonly document: string
  /** The pack's key; null takes it from the file's name. */
  readonly named: string | null
  /** The folder to write; null is packs/<key>. */
  readonly out: string | null
  /** Writes into a folder that is there already. */
  readonly over: boolean
}

/** banfa new: the skeleton of a pack from a document, and its questions for a person. */
export async function writeSkeleton(asked: Order, out: Out): Promise<void> {
  const key = keyOf(asked)
  const folder = asked.out === null ? join(asked.root, 'packs', key) : resolve(asked.out)
  if (existsSync(folder) && !asked.over) refusal('cli.pack-there', { folder: shown(asked, folder) })
  const reading = await readDocument(asked.document)
  const found = questionsOf(reading)
  const files = {
    ...skeletonOf(key, reading, found),
    'QUESTIONS.md': questionsFile(reading, found),
  }
  await writeAll(folder, files)
  const { title, doubts } = reading
  print(out, {
    json: {
      pack: key,
      folder: shown(asked, folder),
      title,
      files: Object.keys(files),
      found,
      doubts,
    },
    lines: [
      ...Object.keys(files).map((name) => join(shown(asked, folder), name)),
      `${found.length} 处待核对 (to be looked up), ${doubts.length} 处存疑 (doubtful)`,
      `→ QUESTIONS.md，然后 banfa check ${shown(asked, folder)}`,
    ],
  })
}

const KEY = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/

/** A key is English: from the file's name if that is, else a person gives it. */
function keyOf({ named, document }: Order): string {
  const stem = basename(document).replace(/\.[^.]*$/u, '')
  const key = named ?? stem.toLowerCase().replaceAll(/[\s_.]+/gu, '-')
  return KEY.test(key) && key.length <= 80
    ? key
    : refusal('cli.pack-key', { key: key.slice(0, 80) })
}

function shown({ root }: Order, folder: string): string {
  const within = relative(root, folder)
  return within.startsWith('..') || within === '' ? folder : within
}

async function writeAll(folder: string, files: Skeleton): Promise<void> {
  try {
    await mkdir(folder, { recursive: true })
    for (const [name, content] of Object.entries(files))
      await writeFile(join(folder, name), content)
  } catch (problem) {
    refusal('cli.folder-unwritable', { folder, why: String((problem as Error).message) })
  }
}
