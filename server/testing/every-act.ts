import {
  acts,
  changes,
  clocks,
  migrations,
  notices,
  objections,
  sanctions,
} from '../src/cases/index.ts'
import { remind } from '../src/clocks/index.ts'
import { addDays, day, VISITOR } from '../src/kernel/index.ts'
import { enact, install } from '../src/rulebook/index.ts'
import { type CaseOffice, DISTRICT } from './case-office.ts'
import { aPdf } from './case-workflow.ts'
import { aVersion } from './measure-versions.ts'

const REASON = '经核实，情况属实，依规定办理。'
const TRANSFERRED_TO = '650102'

/** One white pixel. */
const PHOTO = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
  'base64',
)

/** Ways through the office, each in an office of its own, that together do whatever is announced. */
export const WAYS: Readonly<Record<string, (at: CaseOffice) => Promise<unknown>>> = {
  'a filing that comes back, stands still, moves and is withdrawn': backAndForth,
  'an objection that is upheld': objectedTo,
  'a refusal': refused,
  'a recognition with a change, sanctioned and lifted': afterwards,
  'a case put under another version and back': underAnother,
}

async function backAndForth(at: CaseOffice): Promise<void> {
  const caseId = await at.aCaseAt('filed')
  const { writing } = at.zone
  at.zone.setToday('2026-03-06')
  await at.zone.asSystem(async (tx) => remind(tx, await clocks.due(tx)))
  await writing(at.district, (tx) => acts.return(tx, { caseId, remarks: REASON, days: 5 }))
  await at.file(caseId)
  await at.advance(caseId, 'filed', 'accepted')
  const leader = await at.zone.anOfficer({ district: DISTRICT, duties: ['handle', 'decide'] })
  for (const move of ['suspend', 'resume', 'extend'] as const) {
    const length = move === 'extend' ? { length: 3 } : {}
    await writing(leader, (tx) => clocks.move(tx, move, { caseId, cause: REASON, ...length }))
  }
  await at.advance(caseId, 'accepted', 'recommended')
  await writing(at.city, (tx) => acts.sendBack(tx, { caseId, reason: REASON }))
  await writing(at.applicant, (tx) => acts.withdraw(tx, { caseId }))
  const moved = await at.aCaseAt('filed')
  await writing(at.district, (tx) =>
    acts.transfer(tx, { caseId: moved, district: TRANSFERRED_TO, reason: REASON }),
  )
}

async function objectedTo(at: CaseOffice): Promise<void> {
  const caseId = await at.aCaseAt('deliberated')
  const { writing } = at.zone
  const noticeId = await at.publicise(caseId)
  const { number, key } = await writing(VISITOR, (tx) =>
    objections.lodge(tx, {
      ...{ noticeId, caseId, name: '李某某', contact: '13912345678' },
      grounds: '所报场地有一部分转租给餐饮企业，面积不实。',
    }),
  )
  await at.zone.asSystem((tx) => objections.add(tx, { number, key, says: '另有照片为证。' }))
  const [row] = await at.zone.reading(at.city, (tx) => objections.list(tx))
  if (!row) throw new Error('the objection is not listed')
  await writing(at.city, (tx) =>
    objections.answer(tx, { caseId, objection: row.id, upheld: true, reason: REASON }),
  )
  for (const today of ['2026-03-06', '2026-03-10']) {
    at.zone.setToday(today)
    await at.zone.asSystem(notices.announceEnded)
  }
  await writing(at.city, (tx) => acts.reappraise(tx, { caseId, reason: REASON }))
}

async function refused(at: CaseOffice): Promise<void> {
  const caseId = await at.aCaseAt('proposed')
  const given = { caseId, reason: REASON, cite: '第1条' }
  await at.zone.writing(at.signer, (tx) => acts.refuse(tx, given))
}

async function afterwards(at: CaseOffice): Promise<void> {
  const caseId = await at.aCaseAt('certified')
  await changed(at, caseId)
  await dropped(at, caseId)
  await sanctioned(at, caseId)
}

type Id = Awaited<ReturnType<CaseOffice['aCaseAt']>>

async function changed({ zone, applicant, district, city }: CaseOffice, caseId: Id) {
  const changeId = await zone.writing(applicant, (tx) =>
    changes.report(tx, { caseId, kind: 'name', plannedOn: day('2026-04-10'), said: REASON }),
  )
  const of = { caseId, changeId }
  const found = { visitedOn: day('2026-04-13'), remote: false, asReported: true, found: REASON }
  zone.setToday('2026-04-13')
  await zone.writing(district, (tx) =>
    changes.photograph(tx, { ...of, fileName: 'place.png', bytes: PHOTO }),
  )
  await zone.writing(district, (tx) => changes.verify(tx, { ...of, ...found }))
  await zone.writing(applicant, (tx) => changes.file(tx, { ...of, said: REASON }))
  await zone.writing(city, (tx) => changes.settle(tx, { ...of, effect: 'kept', reason: REASON }))
}

