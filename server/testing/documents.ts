import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { attach, type NewAttachment, openDocuments, openFolder } from '../src/documents/index.ts'
import { newId, type PartyId } from '../src/kernel/index.ts'
import { openZone } from './zone.ts'

/** Opens the document desk over a directory of the test file's own, and clears both away. */
export function useDocuments(): { readonly directory: string } {
  const opened = { directory: '' }
  let close = async () => {}
  beforeAll(async () => {
    opened.directory = await mkdtemp(join(tmpdir(), 'banfa-documents-'))
    const verifyAt = 'https://banfa.example/verify/'
    const { directory } = opened
    const keys = join(directory, 'keys')
    close = (await openDocuments({ directory, keys, verifyAt, demo: true })).close
  })
  afterAll(async () => {
    await close()
    if (opened.directory) await rm(opened.directory, { recursive: true })
  })
  return opened
}

/** The smallest thing that is a PDF by content. */
export const aPdf = (content = 'a') => Buffer.from(`%PDF-1.7\n${content}`)

const paper = { name: 'agreements', kinds: ['pdf'] } as const

/** A folder of a case with the people around it; `put` attaches as the applicant. */
export async function aCaseFolder() {
  const zone = await openZone({ today: '2025-03-18' })
  const party = newId<PartyId>()
  const applicant = await zone.anApplicant({ parties: [party] })
  const district = await zone.anOfficer({ district: '650102' })
  const city = await zone.anOfficer({ duties: ['decide'] })
  const subject = { kind: 'case', id: newId() }
  const office = district.posts[0]?.office ?? null
  await zone.writing(applicant, (tx) => openFolder(tx, { subject, party, office }))
  const put = (traits: Partial<NewAttachment> = {}) =>
    zone.writing(applicant, (tx) =>
      attach(tx, { subject, paper, fileName: '协议.pdf', bytes: aPdf(), ...traits }),
    )
  return { zone, party, applicant, district, city, subject, put }
}
