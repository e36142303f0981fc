import { expect, test } from 'vitest'
import { openSite } from '../../testing/browser.ts'
import { openCaseOffice, useDocuments } from '../../testing/case-office.ts'
import { listRecordAfter, sha256 } from '../kernel/index.ts'

useDocuments()

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<<>>\n%%EOF\n')
const SCRIPTED = Buffer.from(
  '%PDF-1.4\n1 0 obj<</OpenAction<</S/JavaScript/JS(x)>>>>endobj\n%%EOF\n',
)

async function aDraft() {
  const office = await openCaseOffice()
  const id = await office.aCaseAt('draft')
  const site = await openSite(office.zone)
  const browser = await site.signedIn(office.applicant)
  const put = (name: string, bytes: Buffer) =>
    browser.upload(`/api/cases/${id}/papers/site-title`, { name, bytes })
  return { ...office, id, browser, put }
}

test('a dangerous upload is refused, leaves no file, and is on record with who, what and why', async () => {
  const { zone, applicant, id, put } = await aDraft()
  expect(await put('合同.pdf', SCRIPTED)).toMatchObject({
    status: 422,
    body: { code: 'documents.active-file' },
  })
  const entries = await zone.asSystem((tx) => listRecordAfter(tx, 0, 1000))
  expect(entries.filter(({ act }) => act === 'upload.refuse')).toMatchObject([
    {
      actor: { id: applicant.person },
      detail: { of: { kind: 'case', id }, sha256: sha256(SCRIPTED), code: 'documents.active-file' },
    },
  ])
})

const PARTS = (parts: readonly string[]) => ({
  payload: Buffer.from(`${parts.map((one) => `--b\r\n${one}\r\n`).join('')}--b--\r\n`),
  headers: { 'content-type': 'multipart/form-data; boundary=b' },
})
const FIELD = (name: string, value: string) =>
  `content-disposition: form-data; name="${name}"\r\n\r\n${value}`
const FILE = (more: string) =>
  `content-disposition: form-data; name="file"${more}\r\ncontent-type: application/pdf\r\n\r\n${PDF}`

test.each([
  ['a NUL in a field', [FIELD('number', 'a\0b'), FIELD('key', 'k'), FILE('; filename="a.pdf"')]],
  ['a NUL in the name of a field', [FIELD('num\0ber', 'a'), FILE('; filename="a.pdf"')]],
  ['a NUL in the name of the file', [FIELD('number', 'a'), FILE('; filename="a\0.pdf"')]],
  ['a file without a name', [FIELD('number', 'a'), FIELD('key', 'k'), FILE('')]],
])('%s is refused and breaks nothing', async (_, parts) => {
  const { zone, browser, id } = await aDraft()
  const { visitor } = await openSite(zone)
  const papers = '/api/objections/followed/papers'
  for (const [by, url] of [
    [visitor, papers],
    [browser, `/api/cases/${id}/papers/site-title`],
  ] as const) {
    const reply = await by.send('POST', url, PARTS(parts))
    expect([404, 422], reply.text).toContain(reply.status)
  }
})

test('a file with an empty name is kept as one without a name', async () => {
  const { browser, id } = await aDraft()
  const url = `/api/cases/${id}/papers/site-title`
  const reply = await browser.send('POST', url, PARTS([FILE('; filename=""')]))
  expect(reply.status, reply.text).toBe(200)
  const { files } = reply.body as { files: { name: string }[] }
  expect(files.at(-1)?.name).toBe('未命名.pdf')
})

test('what was uploaded is never a page of our address: saved, not shown, and inert within a page', async () => {
  const { id, browser, put } = await aDraft()
  const { body } = await put('合同.pdf', PDF)
  const file = (body as { files: { id: string; sha256: string }[] }).files.find(
    (one) => one.sha256 === sha256(PDF),
  )
  const url = `/api/cases/${id}/papers/site-title/${file?.id}`
  const asked = async (dest: string | null) => {
    const { headers } = await browser.send(
      'GET',
      url,
      dest ? { headers: { 'sec-fetch-dest': dest } } : {},
    )
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(String(headers['content-security-policy'])).toContain("default-src 'none'")
    return String(headers['content-disposition']).split(';')[0]
  }
  expect(await asked(null)).toBe('attachment')
  expect(await asked('document')).toBe('attachment')
  expect(await asked('iframe')).toBe('inline')
})
