import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'

const MOST_UNPACKED = 200 * 1024 * 1024
const MOST_PARTS = 5000
/** A part that tells what belongs to what; it is small in every honest package. */
const MOST_RELATIONS = 1024 * 1024

export type PackageDanger = 'bomb' | 'paths' | 'macros' | 'active'

const MACROS = /(?:^|\/)(?:vbaproject\w*\.bin|vbadata\.xml|xl\/macrosheets\/.*)$/i
const ACTIVE = /(?:^|\/)(?:activex\/|oleobject[^/]*\.bin$)/i
/** Parts that a program fetches or runs by itself when the file is opened. */
const FETCHED = /\/(?:attachedTemplate|oleObject|frame|subDocument|externalLinkPath)"/

/**
 * What is wrong with an office package (ISO/IEC 29500-2), told by unpacking each part once into
 * nothing; null when nothing is. A part whose size is a lie is caught while it unpacks.
 */
export async function dangerInPackage(bytes: Buffer): Promise<PackageDanger | null> {
  const options = { lazyEntries: true, strictFileNames: true, validateEntrySizes: true }
  const zip = await fromBufferPromise(bytes, options).catch(() => null)
  if (!zip) return 'paths'
  try {
    return zip.entryCount > MOST_PARTS ? 'bomb' : await readThrough(zip)
  } catch (error) {
    // The directory's names lead outside, or its sizes are not those of the parts.
    return error instanceof Error && /size|bytes/.test(error.message) ? 'bomb' : 'paths'
  } finally {
    zip.close()
  }
}

async function readThrough(zip: ZipFile): Promise<PackageDanger | null> {
  let left = MOST_UNPACKED
  for await (const entry of zip.eachEntry()) {
    const named = dangerInName(entry)
    if (named) return named
    if (entry.uncompressedSize > left) return 'bomb'
    const read = await readPart(zip, entry, left)
    if (read === null) return 'bomb'
    if (FETCHED.test(read.text) && /TargetMode="External"/.test(read.text)) return 'active'
    left -= read.size
  }
  return null
}

function dangerInName({ fileName, externalFileAttributes }: Entry): PackageDanger | null {
  if (MACROS.test(fileName)) return 'macros'
  if (ACTIVE.test(fileName)) return 'active'
  const isLink = ((externalFileAttributes >>> 16) & 0o170000) === 0o120000
  return isLink ? 'paths' : null
}

/** The size of a part and, of one that lists relations, its text; null once it outgrows the limit. */
async function readPart(zip: ZipFile, entry: Entry, limit: number) {
  const kept: Buffer[] = []
  const isRelations = entry.fileName.toLowerCase().endsWith('.rels')
  let size = 0
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    size += (chunk as Buffer).length
    if (size > limit || (isRelations && size > MOST_RELATIONS)) return null
    if (isRelations) kept.push(chunk as Buffer)
  }
  return { size, text: Buffer.concat(kept).toString('utf8') }
}
