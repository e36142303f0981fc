import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openCaseOffice, useDocuments } from '../../testing/case-office.ts'
import { type MailHost, openMailHost } from '../../testing/mail-host.ts'
import { aVersion } from '../../testing/measure-versions.ts'
import { clocks, migrations } from '../cases/index.ts'
import { remind } from '../clocks/index.ts'
import { administration } from '../identity/index.ts'
import { type Actor, addDays, deliverEvents, type PersonActor } from '../kernel/index.ts'
import { enact, install } from '../rulebook/index.ts'
import {
  type Channels,
  deliverDue,
  mailChannel,
  outbox,
  outboxHandlers,
  ownNotifications,
} from './index.ts'

useDocuments()

const ADDRESS = 'https://banfa.example'
let host: MailHost

beforeAll(async () => {
  host = await openMailHost()
})
afterAll(() => host.close())

async function anOffice() {
  const office = await openCaseOffice()
  const { kernel, clock } = office.zone
  const from = 'Banfa <banfa@kjj.example>'
  const mail = mailChannel({ url: host.url, from, allowPlain: true })
  const channels: Channels = { email: mail }
  const send = (through: Channels = channels) => deliverDue(kernel, through)
  const hear = () => deliverEvents(kernel, outboxHandlers(ADDRESS))
  const administrator = await office.zone.anOfficer({ duties: ['administer'] })
  const listed = () =>
    office.zone.reading(administrator, async (tx) => (await outbox.list(tx, {})).rows)
  const subscribe = async (person: PersonActor, email: string, kinds: readonly string[]) => {
    const language = 'zh' as const
    const entered = { email, language, address: ADDRESS }
    await office.zone.writing(person, (tx) => ownNotifications.enterEmail(tx, entered))
    await send()
    const token = /confirm\/(\S+)/.exec(host.textTo(email).at(-1) ?? '')?.[1] ?? ''
    await ownNotifications.confirm(kernel, token)
    await office.zone.writing(person, (tx) => ownNotifications.choose(tx, { kinds, language }))
  }
  return { ...office, clock, channels, send, hear, administrator, listed, subscribe }
}

type Office = Awaited<ReturnType<typeof anOffice>>

async function anAcceptance(at: Office, email: string) {
  await at.subscribe(at.applicant, email, ['case.accepted'])
  host.forget()
  await at.aCaseAt('accepted')
  await at.hear()
}

describe('people are told of what they agreed to', () => {
  test('an acceptance reaches the party once, with the number, a link and no name', async () => {
    const at = await anOffice()
    await anAcceptance(at, 'li@firm.example')
    await at.hear()
    await at.send()
    await at.send()
    const [text, ...more] = host.textTo('li@firm.example')
    expect(more).toEqual([])
    expect(text).toMatch(/申报件 .+已受理/)
    expect(text).toContain(`${ADDRESS}/apply/cases/`)
    expect(text).not.toMatch(/申报人|区经办|丝路启航/)
  })

  test('who agreed to nothing, or never confirmed the address, is told nothing', async () => {
    const at = await anOffice()
    const email = 'unconfirmed@firm.example'
    const wish = { email, language: 'zh', address: ADDRESS } as const
    await at.zone.writing(at.applicant, (tx) => ownNotifications.enterEmail(tx, wish))
    const kinds = ['case.accepted']
    await at.zone.writing(at.applicant, (tx) =>
      ownNotifications.choose(tx, { kinds, language: 'zh' }),
    )
    await at.subscribe(at.district, 'agreed-to-nothing@kjj.example', [])
    host.forget()
    await at.aCaseAt('accepted')
    await at.hear()
    await at.send()
    expect(host.received()).toEqual([])
  })

  test('a case put under another version is told to its party', async () => {
    const at = await anOffice()
    const email = 'moved@firm.example'
    await at.subscribe(at.applicant, email, ['case.migrated'])
    host.forget()
    const caseId = await at.aCaseAt('filed')
    const { pack, version: to } = aVersion({ version: '2026.2' })
    await at.zone.asSystem(async (tx) => {
      await install(tx, aVersion({ version: to }))
      await enact(tx, { pack, version: to, from: addDays(tx.today, 1), reason: '新版本施行' })
    })
    at.zone.setToday(addDays(at.clock.today(), 1))
    await at.zone.writing(at.signer, (tx) =>
      migrations.migrate(tx, { pack, to, cases: [caseId], reason: '现行版本更为有利。' }),
    )
    await at.hear()
    await at.send()
    expect(host.textTo(email)).toEqual([expect.stringMatching(/申报件 .+已改按现行版本办理/)])
  })

  test('a filing is told to the officers it waits for, and to no other district', async () => {
    const at = await anOffice()
    await at.subscribe(at.district, 'right@kjj.example', ['case.filed'])
    await at.subscribe(at.otherDistrict, 'other@kjj.example', ['case.filed'])
    host.forget()
    await at.aCaseAt('filed')
    await at.hear()
    await at.send()
    expect(host.received().map(({ to }) => to)).toEqual(['right@kjj.example'])
  })

  test('a link confirms once and not after a day', async () => {
    const at = await anOffice()
    await at.subscribe(at.applicant, 'once@firm.example', [])
    const token = /confirm\/(\S+)/.exec(host.textTo('once@firm.example').at(-1) ?? '')?.[1] ?? ''
    const confirm = (one: string) => ownNotifications.confirm(at.zone.kernel, one)
    await expect(confirm(token)).rejects.toMatchObject({ code: 'outbox.link.not-found' })
    const wish = { email: 'late@firm.example', language: 'en', address: ADDRESS } as const
    await at.zone.writing(at.applicant, (tx) => ownNotifications.enterEmail(tx, wish))
    await at.send()
    const late = /confirm\/(\S+)/.exec(host.textTo(wish.email)[0] ?? '')?.[1] ?? ''
    at.clock.advance(24 * 60 * 60 + 1)
    await expect(confirm(late)).rejects.toMatchObject({ code: 'outbox.link.not-found' })
    const mine = await at.zone.reading(at.applicant, ownNotifications.view)
    expect(mine.email).toBe('once@firm.example')
  })

  test('whoever is closed is forgotten, in what was sent too', async () => {
    const at = await anOffice()
    await anAcceptance(at, 'gone@firm.example')
    const gone = { person: at.applicant.person, reason: '离职停用', open: false }
    await at.zone.writing(at.administrator, (tx) => administration.closePerson(tx, gone))
    await at.hear()
    await at.send()
    expect(host.received()).toEqual([])
    expect((await at.listed()).map(({ to }) => to)).toEqual([null, null])
  })
})

