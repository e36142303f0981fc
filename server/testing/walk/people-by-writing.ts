import { delegations } from '../../src/cases/index.ts'
import {
  actorOfPerson,
  addMembership,
  areas,
  findOffice,
  substitutes,
} from '../../src/identity/index.ts'
import { addDays, day, type PersonActor, type WriteTx } from '../../src/kernel/index.ts'
import { DISTRICT, type openCaseOffice } from '../case-office.ts'
import type { Zone } from '../zone.ts'

type Office = Awaited<ReturnType<typeof openCaseOffice>>

const UNTIL = day('2026-12-31')
/** A functional zone 功能区 that lies in the walked district. */
const FUNCTIONAL_ZONE = '650171'

/** People whose rights hang on something written: an area, a substitution, a mandate, two memberships. */
export async function peopleByWriting(office: Office, own: PersonActor) {
  const { zone } = office
  const security = await zone.anOfficer({ duties: ['grant'], name: '委托管理' })
  await zone.asSystem(drawAreas)
  await zone.writing(security, (tx) => mandateTo(tx, office.federation, [DISTRICT]))
  const again = (person: PersonActor) => asNow(zone, person)
  return {
    'functional zone': await zone.anOfficer({ district: FUNCTIONAL_ZONE, name: '功能区经办' }),
    'pack editor': await zone.anOfficer({
      office: 'regulations-office',
      level: 'city',
      duties: ['handle', 'decide'],
      name: '法规编制',
    }),
    substitute: await again(await substituteOf(office)),
    'meeting member': await zone.anOfficer({ duties: ['handle'], name: '审议委员' }),
    'of two organisations': await again(await ofTwo(zone, own)),
  }
}

/** The person with what was written since. */
async function asNow(zone: Zone, { person }: PersonActor): Promise<PersonActor> {
  const actor = await zone.asSystem((tx) => actorOfPerson(tx, person))
  if (!actor) throw new Error('the person is gone')
  return actor
}

async function drawAreas(tx: WriteTx): Promise<void> {
  const name = { zh: '区域', en: 'Area' }
  await areas.write(tx, { code: DISTRICT, kind: 'district', name, districts: [] })
  const zone = { code: FUNCTIONAL_ZONE, kind: 'functional-zone', name } as const
  await areas.write(tx, { ...zone, districts: [DISTRICT] })
}

/** 委托书: to deliberate, in these districts. */
export async function mandateTo(tx: WriteTx, to: PersonActor, districts: readonly string[]) {
  const from = await findOffice(tx, 'city-bureau', null)
  const [post] = to.posts
  if (!from || !post) throw new Error('nobody to delegate')
  return delegations.give(tx, {
    number: `乌科函〔2026〕${districts.join()}号`,
    pack: 'small-measure',
    delegation: 'hold-deliberations',
    fromOffice: from.id,
    toOffice: post.office,
    acts: ['deliberate'],
    districts,
    from: tx.today,
    until: UNTIL,
  })
}

/** A colleague who handles, in the place of one who signs and is away. */
async function substituteOf({ zone }: Office): Promise<PersonActor> {
  const away = await zone.anOfficer({ duties: ['decide'], name: '外出签发' })
  const colleague = await zone.anOfficer({ duties: ['handle'], name: '代行经办' })
  const [post] = away.posts
  if (!post) throw new Error('no post')
  await zone.writing(away, (tx) =>
    substitutes.arrange(tx, {
      ...{ post: post.id, substitute: colleague.person },
      ...{ from: tx.today, until: UNTIL, reason: '外出学习。' },
    }),
  )
  return colleague
}

/** Owns another organisation and only looks at the walked ones. */
async function ofTwo(zone: Zone, own: PersonActor): Promise<PersonActor> {
  const person = await zone.anApplicant({ name: '两家单位' })
  await zone.asSystem(async (tx) => {
    for (const party of own.parties) {
      const from = addDays(tx.today, -1)
      await addMembership(tx, { person: person.person, party, part: 'viewer', from })
    }
  })
  return person
}