function proposed({ zone, city }: CaseOffice, caseId: Id) {
  const foundOn = day('2026-04-13')
  return zone.writing(city, (tx) =>
    sanctions.propose(tx, { caseId, sanction: 'fraud', grounds: REASON, foundOn }),
  )
}

async function dropped(at: CaseOffice, caseId: Id): Promise<void> {
  const sanctionId = await proposed(at, caseId)
  const given = { caseId, sanctionId, impose: false, reason: REASON }
  await at.zone.writing(at.signer, (tx) => sanctions.decide(tx, given))
}

async function sanctioned(at: CaseOffice, caseId: Id): Promise<void> {
  const { writing } = at.zone
  const of = { caseId, sanctionId: await proposed(at, caseId) }
  await writing(at.applicant, (tx) => sanctions.acknowledge(tx, of))
  await writing(at.applicant, (tx) =>
    sanctions.answer(tx, { ...of, statement: REASON, hearing: true }),
  )
  const hearing = { hour: '10时', place: '三楼会议室', chair: '市签发', contact: '0991-0000000' }
  await writing(at.city, (tx) =>
    sanctions.summon(tx, { ...of, ...hearing, day: day('2026-05-08') }),
  )
  at.zone.setToday('2026-05-08')
  await writing(at.signer, (tx) =>
    sanctions.hear(tx, { ...of, present: ['市签发', '申报人'], attended: true, said: REASON }),
  )
  await writing(at.signer, (tx) => sanctions.decide(tx, { ...of, impose: true, reason: REASON }))
  await writing(at.signer, (tx) =>
    sanctions.lift(tx, { ...of, reason: REASON, cite: '行政复议法第64条' }),
  )
}

async function underAnother({ zone, signer, ...at }: CaseOffice): Promise<void> {
  const caseId = await at.aCaseAt('filed')
  const { pack, version: to } = aVersion({ version: '2026.2' })
  await zone.asSystem(async (tx) => {
    await install(tx, aVersion({ version: to }))
    await enact(tx, { pack, version: to, from: addDays(tx.today, 1), reason: '新版本施行' })
  })
  zone.setToday('2026-03-03')
  const { id: migration } = await zone.writing(signer, (tx) =>
    migrations.migrate(tx, { pack, to, cases: [caseId], reason: REASON }),
  )
  await zone.writing(signer, (tx) => migrations.undo(tx, { pack, migration, reason: REASON }))
}

export const GROUNDS = '所报场地有一部分转租给餐饮企业，面积不实。'
export const MORE = '另附转租合同照片为证。'

/** Objected to in vain, recognised, a change reported, sanctioned. */
export async function everythingHappens(at: CaseOffice): Promise<Id> {
  const caseId = await at.aCaseAt('deliberated')
  const { writing } = at.zone
  const noticeId = await at.publicise(caseId)
  const said = { noticeId, caseId, name: '李某某', contact: '13912345678', grounds: GROUNDS }
  const by = await writing(VISITOR, (tx) => objections.lodge(tx, said))
  await at.zone.asSystem((tx) => objections.add(tx, { ...by, says: MORE }))
  const file = { fileName: '照片.pdf', bytes: aPdf('a photograph') }
  await objections.attach(at.zone.kernel, { ...by, ...file })
  const [row] = await at.zone.reading(at.city, (tx) => objections.list(tx))
  if (!row) throw new Error('the objection is not listed')
  const answer = { caseId, objection: row.id, upheld: false, reason: '经实地核查，面积属实。' }
  await writing(at.city, (tx) => objections.answer(tx, answer))
  await at.advance(caseId, 'publicised', 'certified')
  const change = { caseId, kind: 'name', plannedOn: day('2026-04-10'), said: '名称拟变更。' }
  await writing(at.applicant, (tx) => changes.report(tx, change))
  const foundOn = day('2026-03-09')
  const intent = { caseId, sanction: 'fraud', grounds: '租赁合同系伪造。', foundOn }
  const of = { caseId, sanctionId: await writing(at.city, (tx) => sanctions.propose(tx, intent)) }
  await writing(at.applicant, (tx) => sanctions.acknowledge(tx, of))
  const spoken = { ...of, statement: '请核实合同原件。', hearing: false, waives: true }
  await writing(at.applicant, (tx) => sanctions.answer(tx, spoken))
  const decided = { ...of, impose: true, reason: '陈述没有事实依据。' }
  await writing(at.signer, (tx) => sanctions.decide(tx, decided))
  return caseId
}
