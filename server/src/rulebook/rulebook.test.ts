import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { aProgram, words } from '../../testing/a-program.ts'
import { openZone } from '../../testing/index.ts'
import { day, listRecord, reader, VISITOR } from '../kernel/index.ts'
import {
  emittedModule,
  enact,
  getMeasure,
  getProgram,
  install,
  installText,
  listMeasures,
  officialText,
  programInForce,
} from './index.ts'

const of = (version: string) => ({ pack: 'a-measure', version })

describe('installing a measure', () => {
  test('a program comes back as it went in, frozen, under its digest', async () => {
    const zone = await openZone()
    const program = aProgram()
    await zone.asSystem((tx) => install(tx, program))
    const read = await zone.reading(VISITOR, (tx) => getProgram(tx, 'a-measure', '2025'))
    expect(read).toEqual(program)
    expect(Object.isFrozen(read.services)).toBe(true)
  })

  test('installing the same again changes nothing; another content under the version is refused', async () => {
    const zone = await openZone()
    await zone.asSystem((tx) => install(tx, aProgram()))
    await zone.asSystem((tx) => install(tx, aProgram()))
    const entries = await zone.asSystem((tx) =>
      listRecord(tx, { kind: 'measure', id: 'a-measure' }),
    )
    expect(entries.map((entry) => entry.act)).toEqual(['pack.install'])
    const changed = aProgram({ title: words('改过的办法') })
    await expect(zone.asSystem((tx) => install(tx, changed))).rejects.toMatchObject({
      code: 'rulebook.version-already',
    })
  })

  test('a program changed after it was compiled is refused', async () => {
    const zone = await openZone()
    const forged = { ...aProgram(), title: words('改过的办法') }
    await expect(zone.asSystem((tx) => install(tx, forged))).rejects.toMatchObject({
      code: 'rulebook.wrong-digest',
    })
  })

  test('an applicant installs nothing: the database itself refuses', async () => {
    const zone = await openZone()
    const applicant = await zone.anApplicant()
    await expect(zone.writing(applicant, (tx) => install(tx, aProgram()))).rejects.toThrow(
      'row-level security',
    )
  })

  test('a service’s self-check is a module of its own; an unknown service is refused', async () => {
    const zone = await openZone()
    await zone.asSystem((tx) => install(tx, aProgram()))
    const service = (name: string) =>
      zone.reading(VISITOR, (tx) => emittedModule(tx, { ...of('2025'), service: name }))
    expect(await service('a-service')).toContain(aProgram().digest)
    await expect(service('constructor')).rejects.toMatchObject({
      code: 'rulebook.service-not-found',
    })
  })
})

const textOf = (texts: readonly string[], first = 'a') => ({
  ...of('2025'),
  fileName: '某办法.txt',
  sha256: first.repeat(64),
  articles: texts.map((text, at) => ({ article: `第${at + 1}条`, text })),
})

describe('the official text', () => {
  const text = textOf(['为了例子。', '自公布之日起施行。', '多出来的。'])

  test('is installed from the user’s document and found by article or by item', async () => {
    const zone = await openZone()
    await zone.asSystem((tx) => install(tx, aProgram()))
    expect(
      await zone.asSystem((tx) => officialText(tx, { ...of('2025'), article: '第1条' })),
    ).toBeNull()
    const read = await zone.asSystem((tx) => installText(tx, text))
    expect(read).toEqual({ articles: 3, missing: [], unknown: ['第3条'] })
    const found = await zone.reading(VISITOR, (tx) =>
      officialText(tx, { ...of('2025'), article: '第1条(二)' }),
    )
    expect(found).toBe('为了例子。')
  })

  test('the same document again changes nothing; another one, or none at all, is refused', async () => {
    const zone = await openZone()
    await zone.asSystem((tx) => install(tx, aProgram()))
    const put = (read = text) => zone.asSystem((tx) => installText(tx, read))
    await put()
    await put()
    await expect(put(textOf([''], 'b'))).rejects.toMatchObject({ code: 'rulebook.text-already' })
    await expect(put(textOf([]))).rejects.toMatchObject({ code: 'rulebook.no-articles' })
  })
})

