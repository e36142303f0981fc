import type { Readable } from 'node:stream'
import { type FolderFile, folderFiles, packArchive } from '../documents/index.ts'
import { canonicalJson, type Json, type ReadTx, sha256 } from '../kernel/index.ts'
import { csvIndex, htmlIndex } from './archive-index.ts'
import { type Matters, mattersOf } from './archive-matters.ts'
import { maskedName } from './blind/mask.ts'
import type { CaseId } from './ids.ts'
import { subjectOf } from './open-case.ts'
import { viewCase } from './view-case.ts'
import type { CaseView } from './views.ts'
import { readVisibleCase } from './visible-case.ts'

export type CaseArchive = { readonly name: string; readonly stream: Readable }

/**
 * The whole case file 案卷 as one ZIP: index.html and index.csv, the letters, the papers, objections,
 * changes and proceedings, the case as this viewer may see it with the trace of its outcome, and
 * proofs.json with the hash of every part, the seal of the filing and the record's hashes. Refuses
 * `case.not-found` like the page of the case.
 * @param beside files of other rooms that belong to it and the viewer may read: minutes of meetings
 */
export async function archiveCase(
  tx: ReadTx,
  id: CaseId,
  beside: readonly FolderFile[] = [],
): Promise<CaseArchive> {
  const view = withoutObjectors(await viewCase(tx, id))
  const matters = view.blind?.masked ? await mattersOfBlind(tx, id) : await mattersOf(tx, view)
  const files = [...matters.files, ...beside]
  const listed = [...files, ...matters.written]
  const { acts, outcome, seal, certificate } = view
  const texts = [
    { path: 'index.html', text: htmlIndex(view, listed) },
    { path: 'index.csv', text: csvIndex(listed) },
    { path: 'case.json', text: printed(view) },
    { path: 'record.json', text: printed(acts) },
    { path: 'trace.json', text: printed(outcome) },
  ]
  const hashes = [...texts.map(({ path, text }) => [path, sha256(text)]), ...listed.map(hashed)]
  const proofs = printed({
    parts: Object.fromEntries(hashes),
    seal,
    certificate,
    outcome: sha256(canonicalJson(plain(outcome))),
    record: acts.map(({ seq, hash }) => ({ seq, hash })),
  })
  const stream = packArchive([
    ...texts,
    { path: 'proofs.json', text: proofs },
    ...matters.written,
    ...files,
  ])
  return { name: `案卷 ${view.number ?? id}.zip`, stream }
}

/** An archive leaves the office: who objected stays behind (ADR 0035). */
function withoutObjectors({ objections, ...view }: CaseView): CaseView {
  return { ...view, objections: objections.map((one) => ({ ...one, name: null, contact: null })) }
}

/** To the experts of a blind review only what they may open, under the titles of the papers. */
async function mattersOfBlind(tx: ReadTx, id: CaseId): Promise<Matters> {
  const open = await readVisibleCase(tx, id)
  const files = await folderFiles(tx, subjectOf(id))
  const shown = files.flatMap((file) => {
    const title = maskedName(open, ({ sha256: hash }) => hash === file.sha256)
    return title === null ? [] : [{ ...file, title, number: null, path: `papers/${title}` }]
  })
  return { written: [], files: shown }
}

const hashed = ({ path, sha256: hash }: { path: string; sha256: string }) => [path, hash]
const plain = (value: unknown) => JSON.parse(JSON.stringify(value)) as Json
const printed = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`
