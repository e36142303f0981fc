import type { Readable } from 'node:stream'
import { type FolderFile, folderFiles, packArchive } from '../documents/index.ts'
import { canonicalJson, type Json, type ReadTx, sha256 } from '../kernel/index.ts'
import { csvIndex, htmlIndex } from './archive-index.ts'
import { maskedName } from './blind/mask.ts'
import type { CaseId } from './ids.ts'
import { subjectOf } from './open-case.ts'
import { viewCase } from './view-case.ts'
import type { CaseView } from './views.ts'
import { readVisibleCase } from './visible-case.ts'

export type CaseArchive = { readonly name: string; readonly stream: Readable }

/**
 * The whole case file 案卷 as one ZIP: index.html and index.csv, the letters, the papers, the case as
 * this viewer may see it with the trace of its outcome, and proofs.json with the hash of every part,
 * the seal of the filing and the record's hashes. Refuses `case.not-found` like the page of the case.
 */
export async function archiveCase(tx: ReadTx, id: CaseId): Promise<CaseArchive> {
  const view = withoutObjectors(await viewCase(tx, id))
  const files = await filesFor(tx, id, view)
  const { acts, outcome, seal, certificate } = view
  const texts = [
    { path: 'index.html', text: htmlIndex(view, files) },
    { path: 'index.csv', text: csvIndex(files) },
    { path: 'case.json', text: printed(view) },
    { path: 'record.json', text: printed(acts) },
    { path: 'trace.json', text: printed(outcome) },
  ]
  const hashes = [...texts.map(({ path, text }) => [path, sha256(text)]), ...files.map(hashed)]
  const proofs = printed({
    parts: Object.fromEntries(hashes),
    seal,
    certificate,
    outcome: sha256(canonicalJson(plain(outcome))),
    record: acts.map(({ seq, hash }) => ({ seq, hash })),
  })
  const stream = packArchive([...texts, { path: 'proofs.json', text: proofs }, ...files])
  return { name: `案卷 ${view.number ?? id}.zip`, stream }
}

/** An archive leaves the office: who objected stays behind (ADR 0035). */
function withoutObjectors({ objections, ...view }: CaseView): CaseView {
  return { ...view, objections: objections.map((one) => ({ ...one, name: null, contact: null })) }
}

/** To the experts of a blind review only what they may open, under the titles of the papers. */
async function filesFor(tx: ReadTx, id: CaseId, { blind }: CaseView): Promise<FolderFile[]> {
  const files = await folderFiles(tx, subjectOf(id))
  if (!blind?.masked) return files
  const open = await readVisibleCase(tx, id)
  return files.flatMap((file) => {
    const title = maskedName(open, ({ sha256: hash }) => hash === file.sha256)
    return title === null ? [] : [{ ...file, title, number: null, path: `papers/${title}` }]
  })
}

const hashed = ({ path, sha256: hash }: { path: string; sha256: string }) => [path, hash]
const plain = (value: unknown) => JSON.parse(JSON.stringify(value)) as Json
const printed = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`
