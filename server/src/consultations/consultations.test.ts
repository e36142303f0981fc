import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { aProgram } from '../../testing/a-program.ts'
import { useDocuments } from '../../testing/documents.ts'
import { openZone, type Zone } from '../../testing/index.ts'
import { readPdf } from '../../testing/read-pdf.ts'
import {
  day,
  listRecord,
  type PersonActor,
  reader,
  VISITOR,
  verifyRecord,
} from '../kernel/index.ts'
import { install } from '../rulebook/index.ts'
import type { CommentInput } from './comment-on.ts'
import type { CommentId, ConsultationId, Outcome } from './consultation.ts'
import { consultations } from './index.ts'
import type { PrepareInput } from './prepare.ts'

useDocuments()

const DRAFT = `科技企业培育办法（征求意见稿）
第一条 为了培育科技企业，制定本办法。
第二条 申报企业应当具备下列条件：
（一）注册满一年；
（二）有研发人员3人以上。
第三条 本办法自印发之日起施行。
`
const NAME = '热心市民王某'
const PHONE = '13900000000'

let zone: Zone
let handler: PersonActor
let signer: PersonActor
let id: ConsultationId

const input = (over: Partial<PrepareInput> = {}): PrepareInput => ({
  title: { zh: '就《科技企业培育办法（征求意见稿）》公开征求意见', en: 'Comments asked for' },
  draft: null,
  note: '一、为什么起草。二、主要内容。',
  contact: '市科技局法规处，0991-0000000',
  opensOn: day('2026-03-02'),
  closesOn: day('2026-04-01'),
  shortened: null,
  ...over,
})
const prepare = (over: Partial<PrepareInput> = {}) =>
  zone.writing(handler, (tx) => consultations.prepare(tx, input(over)))
const handIn = () =>
  zone.writing(handler, (tx) =>
    consultations.handInDraft(tx, { id, fileName: '草案.txt', bytes: Buffer.from(DRAFT) }),
  )
const publish = (actor = signer) => zone.writing(actor, (tx) => consultations.publish(tx, id))
const comment = (over: Partial<CommentInput> = {}, actor: PersonActor | typeof VISITOR = VISITOR) =>
  zone.writing(actor, (tx) =>
    consultations.comment(tx, {
      ...{ id, article: '第2条', says: '研发人员的计算口径应当明确。', name: NAME, contact: PHONE },
      ...over,
    }),
  )
const answer = (comments: readonly CommentId[], outcome: Outcome = 'adopted') =>
  zone.writing(handler, (tx) =>
    consultations.answer(tx, {
      ...{ id, comments, outcome, gist: '明确研发人员的计算口径。' },
      reason: '已在第二条写明按年末在册人数计算。',
    }),
  )
const summarise = (actor = signer) =>
  zone.writing(actor, (tx) => consultations.publishSummary(tx, { id, remarks: '感谢各方意见。' }))
const own = (keys: readonly string[], actor: PersonActor | typeof VISITOR = VISITOR) =>
  zone.writing(actor, (tx) => consultations.own(tx, { id, keys }))
const view = (actor: PersonActor | typeof VISITOR = VISITOR) =>
  zone.reading(actor, (tx) => consultations.view(tx, id))
const comments = () => zone.reading(handler, (tx) => consultations.comments(tx, id))

beforeEach(async () => {
  zone = await openZone()
  handler = await zone.anOfficer({ duties: ['handle'] })
  signer = await zone.anOfficer({ duties: ['decide'] })
  id = await prepare()
})

async function open(): Promise<void> {
  await handIn()
  await publish()
}

