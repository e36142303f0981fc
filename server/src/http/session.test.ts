import { expect, test } from 'vitest'
import { openSite } from '../../testing/browser.ts'
import { openCaseOffice, useDocuments } from '../../testing/case-office.ts'

useDocuments()

test('a post is offered the rooms its office is named for, and no other', async () => {
  const at = await openCaseOffice('2026-03-02', { delegated: ['assign', 'publish-notice'] })
  const site = await openSite(at.zone)
  const rightsOf = async (person: typeof at.city) => {
    const { body } = await (await site.signedIn(person)).send('GET', '/api/session')
    return (body as { person: { rights: string[] } }).person.rights
  }
  expect(await rightsOf(at.city)).toEqual(
    expect.arrayContaining(['call.open', 'case.publicise', 'case.assign', 'case.decide']),
  )
  const district = await rightsOf(at.district)
  expect(district).toEqual(expect.arrayContaining(['case.accept', 'case.recommend', 'case.judge']))
  expect(district).not.toEqual(expect.arrayContaining(['case.publicise']))
  expect(district).not.toContain('call.open')
  const federation = await rightsOf(at.federation)
  expect(federation).toEqual(expect.arrayContaining(['call.open', 'case.assign', 'expert.list']))
  expect(federation.filter((right) => /publicise|decide|accept|deliberate/.test(right))).toEqual([])
})
