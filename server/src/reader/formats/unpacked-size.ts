import { fromBufferPromise, type ZipFile } from 'yauzl'
import { refusal } from '../../kernel/index.ts'

const MOST_UNPACKED = 64 * 1024 * 1024
const MOST_FILES = 2000

/**
 * Unpacks a docx or xlsx once into nothing, before anything reads it: a small file that unpacks into a huge
 * one is refused as soon as the limit is passed, whatever its directory says.
 */
export async function refuseOversized(bytes: Uint8Array, most = MOST_UNPACKED): Promise<void> {
  const zip = await fromBufferPromise(Buffer.from(bytes), { lazyEntries: true })
  try {
    if (zip.entryCount > MOST_FILES) refuseLarge(most)
    await measured(zip, most)
  } finally {
    zip.close()
  }
}

function refuseLarge(most: number): never {
  return refusal('reader.too-large', { limit: most / 1024 / 1024 })
}

async function measured(zip: ZipFile, most: number): Promise<void> {
  let left = most
  for await (const entry of zip.eachEntry()) {
    if (entry.uncompressedSize > left) refuseLarge(most)
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      left -= (chunk as Buffer).length
      if (left < 0) refuseLarge(most)
    }
  }
}
