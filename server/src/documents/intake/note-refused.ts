import { newId, type Refusal, record, sha256, type WriteTx } from '../../kernel/index.ts'
import { cleanFileName } from '../file-name.ts'
import type { Subject } from '../folder.ts'

/** Refusals that say a file is dangerous, and not that somebody picked the wrong one. */
const DANGEROUS: ReadonlySet<string> = new Set([
  'documents.two-kinds',
  'documents.macros',
  'documents.active-file',
  'documents.zip-bomb',
  'documents.bad-paths',
  'documents.too-many-pixels',
  'documents.infected',
  'documents.wrong-kind',
])

export const isDangerous = ({ code }: Refusal): boolean => DANGEROUS.has(code)

export type RefusedUpload = {
  readonly of: Subject
  readonly fileName: string
  readonly bytes: Uint8Array
  readonly refused: Refusal
}

/**
 * Enters a refused upload in the record, in a transaction of its own, since the refused one leaves
 * nothing: who sent what, its hash and size, why it was refused. The bytes are not kept.
 */
export async function noteRefusedUpload(tx: WriteTx, upload: RefusedUpload): Promise<void> {
  const { of, fileName, bytes, refused } = upload
  await record(tx, {
    act: 'upload.refuse',
    subject: { kind: 'upload', id: newId() },
    detail: {
      of: { ...of },
      name: cleanFileName(fileName, ''),
      sha256: sha256(bytes),
      size: bytes.byteLength,
      code: refused.code,
      found: String(refused.params.found ?? ''),
    },
  })
}
