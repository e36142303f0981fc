import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Daemon, EICAR, openClamd } from '../../../testing/clamd.ts'
import { aCaseFolder, aPdf } from '../../../testing/documents.ts'
import { listRecordAfter } from '../../kernel/index.ts'
import { listAttachments, openAttachment, openDocuments, scanWaiting } from '../index.ts'

let clamd: Daemon
let directory = ''
let close = async () => {}

beforeAll(async () => {
  clamd = await openClamd()
  directory = await mkdtemp(join(tmpdir(), 'banfa-scanned-'))
  const keys = join(directory, 'keys')
  const verifyAt = 'https://banfa.example/verify/'
  const desk = await openDocuments({ directory, keys, verifyAt, demo: true, clamd: clamd.address })
  close = desk.close
})
afterAll(async () => {
  await close()
  await rm(directory, { recursive: true })
})

const EICAR_PDF = aPdf(`a ${EICAR} b`)

describe('a scanner', () => {
  test('passes what is clean, in chunks of any number', async () => {
    const { zone, applicant, subject, put } = await aCaseFolder()
    const large = await put({ bytes: Buffer.concat([aPdf(), Buffer.alloc(300_000, 'x')]) })
    expect(large.scan).toBe('clean')
    const opened = zone.reading(applicant, (tx) => openAttachment(tx, { subject, id: large.id }))
    expect((await opened).bytes.length).toBe(300_010)
  })

  test('has EICAR refused by its name, and nothing of it kept', async () => {
    const { zone, applicant, subject, put } = await aCaseFolder()
    await expect(put({ bytes: EICAR_PDF })).rejects.toMatchObject({
      code: 'documents.infected',
      params: { found: 'Eicar-Test-Signature' },
    })
    expect(await zone.reading(applicant, (tx) => listAttachments(tx, subject))).toEqual([])
  })
})

describe('while the scanner is away', () => {
  test.each(['INSTREAM size limit exceeded. ERROR', 'stream: OK maybe', ''])(
    'or says “%s”, a file waits in quarantine and nobody opens it',
    async (line) => {
      const { zone, applicant, city, subject, put } = await aCaseFolder()
      clamd.says(line)
      const waits = await put().finally(() => clamd.says(null))
      expect(waits.scan).toBe('waiting')
      for (const actor of [applicant, city]) {
        const open = zone.reading(actor, (tx) => openAttachment(tx, { subject, id: waits.id }))
        await expect(open).rejects.toMatchObject({ code: 'documents.in-quarantine' })
      }
      clamd.says('ERROR')
      expect(await zone.asSystem(scanWaiting).finally(() => clamd.says(null))).toBe(0)
    },
  )

  test('what waited is scanned later: clean files open, infected ones never', async () => {
    const { zone, applicant, subject, put } = await aCaseFolder()
    clamd.says('ERROR')
    const clean = await put({ bytes: aPdf('harmless') })
    const infected = await put({ bytes: EICAR_PDF })
    clamd.says(null)
    expect(await zone.asSystem(scanWaiting)).toBe(2)
    expect(await zone.asSystem(scanWaiting)).toBe(0)
    const open = (id: typeof clean.id) =>
      zone.reading(applicant, (tx) => openAttachment(tx, { subject, id }))
    expect((await open(clean.id)).bytes).toEqual(aPdf('harmless'))
    await expect(open(infected.id)).rejects.toMatchObject({ code: 'documents.infected' })
    const entries = await zone.asSystem((tx) => listRecordAfter(tx, 0, 100))
    expect(entries.find(({ act }) => act === 'upload.infected')?.detail).toMatchObject({
      sha256: infected.sha256,
      found: 'Eicar-Test-Signature',
    })
  })
})
