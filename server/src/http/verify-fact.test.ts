import { describe, expect, test } from 'vitest'
import { openSite } from '../../testing/browser.ts'
import { openCaseOffice, useDocuments } from '../../testing/case-office.ts'
import { recordFacts } from '../registries/index.ts'

useDocuments()

const AREA = 'floor-area'

async function aDeclaredArea() {
  const at = await openCaseOffice()
  await at.zone.writing(at.applicant, (tx) =>
    recordFacts(tx, {
      party: at.party,
      facts: [{ subject: 'carrier', name: AREA, value: '420' }],
      source: { kind: 'applicant', title: { zh: '单位填报', en: 'Declared' } },
    }),
  )
  const site = await openSite(at.zone)
  const district = await site.signedIn(at.district)
  const verify = (value: unknown) =>
    district.send('POST', `/api/parties/${at.party}/facts`, {
      body: { name: AREA, value, source: '不动产登记证' },
    })
  return { at, site, district, verify }
}

describe('verifying a fact 核实', () => {
  test('the officer may put right what was declared; both stay to be read, with their sources', async () => {
    const { at, district, verify } = await aDeclaredArea()
    const { status, body } = await verify('388.5')
    expect(status).toBe(200)
    expect(body).toMatchObject({
      facts: expect.arrayContaining([
        expect.objectContaining({ name: AREA, value: '388.5', locked: true }),
      ]),
    })
    const history = await district.send('GET', `/api/parties/${at.party}/facts/${AREA}`)
    expect(history.body).toMatchObject([
      {
        value: '388.5',
        source: { zh: '不动产登记证' },
        recordedBy: '区经办',
        verifiedOn: '2026-03-02',
      },
      { value: '420', source: { zh: '单位填报' }, recordedBy: '申报人', verifiedOn: null },
    ])
  })

  test('what is no value of the fact is refused and nothing is recorded', async () => {
    const { at, district, verify } = await aDeclaredArea()
    expect(await verify('large')).toMatchObject({
      status: 422,
      body: { code: 'http.fact-malformed' },
    })
    const history = await district.send('GET', `/api/parties/${at.party}/facts/${AREA}`)
    expect(history.body).toHaveLength(1)
  })

  test('another district neither corrects nor reads it', async () => {
    const { at, site } = await aDeclaredArea()
    const other = await site.signedIn(at.otherDistrict)
    const address = `/api/parties/${at.party}/facts`
    const body = { name: AREA, value: '1', source: '道听途说' }
    expect((await other.send('POST', address, { body })).status).toBe(404)
    expect((await other.send('GET', `${address}/${AREA}`)).status).toBe(404)
  })
})
