import { type Complaint, compile, readPack } from '@banfa/policy'
import { type Post, refusal, sha256, type Told, type WriteTx } from '../kernel/index.ts'
import { type Inherited, inheritText } from './inherit-text.ts'
import { install } from './install.ts'
import type { Installed, SourceFiles } from './measure.ts'
import { findVersion } from './rulebook-store.ts'

const VOCABULARY = 'vocabulary/'

export type SourceInput = {
  /** The measure it must be a version of. */
  readonly pack: string
  /** The pack's files by path, the vocabulary's below `vocabulary/`. */
  readonly files: SourceFiles
  readonly as?: Post | null
}

export type InstalledSource = Installed & { readonly text: Inherited }

/**
 * Compiles the text of a pack with the same check as everywhere and installs it as a new version.
 * Refuses with every complaint at once; a version that is there is never overwritten.
 */
export async function installSource(tx: WriteTx, input: SourceInput): Promise<InstalledSource> {
  const { files, as = null } = input
  const { program, complaints } = compile(readPack(parted(files)), sha256)
  if (!program) {
    const told = complaints.filter(({ level }) => level === 'error').map(toldOf)
    return refusal(
      'rulebook.does-not-compile',
      { pack: input.pack, count: told.length },
      { told, cite: complaints[0]?.cite ?? null },
    )
  }
  const { pack, version } = program
  if (pack !== input.pack) refusal('rulebook.another-pack', { pack: input.pack, named: pack })
  const there = await findVersion(tx, program)
  if (there) refusal('rulebook.version-already', { pack, version, there: there.digest })
  const installed = await install(tx, program, { files, as })
  return { ...installed, text: await inheritText(tx, program) }
}

/** The vocabulary stands below `vocabulary/`; all else belongs to the pack. */
function parted(files: SourceFiles) {
  const all = Object.entries(files)
  const shared = all.filter(([path]) => path.startsWith(VOCABULARY))
  const own = all.filter(([path]) => !path.startsWith(VOCABULARY))
  return { files: Object.fromEntries(own), vocabulary: Object.fromEntries(shared) }
}

function toldOf({ file, line, cite, says, suggestion }: Complaint): Told {
  const place = `${file}:${line}${cite ? ` ${cite}` : ''}`
  const more = (language: 'zh' | 'en') => (suggestion ? ` ${suggestion[language]}` : '')
  return { field: place, says: { zh: `${says.zh}${more('zh')}`, en: `${says.en}${more('en')}` } }
}
