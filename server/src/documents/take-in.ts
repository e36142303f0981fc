import { refusal } from '../kernel/index.ts'
import { theDesk } from './desk.ts'
import type { NewAttachment, ScanState } from './folder.ts'
import { inspect } from './intake/inspect.ts'
import { scanned } from './intake/quarantine.ts'
import { type Recognised, recognise } from './media.ts'

export const LARGEST_BYTES = 20 * 1024 * 1024

/** A file on the disk that no row names yet; without one it is swept after a day. */
export type TakenIn = {
  readonly fileName: string
  /** Told from the content: `application/pdf`. */
  readonly media: string
  /** Bytes. */
  readonly size: number
  readonly sha256: string
  readonly scan: ScanState
}

type Sent = Pick<NewAttachment, 'paper' | 'fileName' | 'bytes'>

/**
 * Tells a file by its content, inspects it, has it scanned and puts it on the disk. It needs no
 * transaction, so that nobody waits for a scanner behind a lock. Refuses as `attach` does.
 */
export async function takeIn(input: Sent): Promise<TakenIn> {
  refuseSize(input)
  const { bytes, fileName } = input
  const { media } = await admit(input)
  const scan = await scanned(shown(fileName), bytes)
  const { storage, quarantine } = theDesk()
  const sha256 = await (scan === 'waiting' ? quarantine : storage).put(bytes)
  return { fileName, media, size: bytes.byteLength, sha256, scan }
}

const shown = (fileName: string) => fileName.slice(0, 80)

/** Refuses `documents.empty-file` and `documents.file-too-large`. */
export function refuseSize({ bytes, fileName }: Omit<Sent, 'paper'>): void {
  const [name, about] = [shown(fileName), { field: 'file' }]
  if (bytes.byteLength === 0) refusal('documents.empty-file', { name }, about)
  if (bytes.byteLength > LARGEST_BYTES) {
    refusal('documents.file-too-large', { name, limit: LARGEST_BYTES / 1024 / 1024 }, about)
  }
}

async function admit({ bytes, fileName, paper }: Sent): Promise<Recognised> {
  const name = shown(fileName)
  const found = await recognise(bytes)
  if (!found || !paper.kinds.includes(found.kind)) {
    return refusal('documents.wrong-kind', { name, kinds: paper.kinds }, { field: 'file' })
  }
  await inspect({ name, media: found.media, bytes })
  return found
}
