import { record, refusal, type WriteTx } from '../../kernel/index.ts'
import { theDesk } from '../desk.ts'
import { markScanned, selectWaiting } from '../documents-store.ts'
import type { Attachment, ScanState } from '../folder.ts'
import { type Scanned, ScannerAway } from './scanner.ts'

/**
 * What is known of the bytes before they are kept: `clean`, `waiting` while the scanner is away, or
 * `unscanned` where the installation has none. Refuses `documents.infected`.
 */
export async function scanned(name: string, bytes: Uint8Array): Promise<ScanState> {
  const answer = await ask(bytes)
  if (answer === null || answer === 'away') return answer === null ? 'unscanned' : 'waiting'
  if (answer.clean) return 'clean'
  return refusal('documents.infected', { name, found: answer.found }, { field: 'file' })
}

/**
 * Scans the files that wait, oldest first: a clean one comes out of quarantine, an infected one stays
 * there for good and is entered in the record. Stops when the scanner does not answer; a file it
 * breaks on is told to `onFault` and goes on waiting.
 * @returns how many were told apart
 */
export async function scanWaiting(
  tx: WriteTx,
  onFault: (error: unknown) => void = raise,
): Promise<number> {
  const { storage, quarantine } = theDesk()
  let told = 0
  for (const file of await selectWaiting(tx, 20)) {
    const bytes = await quarantine.get(file.sha256)
    const answer = bytes && (await ask(bytes).catch((error: unknown) => ({ error })))
    if (answer === 'away') break
    if (answer && 'error' in answer) {
      onFault(answer.error)
      continue
    }
    if (answer?.clean && bytes) await storage.put(bytes)
    await close(tx, file, answer)
    told += 1
  }
  return told
}

function raise(error: unknown): never {
  throw error
}

/** Content that is gone from quarantine cannot be told clean any more. */
async function close(tx: WriteTx, file: Attachment, answer: Scanned | null): Promise<void> {
  await markScanned(tx, file.id, answer?.clean ? 'clean' : 'infected')
  if (answer?.clean) return
  await record(tx, {
    act: 'upload.infected',
    subject: { kind: 'upload', id: file.id },
    detail: {
      of: file.subject,
      name: file.name,
      sha256: file.sha256,
      found: answer?.found ?? null,
    },
  })
}

async function ask(bytes: Uint8Array): Promise<Scanned | 'away' | null> {
  const { scanner } = theDesk()
  if (!scanner) return null
  try {
    return await scanner.scan(bytes)
  } catch (error) {
    if (error instanceof ScannerAway) return 'away'
    throw error
  }
}