describe('which version is in force', () => {
  async function twoVersions() {
    const zone = await openZone({ today: '2025-01-10' })
    const draft = aProgram({ version: 'draft', state: 'consultation-draft' })
    await zone.asSystem(async (tx) => {
      await install(tx, draft)
      await install(tx, aProgram())
    })
    const director = await zone.anOfficer({ duties: ['decide'], name: '局长' })
    const put = (version: string, from: string, reason = '局长办公会议定') =>
      zone.writing(director, (tx) =>
        enact(tx, { ...of(version), from: day(from), reason, as: director.posts[0] ?? null }),
      )
    const inForce = async (on: string) =>
      (await zone.reading(VISITOR, (tx) => programInForce(tx, 'a-measure', day(on))))?.version
    return { zone, director, put, inForce }
  }

  test('none is until an act says so; then from its first day on', async () => {
    const { put, inForce } = await twoVersions()
    expect(await inForce('2025-02-01')).toBeUndefined()
    await put('draft', '2025-02-01')
    expect(await Promise.all(['2025-01-31', '2025-02-01', '2026-02-01'].map(inForce))).toEqual([
      undefined,
      'draft',
      'draft',
    ])
  })

  test('a later act takes over from its day; both stay visible, and a draft stays a draft', async () => {
    const { zone, put, inForce } = await twoVersions()
    await put('draft', '2025-02-01', '先行试用征求意见稿')
    await put('2025', '2025-07-01')
    expect(await Promise.all(['2025-06-30', '2025-07-01'].map(inForce))).toEqual(['draft', '2025'])
    const measure = await zone.reading(VISITOR, (tx) => getMeasure(tx, 'a-measure'))
    expect(measure.enactments).toMatchObject([
      {
        version: 'draft',
        draft: true,
        from: '2025-02-01',
        until: '2025-06-30',
        by: '局长',
        on: '2025-01-10',
        reason: '先行试用征求意见稿',
      },
      { version: '2025', draft: false, from: '2025-07-01', until: null },
    ])
  })

  test('a day on which a version is in force is never given to another', async () => {
    const { put } = await twoVersions()
    await put('draft', '2025-02-01')
    for (const from of ['2025-02-01', '2025-01-15']) {
      await expect(put('2025', from)).rejects.toMatchObject({
        code: 'rulebook.enactment-conflict',
        fields: ['from'],
      })
    }
  })

  test('no act without a reason, no version that is not installed, none by an applicant', async () => {
    const { zone, put } = await twoVersions()
    await expect(put('draft', '2025-02-01', '  ')).rejects.toMatchObject({
      code: 'rulebook.reasonless-enactment',
    })
    await expect(put('1999', '2025-02-01')).rejects.toMatchObject({
      code: 'rulebook.version-not-found',
    })
    const applicant = await zone.anApplicant()
    const own = zone.writing(applicant, (tx) =>
      enact(tx, { ...of('draft'), from: day('2025-02-01'), reason: '我说了算' }),
    )
    await expect(own).rejects.toThrow('row-level security')
  })

  test('the text’s own period of validity binds: it ends by itself and cannot be stretched', async () => {
    const { zone, director, inForce } = await twoVersions()
    const bounded = { version: 'bounded', validFrom: '2025-03-01', validUntil: '2026-02-28' }
    await zone.asSystem((tx) => install(tx, aProgram(bounded)))
    const put = (from: string, until: string | null) =>
      zone.writing(director, (tx) =>
        enact(tx, {
          ...of('bounded'),
          from: day(from),
          until: until === null ? null : day(until),
          reason: '市政府办公室印发',
        }),
      )
    await expect(put('2025-02-28', null)).rejects.toMatchObject({
      code: 'rulebook.outside-validity',
      fields: ['from'],
    })
    await expect(put('2025-03-01', '2027-01-01')).rejects.toMatchObject({ fields: ['until'] })
    await put('2025-03-01', null)
    expect(await Promise.all(['2026-02-28', '2026-03-01'].map(inForce))).toEqual([
      'bounded',
      undefined,
    ])
  })

  test('the list shows the version in force, else the newest, with how much of it is carried out', async () => {
    const { zone, put } = await twoVersions()
    const list = () => zone.reading(VISITOR, listMeasures)
    expect((await list())[0]).toMatchObject({ inForce: null, articles: 2, executable: 1 })
    await put('draft', '2025-01-10')
    expect(await list()).toMatchObject([
      { version: 'draft', inForce: { from: '2025-01-10', until: null }, issuer: words('市科技局') },
    ])
    await expect(zone.reading(VISITOR, (tx) => getMeasure(tx, 'nothing'))).rejects.toMatchObject({
      code: 'rulebook.measure-not-found',
    })
  })
})

describe('the walls of the rulebook', () => {
  test('another zone sees none of it, and nothing installed is changed or deleted', async () => {
    const [here, there] = [await openZone(), await openZone()]
    await here.asSystem(async (tx) => {
      await install(tx, aProgram())
      await installText(tx, textOf(['甲']))
      await enact(tx, { ...of('2025'), from: tx.today, reason: '局长办公会议定' })
    })
    const run = (zone: typeof here, statement: string) =>
      zone.asSystem((tx) => sql.raw<{ n: bigint }>(statement).execute(reader(tx) as never))
    for (const table of ['packs', 'pack_texts', 'article_texts', 'enactments']) {
      const count = `select count(*) as n from ${table}`
      expect((await run(here, count)).rows).toEqual([{ n: 1n }])
      expect((await run(there, count)).rows).toEqual([{ n: 0n }])
      await expect(run(here, `delete from ${table}`)).rejects.toThrow('permission denied')
      await expect(run(here, `update ${table} set pack = pack`)).rejects.toThrow(
        'permission denied',
      )
    }
  })
})