describe('nothing is lost and nothing doubled', () => {
  test('a greylisted message is tried again and delivered once, under one Message-ID', async () => {
    const at = await anOffice()
    await anAcceptance(at, 'grey@firm.example')
    host.answerNext(451, 'greylisted, come back')
    await at.send()
    expect(await at.listed()).toMatchObject([{ stands: 'waiting' }, {}])
    await at.send()
    expect(host.received()).toEqual([])
    at.clock.advance(10)
    await at.send()
    const [row] = await at.listed()
    expect(row?.attempts.map(({ outcome }) => outcome)).toEqual(['delayed', 'delivered'])
    expect(host.received()[0]?.text).toContain(`<${row?.id}@kjj.example>`)
  })

  test('a message refused for good waits for a person, who sends it again', async () => {
    const at = await anOffice()
    await anAcceptance(at, 'full@firm.example')
    host.answerNext(550, 'no such mailbox')
    await at.send()
    const [row] = await at.listed()
    expect(row).toMatchObject({ stands: 'set-aside', to: 'f•••@firm.example' })
    expect(row?.attempts[0]?.told).toContain('no such mailbox')
    if (!row) throw new Error('no message')
    const again = (by: Actor) => at.zone.writing(by, (tx) => outbox.sendAgain(tx, row.id))
    await expect(again(at.city)).rejects.toMatchObject({ code: 'identity.forbidden' })
    await again(at.administrator)
    await at.send()
    expect(host.textTo('full@firm.example')).toHaveLength(1)
    await expect(again(at.administrator)).rejects.toMatchObject({
      code: 'outbox.not-set-aside-conflict',
    })
  })

  test('with the mail server gone everything waits; when it is back all arrives', async () => {
    const at = await anOffice()
    await anAcceptance(at, 'patient@firm.example')
    await host.goAway()
    await at.send()
    expect(await at.listed()).toMatchObject([{ stands: 'waiting' }, { stands: 'delivered' }])
    await host.comeBack()
    at.clock.advance(10)
    await at.send()
    expect(host.textTo('patient@firm.example')).toHaveLength(1)
  })

  test('a server that stays away sets the message aside after ten attempts', async () => {
    const at = await anOffice()
    await anAcceptance(at, 'never@firm.example')
    await host.goAway()
    for (let round = 0; round < 12; round += 1) {
      await at.send()
      at.clock.advance(110_000)
    }
    await host.comeBack()
    const [row] = await at.listed()
    expect(row?.stands).toBe('set-aside')
    expect(row?.attempts).toHaveLength(10)
  })

  test('a sender killed between sending and noting it sends again, under the same id', async () => {
    const at = await anOffice()
    await anAcceptance(at, 'twice@firm.example')
    const ids: string[] = []
    const killed = new Promise<never>(() => {})
    const send = (message: { id: string }) => {
      ids.push(message.id)
      return killed
    }
    at.send({ email: { send } }).catch(() => {})
    await expect.poll(() => ids.length).toBe(1)
    expect(await at.send()).toBe(0)
    at.clock.advance(601)
    expect(await at.send()).toBe(1)
    expect(host.received()[0]?.text).toContain(`<${ids[0]}@`)
  })

  test('without a mail server messages are kept, said so, and can be sent later', async () => {
    const at = await anOffice()
    await anAcceptance(at, 'later@firm.example')
    await at.send({})
    expect(await at.listed()).toMatchObject([{ stands: 'kept' }, {}])
  })

  test('a limit near its end is told to its office; one that is past to the superior office too', async () => {
    const at = await anOffice()
    const people = {
      right: at.district,
      other: at.otherDistrict,
      city: at.city,
      mine: at.applicant,
    }
    for (const [name, person] of Object.entries(people)) {
      await at.subscribe(person, `${name}@x.example`, ['clock.reminded'])
    }
    await at.aCaseAt('filed')
    const toldOn = async (today: string) => {
      host.forget()
      at.zone.setToday(today)
      await at.zone.asSystem(async (tx) => remind(tx, await clocks.due(tx)))
      await at.hear()
      await at.send()
      return host.received().map(({ to }) => to)
    }
    // Five working days to accept, from 2 March.
    expect(await toldOn('2026-03-06')).toEqual(['right@x.example'])
    expect((await toldOn('2026-03-10')).toSorted()).toEqual(['city@x.example', 'right@x.example'])
  })
})
