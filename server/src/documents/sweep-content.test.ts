import { readdir, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { aCaseFolder, aPdf, useDocuments } from '../../testing/documents.ts'
import { listRecordAfter, sha256 } from '../kernel/index.ts'
import { openAttachment, sweepContent, takeIn } from './index.ts'

const store = useDocuments()
const paper = { name: 'agreements', kinds: ['pdf'] } as const

let folder: Awaited<ReturnType<typeof aCaseFolder>>
beforeAll(async () => {
  folder = await aCaseFolder()
})

const place = (hash: string) => join(store.directory, hash.slice(0, 2), hash)
const left = (content: string) => takeIn({ paper, fileName: 'a.pdf', bytes: aPdf(content) })
const sweep = () => folder.zone.asSystem(sweepContent)
const isThere = async (hash: string) =>
  (await readdir(join(store.directory, hash.slice(0, 2)))).includes(hash)

/** As if it had been put two days ago. */
const aged = (hash: string) => utimes(place(hash), 1_700_000_000, 1_700_000_000)

test('content without a row is swept after a day, and the record says how much', async () => {
  const kept = await folder.put({ bytes: aPdf('has a row') })
  const { sha256: hash } = await left('has none')
  await aged(kept.sha256)
  expect(await sweep()).toBe(0)
  await aged(hash)
  expect(await sweep()).toBe(1)
  expect(await isThere(hash)).toBe(false)
  const opened = await folder.zone.reading(folder.applicant, (tx) =>
    openAttachment(tx, { subject: folder.subject, id: kept.id }),
  )
  expect(opened.bytes).toEqual(aPdf('has a row'))
  const entries = await folder.zone.asSystem((tx) => listRecordAfter(tx, 0, 1000))
  expect(entries.at(-1)).toMatchObject({ act: 'content.sweep', detail: { sha256: [hash] } })
})

test('what is sent again is not swept from under its new row', async () => {
  await folder.put({ bytes: aPdf('something else') })
  const { sha256: hash } = await left('sent twice')
  await aged(hash)
  await left('sent twice')
  expect(await sweep()).toBe(0)
  expect(await isThere(hash)).toBe(true)
})

test('a directory of which the database names nothing is left alone', async () => {
  const { sha256: hash } = await left('of another database')
  expect(hash).toBe(sha256(aPdf('of another database')))
  await aged(hash)
  const { zone } = await aCaseFolder()
  expect(await zone.asSystem(sweepContent)).toBe(0)
  expect(await isThere(hash)).toBe(true)
})
