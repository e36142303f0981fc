import { filters } from '../../src/cases/index.ts'
import { consultations } from '../../src/consultations/index.ts'
import {
  members,
  openSession,
  ownSignIn,
  powers,
  rightsDesk,
  secretBox,
  substitutes,
} from '../../src/identity/index.ts'
import { addDays, newId, type PartyId, type PersonActor, VISITOR } from '../../src/kernel/index.ts'
import { meetings } from '../../src/meetings/index.ts'
import { outbox, ownNotifications, webhooks } from '../../src/outbox/index.ts'
import { docxOf, paragraph } from '../docx.ts'
import type { Zone } from '../zone.ts'
import type { WalkedOffice } from './zone.ts'

const WORDS = { zh: '办理事项', en: 'A matter' }

/** The things that addresses outside a case name; each exists, so that a right to it is tried on it. */
export async function placeThings(at: WalkedOffice) {
  const { zone, own, people } = at
  return {
    meeting: await aMeeting(at),
    ...(await aWebhook(zone, people['system administrator'])),
    ...(await aConsultation(at)),
    ...(await ofTheOrganisation(zone, own)),
    ...(await ofTheOffices(at)),
  }
}

/** With the reviewed case on its agenda; the member is there. */
async function aMeeting({ zone, city, signer, people, cases }: WalkedOffice) {
  const member = people['meeting member']
  const reviewed = cases.filter((one) => one.at === 'reviewed').map(({ id }) => id)
  return zone.writing(city, async (tx) => {
    const id = await meetings.convene(tx, {
      ...{ title: '第一次审议会', heldOn: tx.today, at: '10:00', place: '三楼会议室' },
      ...{ chair: city.person, quorum: 2, cases: reviewed },
      members: [city.person, signer.person, member.person],
    })
    await meetings.attend(tx, { id, present: [city.person, member.person] })
    return id
  })
}

async function aWebhook(zone: Zone, administrator: PersonActor) {
  const box = secretBox(Buffer.alloc(32, 7))
  const url = 'https://hooks.example/banfa'
  return zone.writing(administrator, async (tx) => {
    const { id } = await webhooks.add(tx, { title: '平台', url, kinds: ['case.decided'], box })
    const address = { email: 'somebody@example.cn', language: 'zh' as const }
    await ownNotifications.enterEmail(tx, { ...address, address: 'https://banfa.example' })
    return { webhook: id, message: (await outbox.list(tx, {})).rows[0]?.id ?? newId() }
  })
}

/** Open for comment, with a draft in Word and one comment. */
async function aConsultation({ zone, city }: WalkedOffice) {
  const articles = ['第一条 为了规范管理，制定本办法。', '第二条 场地面积不少于三百平方米。']
  const bytes = await docxOf(articles.map((line) => paragraph(line)).join(''))
  const id = await zone.writing(city, async (tx) => {
    const made = await consultations.prepare(tx, {
      title: { zh: '公开征求意见', en: 'Comments asked for' },
      ...{ draft: null, note: '起草说明。', contact: '法规处，0991-0000000', shortened: null },
      ...{ opensOn: tx.today, closesOn: addDays(tx.today, 40) },
    })
    await consultations.handInDraft(tx, { id: made, fileName: '草案.docx', bytes })
    return made
  })
  await zone.writing(city, (tx) => consultations.publish(tx, id))
  const comment = await zone.writing(VISITOR, (tx) =>
    consultations.comment(tx, {
      ...{ id, article: null, says: '建议写明口径。' },
      ...{ name: '市民李某', contact: '13922222222' },
    }),
  )
  const { files } = await zone.reading(city, (tx) => consultations.view(tx, id))
  const prepared = await zone.writing(city, (tx) =>
    consultations.prepare(tx, {
      title: { zh: '尚未公布的征求意见', en: 'Not published yet' },
      ...{ draft: null, note: '起草说明。', contact: '法规处，0991-0000000', shortened: null },
      ...{ opensOn: tx.today, closesOn: addDays(tx.today, 40) },
    }),
  )
  return { consultation: id, prepared, comment, consultationFile: files[0]?.id ?? newId() }
}

/** What the applicant of the walked organisations has: an invitation, a session, a filter. */
async function ofTheOrganisation(zone: Zone, own: PersonActor) {
  const [party] = own.parties as readonly [PartyId]
  const invitation = await zone.writing(own, (tx) =>
    members.invite(tx, { party, part: 'editor', invited: '新同事' }),
  )
  const { token } = await zone.asSystem((tx) => openSession(tx, own.person))
  const { sessions } = await ownSignIn.view(zone.kernel, { actor: own, token })
  const [filter] = await zone.writing(own, (tx) =>
    filters.keep(tx, { name: '在办', filter: { stage: 'filed' } }),
  )
  return { invitation, session: sessions[0]?.id ?? newId(), filter: filter?.id ?? newId() }
}

/** Posts, a mandate, a substitution, a power, as the administrators find them. */
async function ofTheOffices({ zone, people, city }: WalkedOffice) {
  const [office] = city.posts
  const [held] = people['city handler'].posts
  const [substituted] = people.substitute.posts.filter((post) => post.inPlaceOf)
  if (!office || !held || !substituted) throw new Error('posts are missing')
  const administrator = people['security administrator']
  const mandates = await zone.reading(administrator, rightsDesk.listMandates)
  const substitutions = await zone.reading(administrator, substitutes.list)
  const power = await zone.asSystem((tx) =>
    powers.write(tx, {
      ...{ matter: WORDS, kind: 'service', level: 'city', office: office.office },
      ...{ share: { zh: '', en: '' }, law: '条例', cite: '第5条', from: tx.today },
      ...{ pack: null, service: null },
    }),
  )
  return {
    office: office.office,
    post: held.id,
    substituted: substituted.id,
    mandate: mandates.find((one) => one.endedOn === null)?.id ?? newId(),
    substitution: substitutions[0]?.id ?? newId(),
    power,
  }
}
