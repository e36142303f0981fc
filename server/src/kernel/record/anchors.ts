import { appendFile, mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ReadTx } from '../transactions.ts'
import { findHead } from './record-store.ts'
import type { Anchor } from './verify-record.ts'

/**
 * Writes the head of the zone's record outside the database, one JSON line a call, so that a chain
 * rewritten as a whole shows. Give the file to somebody who cannot reach the database.
 */
export async function anchorRecord(tx: ReadTx, folder: string): Promise<void> {
  const head = await findHead(tx)
  if (!head || head.seq === 0) return
  await mkdir(folder, { recursive: true })
  const line = JSON.stringify({ on: tx.today, at: tx.now, seq: head.seq, hash: head.hash })
  await appendFile(fileOf(tx, folder), `${line}\n`)
}

/** The heads written for the zone, oldest first; a line cut off by a crash is passed over. */
export async function listAnchors(tx: ReadTx, folder: string): Promise<Anchor[]> {
  const text = await readFile(fileOf(tx, folder), 'utf8').catch(() => '')
  return text.split('\n').flatMap((line) => {
    try {
      const { seq, hash } = JSON.parse(line) as Anchor
      return typeof seq === 'number' && typeof hash === 'string' ? [{ seq, hash }] : []
    } catch {
      return []
    }
  })
}

function fileOf(tx: ReadTx, folder: string): string {
  return join(folder, `${tx.zone}.jsonl`)
}
