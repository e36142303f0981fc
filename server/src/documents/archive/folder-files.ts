import type { ReadTx } from '../../kernel/index.ts'
import { theDesk } from '../desk.ts'
import { selectAttachments, selectIssued } from '../documents-store.ts'
import { cleanFileName } from '../file-name.ts'
import type { Subject } from '../folder.ts'

/** A file of a folder, opened only when its turn comes, its hash checked again. */
export type FolderFile = {
  /** `documents/01 受理通知书 天科受〔2026〕1号.pdf`; never leads outside. */
  readonly path: string
  readonly title: string
  readonly number: string | null
  readonly on: string
  readonly size: number
  readonly sha256: string
  /** @throws Error when the content is not what was stored */
  readonly open: () => Promise<Buffer>
}

/**
 * Everything in a folder that the actor may see, letters first, by day. A file that no scanner has
 * passed, or that one found infected, is left out.
 */
export async function folderFiles(tx: ReadTx, subject: Subject): Promise<FolderFile[]> {
  const letters = (await selectIssued(tx, subject)).map((one, at) => {
    const name = cleanFileName(`${one.title.zh} ${one.number}`, 'application/pdf')
    const said = { title: one.title.zh, number: one.number, on: one.on }
    return { ...said, path: `documents/${ordinal(at)} ${name}`, size: one.size, sha256: one.sha256 }
  })
  const passed = (await selectAttachments(tx, subject)).filter(
    ({ scan }) => scan === 'clean' || scan === 'unscanned',
  )
  const papers = passed.map((one, at) => ({
    path: `papers/${ordinal(at)} ${one.name}`,
    ...{ title: one.name, number: null, on: one.uploadedOn },
    ...{ size: one.size, sha256: one.sha256 },
  }))
  return [...letters, ...papers].map((one) => ({ ...one, open: () => checked(one) }))
}

const ordinal = (at: number) => String(at + 1).padStart(2, '0')

async function checked(file: { readonly path: string; readonly sha256: string }): Promise<Buffer> {
  const bytes = await theDesk().storage.get(file.sha256)
  if (!bytes) throw new Error(`${file.path} is not what was stored`)
  return bytes
}
