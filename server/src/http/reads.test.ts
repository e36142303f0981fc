import { expect, test } from 'vitest'
import { z } from 'zod'
import { openSite } from '../../testing/browser.ts'
import { openCaseOffice, useDocuments } from '../../testing/case-office.ts'
import type { Route } from './contract/route.ts'
import { routes } from './contract/routes.ts'

useDocuments()

test('who reads a case is in the log of readings; who was refused read nothing', async () => {
  const office = await openCaseOffice()
  const { zone, district, otherDistrict } = office
  const id = await office.aCaseAt('accepted')
  const site = await openSite(zone)
  const reader = await site.signedIn(district)
  const stranger = await site.signedIn(otherDistrict)
  await reader.send('GET', `/api/cases/${id}`)
  expect((await stranger.send('GET', `/api/cases/${id}`)).status).toBe(404)
  const auditor = await site.signedIn(await zone.anOfficer({ duties: ['audit'] }))
  const { status, body } = await auditor.send('GET', '/api/reads')
  expect(status).toBe(200)
  expect((body as { reads: object[] }).reads).toMatchObject([
    { by: district.name, route: 'viewCase', about: { id } },
  ])
})

/** Addresses that show no personal data, each with why; every other GET is in the log. */
const SHOW_NOBODY: Readonly<Record<string, string>> = {
  viewZone: 'published',
  listMeasures: 'published',
  viewMeasure: 'published',
  readModule: 'published',
  listCalls: 'published',
  viewCall: 'published',
  listNotices: 'published',
  viewNotice: 'published',
  verifyCertificate: 'published',
  readProcedure: 'published',
  viewCalendar: 'published',
  viewWaiting: 'published, small numbers withheld',
  listDemoPeople: 'made-up people of a demo',
  viewSession: 'one’s own',
  listCases: 'organisations, stages and days',
  search: 'organisations, numbers and days',
  listReminders: 'numbers, steps and days',
  planNotice: 'a window of days',
  viewPackSource: 'the text of a pack',
  listReads: 'the log itself',
  listResults: 'published',
  exportResults: 'published',
  viewDraw: 'codes of a draw, no names',
  readIssuer: 'published',
  readStatusList: 'published',
  viewOwnSignIn: 'one’s own',
  viewOwnNotifications: 'one’s own',
  viewInvitation: 'one’s own',
  exportCases: 'organisations, stages and days',
  listFilters: 'one’s own',
  listTransferChoices: 'offices',
  listTemplates: 'wordings',
  viewOffices: 'offices',
  listCarriers: 'places and who runs them',
  listMandates: 'offices, articles and days',
  whoHandles: 'published',
  viewEntitlements: 'organisations',
  countEntitlements: 'counts',
  listEntitlements: 'organisations',
  exportEntitlements: 'organisations',
  listChangedFirms: 'organisations',
  exportChangedFirms: 'organisations',
  listWebhooks: 'addresses of machines',
  listObjections: 'numbers, organisations and days',
  listMigrations: 'days, reasons and officers of the zone',
  previewMigration: 'organisations, stages and days',
  listMeetings: 'numbers, days and places',
  listConsultations: 'published',
  viewConsultation: 'published',
  openConsultationFile: 'published',
  openAdoptionSummary: 'published, without names',
  exportAdoptionSummary: 'published, without names',
  listDrafts: 'texts of measures',
  planConsultation: 'a window of days',
}

type Shape = { readonly properties?: Readonly<Record<string, Shape>> } & Readonly<
  Record<string, unknown>
>

/** Whether somewhere in an answer a name stands beside a contact: somebody, and how to reach them. */
function namesSomebody(shape: unknown): boolean {
  if (typeof shape !== 'object' || shape === null) return false
  const { properties } = shape as Shape
  if (properties?.name && properties.contact) return true
  return Object.values(shape).some(namesSomebody)
}

test('every answer with a name and a contact is in the log, after an act as well', () => {
  const all = Object.entries(routes as Record<string, Route>)
  const naming = all.filter(
    ([, { answer }]) => answer !== 'file' && namesSomebody(z.toJSONSchema(answer, { io: 'input' })),
  )
  expect(naming.map(([name]) => name)).toEqual(
    expect.arrayContaining(['viewCase', 'listComments', 'answerComments', 'askObjector']),
  )
  expect(naming.filter(([, { personal }]) => !personal).map(([name]) => name)).toEqual([])
})

test('every address that reads is in the log, or is known to show nobody', () => {
  const reading = Object.entries(routes as Record<string, Route>).filter(
    ([, route]) => route.method === 'GET',
  )
  const undecided = reading.filter(
    ([name, route]) => (route.personal === true) === (SHOW_NOBODY[name] !== undefined),
  )
  expect(undecided.map(([name]) => name)).toEqual([])
})
