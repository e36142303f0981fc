import { join } from 'node:path'
import { openDocuments } from '../src/documents/index.ts'
import { withClient } from '../src/kernel/database/index.ts'
import { anchorRecord, newId } from '../src/kernel/index.ts'
import { openCaseOffice } from './case-office.ts'
import { everythingHappens } from './every-act.ts'
import type { Zone } from './zone.ts'

/** A zone with a case that was objected to, certified and sanctioned, and two anchors, in a home folder. */
export async function aSmallZone(home: string): Promise<Zone> {
  const desk = await openDocuments({
    directory: join(home, 'files'),
    keys: join(home, 'keys'),
    verifyAt: 'https://example.invalid/v/',
    demo: true,
  })
  try {
    const office = await openCaseOffice()
    const anchor = () => office.zone.asSystem((tx) => anchorRecord(tx, join(home, 'anchors')))
    await anchor()
    await everythingHappens(office)
    await anchor()
    return office.zone
  } finally {
    await desk.close()
  }
}

/** A database with nothing in it beside the one of the URL. */
export async function emptyDatabase(adminUrl: string) {
  const name = `banfa_empty_${newId().replaceAll('-', '').slice(-12)}`
  const url = new URL(adminUrl)
  url.pathname = `/${name}`
  const run = (statement: string) => withClient(adminUrl, (client) => client.query(statement))
  await run(`create database ${name} template template0`)
  return { url: url.toString(), drop: () => run(`drop database ${name} with (force)`) }
}