describe('a consultation 征求意见', () => {
  test('from the draft to the summary: comments are answered together and published without names', async () => {
    await open()
    const one = await comment()
    const same = await comment({ name: '企业代表李某', contact: 'li@example.com' })
    const other = await comment({ article: null, says: '建议增加奖励条款。' })
    await answer([one.id, same.id])
    await answer([other.id], 'not-adopted')
    zone.setToday('2026-04-02')
    await summarise()
    const { phase, summary } = await view()
    expect(phase).toBe('summarised')
    expect(summary?.comments).toBe(3)
    expect(summary?.counts).toEqual([
      { article: null, comments: 1, adopted: 0, partly: 0, 'not-adopted': 1 },
      { article: '第2条', comments: 2, adopted: 2, partly: 0, 'not-adopted': 0 },
    ])
    expect(summary?.answers.map(({ numbers }) => numbers)).toEqual([
      [other.number],
      [one.number, same.number],
    ])
    expect(JSON.stringify(await view())).not.toMatch(/王某|李某|1390|example\.com/)
    const file = await zone.reading(VISITOR, (tx) => consultations.summary(tx, id))
    const { text } = await readPdf(file.bytes)
    expect(text.replaceAll(/\s/g, '')).toContain('共收到意见3条')
    expect(text).not.toContain('王某')
    expect(await zone.asSystem(verifyRecord)).toMatchObject({ intact: true })
  })

  test('nobody outside the office sees it before it is published, and comments before the summary', async () => {
    await expect(view()).rejects.toMatchObject({ code: 'consultation.not-found' })
    expect(await zone.reading(VISITOR, (tx) => consultations.list(tx))).toEqual([])
    await open()
    await comment()
    const seen = await view()
    expect(seen.articles.map(({ article }) => article)).toEqual(['第1条', '第2条', '第3条'])
    expect(seen.articles[1]?.text).toContain('（二）有研发人员3人以上')
    expect(JSON.stringify(seen)).not.toContain('口径')
    const applicant = await zone.anApplicant()
    for (const actor of [VISITOR, applicant]) {
      await expect(
        zone.reading(actor, (tx) => consultations.comments(tx, id)),
      ).rejects.toMatchObject({ code: expect.stringMatching(/^identity/) })
      const behind = await zone.reading(actor, (tx) =>
        sql<{ n: bigint }>`select (select count(*) from consultation_comments)
          + (select count(*) from consultation_commenters)
          + (select count(*) from consultation_answers) as n`.execute(reader(tx)),
      )
      expect(behind.rows[0]?.n).toBe(0n)
    }
  })

  test('less than 30 days needs a reason, which is published; the day of opening does not count', async () => {
    const short = { closesOn: day('2026-03-31') }
    await expect(prepare(short)).rejects.toMatchObject({
      code: 'consultation.too-short',
      params: { earliest: '2026-04-01' },
    })
    id = await prepare({ ...short, shortened: '上级文件要求四月初施行。' })
    await open()
    expect((await view()).shortened).toBe('上级文件要求四月初施行。')
    // 2026-04-05 is a day of rest (清明): the 30th day from 2026-03-06 gives way to 2026-04-07.
    await expect(
      prepare({ opensOn: day('2026-03-06'), closesOn: day('2026-04-06') }),
    ).rejects.toMatchObject({ params: { earliest: '2026-04-07' } })
    await expect(prepare({ opensOn: day('2026-03-01') })).rejects.toMatchObject({
      code: 'consultation.opens-in-the-past',
    })
  })

  test('comments are taken on the last day and refused the day after, with where to write instead', async () => {
    await expect(comment()).rejects.toMatchObject({ code: 'consultation.not-found' })
    await open()
    zone.setToday('2026-04-01')
    await comment()
    await expect(summarise()).rejects.toMatchObject({ code: 'consultation.still-open' })
    zone.setToday('2026-04-02')
    await expect(comment({ says: '我还有一条意见。' })).rejects.toMatchObject({
      code: 'consultation.closed',
      params: { on: '2026-04-01', contact: '市科技局法规处，0991-0000000' },
    })
  })

  test('nothing is summed up while a comment waits; published answers do not change', async () => {
    await open()
    const { id: first, number } = await comment()
    zone.setToday('2026-04-02')
    await expect(summarise()).rejects.toMatchObject({
      code: 'consultation.unanswered',
      params: { numbers: number },
    })
    await answer([first], 'not-adopted')
    await answer([first], 'partly')
    expect((await comments()).answers.map(({ outcome }) => outcome)).toEqual(['partly'])
    await summarise()
    await expect(answer([first])).rejects.toMatchObject({ code: 'consultation.summarised' })
    await expect(summarise()).rejects.toMatchObject({ code: 'consultation.summarised' })
  })

  test('what is published does not change, and the same comment counts once', async () => {
    await expect(publish()).rejects.toMatchObject({ code: 'consultation.no-draft' })
    await expect(publish(handler)).rejects.toMatchObject({ code: 'identity.forbidden' })
    await open()
    await expect(handIn()).rejects.toMatchObject({ code: 'consultation.published' })
    await comment()
    await expect(comment()).rejects.toMatchObject({ code: 'consultation.comment-already' })
    await expect(comment({ article: '第9条' })).rejects.toMatchObject({
      code: 'consultation.no-such-article',
    })
    await expect(comment({ contact: '没有' })).rejects.toMatchObject({
      code: 'consultation.contact-malformed',
    })
  })
})

