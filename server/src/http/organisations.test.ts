import { expect, test } from 'vitest'
import { multipart, openSite } from '../../testing/browser.ts'
import { openCaseOffice, SERVICE, useDocuments } from '../../testing/case-office.ts'
import type { PersonId } from '../kernel/index.ts'

useDocuments()

const ROW = {
  name: '庚火科技有限公司',
  creditCode: '91659999MA71894557',
  district: '650104',
  kind: 'enterprise',
}
const PASSWORD = '一个足够长的密码 enough'

test('an organisation nobody seeded is entered, joined by link, and applies', async () => {
  const at = await openCaseOffice()
  const site = await openSite(at.zone)
  const officer = await site.signedIn(at.district)
  const entered = await officer.send('POST', '/api/parties', { body: ROW })
  expect(entered.status, entered.text).toBe(200)
  const { id: party } = entered.body as { id: string }
  const owner = `/api/parties/${party}/owner`
  const { body: link } = await officer.send('POST', owner, { body: { invited: '赵总' } })
  const token = (link as { path: string }).path.replace('/join/', '')
  const joined = await site.visitor.send('POST', `/api/invitations/${token}`, {
    body: { login: 'zhao.zong', name: '赵总', password: PASSWORD },
  })
  expect(joined.status, joined.text).toBe(200)
  const { person } = joined.body as { person: { id: PersonId; parties: object[] } }
  expect(person.parties).toMatchObject([{ id: party, name: ROW.name }])
  const again = await officer.send('POST', owner, { body: { invited: '钱总' } })
  expect(again.body).toMatchObject({ code: 'identity.owner-conflict' })
  const browser = await site.signedIn({ person: person.id })
  const start = { callId: at.call, service: SERVICE, partyId: party }
  const started = await browser.send('POST', '/api/cases', { body: start })
  expect(started.status, started.text).toBe(200)
})

test('a district enters its own organisations and no other district’s', async () => {
  const at = await openCaseOffice()
  const site = await openSite(at.zone)
  const other = await site.signedIn(at.otherDistrict)
  expect((await other.send('POST', '/api/parties', { body: ROW })).status).toBe(403)
  const imported = await other.send('POST', '/api/parties/import', { body: { rows: [ROW] } })
  expect(imported.body).toMatchObject({ code: 'registries.unknown-district' })
  const owner = `/api/parties/${at.party}/owner`
  expect((await other.send('POST', owner, { body: { invited: '某人' } })).status).toBe(403)
})

test('a table is previewed row by row and entered whole or not at all', async () => {
  const at = await openCaseOffice()
  const site = await openSite(at.zone)
  const city = await site.signedIn(at.city)
  const table = `名称,统一社会信用代码,区县\n${ROW.name},${ROW.creditCode},650104\n坏有限公司,123,650104\n`
  const sent = multipart({ name: '单位.csv', bytes: Buffer.from(table) })
  const preview = await city.send('POST', '/api/parties/import/preview', sent)
  expect(preview.body).toMatchObject([
    { row: 2, refused: null },
    { row: 3, refused: { code: 'registries.malformed-credit-code' } },
  ])
  const bad = { ...ROW, name: '坏有限公司', creditCode: '123' }
  const whole = await city.send('POST', '/api/parties/import', { body: { rows: [ROW, bad] } })
  expect(whole.status).toBe(422)
  const good = await city.send('POST', '/api/parties/import', { body: { rows: [ROW] } })
  expect(good.body).toEqual({ entered: 1 })
})

test('carriers and tenancies are entered on the party’s page and end with a reason', async () => {
  const at = await openCaseOffice()
  const site = await openSite(at.zone)
  const city = await site.signedIn(at.city)
  const of = `/api/parties/${at.party}`
  const carrier = { name: '丝路众创空间', kind: 'makerspace', place: '650104' }
  const entered = await city.send('POST', `${of}/carriers`, { body: carrier })
  const [made] = (entered.body as { carriers: { id: string }[] }).carriers
  const sits = await city.send('POST', `${of}/tenancies`, { body: { carrier: made?.id } })
  expect(sits.body).toMatchObject({ tenancies: [{ name: '丝路众创空间' }] })
  const end = `${of}/tenancies/${made?.id}/end`
  const left = await city.send('POST', end, { body: { reason: '租期届满。' } })
  expect(left.body).toMatchObject({ tenancies: [] })
  const twice = await city.send('POST', end, { body: { reason: '租期届满。' } })
  expect(twice.body).toMatchObject({ code: 'registries.tenancy-not-found' })
})
