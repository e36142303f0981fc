import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCaseOffice, useDocuments } from '../../testing/case-office.ts'
import { banfaInside } from '../../testing/command-line.ts'
import { views } from '../cases/index.ts'
import { readIssuer } from '../documents/index.ts'
import { VISITOR } from '../kernel/index.ts'

useDocuments()

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'banfa-certificate-'))
  const { zone, applicant, aCaseAt } = await openCaseOffice()
  const caseId = await aCaseAt('certified')
  const { documents } = await zone.reading(applicant, (tx) => views.case(tx, caseId))
  const document = documents.find(({ kind }) => kind === 'certificate')?.id ?? ''
  const { bytes } = await zone.reading(applicant, (tx) => views.document(tx, { caseId, document }))
  const altered = Buffer.from(bytes)
  altered.writeUInt8(altered.readUInt8(2000) ^ 1, 2000)
  await writeFile(join(folder, 'whole.pdf'), bytes)
  await writeFile(join(folder, 'altered.pdf'), altered)
  await writeFile(
    join(folder, 'issuer.json'),
    JSON.stringify(await zone.reading(VISITOR, readIssuer)),
  )
})
afterAll(() => rm(folder, { recursive: true }))

const verify = (file: string, ...more: string[]) =>
  banfaInside(folder, 'verify-certificate', join(folder, file), '--json', ...more)

test('a certificate is verified offline from its file and the published keys', async () => {
  const { code, out } = await verify('whole.pdf', '--keys', join(folder, 'issuer.json'))
  expect(code).toBe(0)
  expect(JSON.parse(out)).toMatchObject({ answer: 'genuine' })
})

test.each([
  ['altered', 'altered.pdf', ['--keys', 'issuer.json']],
  ['unknown-key', 'whole.pdf', []],
  ['unsigned', 'issuer.json', ['--keys', 'issuer.json']],
])('%s is told and is no success', async (answer, file, flags) => {
  const placed = flags.map((one) => (one.startsWith('--') ? one : join(folder, one)))
  const { code, out } = await verify(file, ...placed)
  expect(code).toBe(1)
  expect(JSON.parse(out)).toMatchObject({ answer })
})