describe('who commented', () => {
  test('finds their own by its key or their sign-in, and nobody else does', async () => {
    await open()
    const visitor = await comment()
    const applicant = await zone.anApplicant()
    const signed = await comment({ name: '申报单位张某' }, applicant)
    expect((await own([visitor.key])).map(({ number }) => number)).toEqual([visitor.number])
    expect((await own([], applicant)).map(({ number }) => number)).toEqual([signed.number])
    expect(await own(['x'.repeat(24)])).toEqual([])
    expect(await own([], await zone.anApplicant())).toEqual([])
    await answer([visitor.id, signed.id])
    expect((await own([visitor.key]))[0]?.answered).toBeNull()
    zone.setToday('2026-04-02')
    await summarise()
    expect((await own([visitor.key]))[0]?.answered?.outcome).toBe('adopted')
  })

  test('has name and contact erased at any time; what was said stays', async () => {
    await open()
    const { id: written, key } = await comment()
    const erase = (by: string | null, actor: PersonActor | typeof VISITOR = VISITOR) =>
      zone.writing(actor, (tx) => consultations.erase(tx, { id, comment: written, key: by }))
    await expect(erase(null)).rejects.toMatchObject({ code: 'consultation.no-such-comment' })
    await expect(erase('y'.repeat(24))).rejects.toMatchObject({
      code: 'consultation.no-such-comment',
    })
    await expect(erase(null, await zone.anApplicant())).rejects.toMatchObject({
      code: 'consultation.no-such-comment',
    })
    await erase(key)
    const [kept] = (await comments()).comments
    expect(kept).toMatchObject({ name: null, contact: null, says: '研发人员的计算口径应当明确。' })
    expect((await own([key]))[0]?.named).toBe(false)
    const told = await zone.asSystem((tx) => listRecord(tx, { kind: 'consultation', id }))
    expect(JSON.stringify(told)).not.toMatch(/王某|1390/)
  })

  test('is forgotten 90 days after the summary, not a day before', async () => {
    await open()
    await answer([(await comment()).id])
    zone.setToday('2026-04-02')
    await summarise()
    const names = async () => {
      await zone.asSystem(consultations.forgetDue)
      return (await comments()).comments.map(({ name }) => name)
    }
    zone.setToday('2026-07-01')
    expect(await names()).toEqual([NAME])
    zone.setToday('2026-07-02')
    expect(await names()).toEqual([null])
  })
})

describe('an installed draft', () => {
  const of = (version: string, state: 'published' | 'consultation-draft', gist: string) => {
    const made = aProgram({ version, state })
    const articles = made.articles.map((one, at) =>
      at === 0 ? { ...one, gist: { zh: gist, en: gist } } : one,
    )
    return aProgram({ version, state, articles })
  }

  test('is consulted on by its articles, and compared with the version adopted', async () => {
    const draft = of('2026-draft', 'consultation-draft', '面积不少于500平方米。')
    const adopted = of('2026', 'published', '面积不少于400平方米。')
    await zone.asSystem((tx) => install(tx, draft))
    await zone.asSystem((tx) => install(tx, adopted))
    const { pack } = draft
    expect(await zone.reading(handler, (tx) => consultations.drafts(tx))).toMatchObject([
      { pack, version: '2026-draft' },
    ])
    await expect(prepare({ draft: { pack, version: '2026' } })).rejects.toMatchObject({
      code: 'consultation.not-a-draft',
    })
    id = await prepare({ draft: { pack, version: '2026-draft' } })
    await publish()
    const link = (version: string) =>
      zone.writing(signer, (tx) => consultations.linkAdopted(tx, { id, pack, version }))
    await expect(link('2026')).rejects.toMatchObject({ code: 'consultation.not-summarised' })
    zone.setToday('2026-04-02')
    await summarise()
    await expect(link('2026-draft')).rejects.toMatchObject({ code: 'consultation.not-adopted' })
    await link('2026')
    const { adopted: linked } = await view()
    const [first, ...rest] = linked?.differences ?? []
    expect(first).toMatchObject({
      change: 'changed',
      before: { gist: { zh: '面积不少于500平方米。' } },
      after: { gist: { zh: '面积不少于400平方米。' } },
    })
    expect(rest.every(({ change }) => change === 'same')).toBe(true)
  })
})
