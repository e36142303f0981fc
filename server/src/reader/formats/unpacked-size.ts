import { fromBufferPromise, type ZipFile } from 'yauzl'
import { refusal } from '../../kernel/index.ts'

const MOST_UNPACKED = 64 * 1024 * 1024
const MOST_FILES = 2000

/**
 * Unpacks a docx once into nothing, before anything reads it: a small file that unpacks into a huge
 * one is refused as soon as the limit is passed, whatever its directory says.
 */
export async function refuseOversized(bytes: Uint8Array): Promise<void> {
  const zip = await fromBufferPromise(Buffer.from(bytes), { lazyEntries: true })
  try {
    if (zip.entryCount > MOST_FILES) refusal('reader.too-large', TOLD)
    await measured(zip)
  } finally {
    zip.close()
  }
}

const TOLD = { limit: MOST_UNPACKED / 1024 / 1024 }

async function measured(zip: ZipFile): Promise<void> {
  let left = MOST_UNPACKED
  for await (const entry of zip.eachEntry()) {
    if (entry.uncompressedSize > left) refusal('reader.too-large', TOLD)
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      left -= (chunk as Buffer).length
      if (left < 0) refusal('reader.too-large', TOLD)
    }
  }
}
