import { type CaseId, type NoticeId, views, type WhomToTell } from '../cases/index.ts'
import type { EventHandler, EventHandlers, PersonId, WriteTx, ZoneEvent } from '../kernel/index.ts'
import { erasePerson } from './erase-person.ts'
import { KINDS, type Kind } from './kinds.ts'
import { writeMessage } from './message-store.ts'
import { peopleToTell, wishesOf } from './recipients.ts'
import { tellWebhooks } from './tell-webhooks.ts'
import { wordNotification } from './wording.ts'

type Payload = {
  readonly case?: CaseId
  readonly notice?: NoticeId
  readonly number?: string
  readonly person?: PersonId
}

/**
 * Listeners that write, in the transaction that marks the event as delivered, one message to each
 * person who agreed to the kind and to each webhook that asked for it: none is lost, none doubled.
 * @param address where people reach the product, `https://banfa.example`
 */
export function outboxHandlers(address: string): EventHandlers {
  const told = KINDS.map((kind): [string, readonly EventHandler[]] => [
    kind.name,
    [(tx, event) => tellOf(tx, { kind, event, address })],
  ])
  return { ...Object.fromEntries(told), 'person.closed': [onPersonClosed] }
}

type Telling = { readonly kind: Kind; readonly event: ZoneEvent; readonly address: string }

async function tellOf(tx: WriteTx, telling: Telling): Promise<void> {
  const payload = telling.event.payload as Payload
  const cases = await casesOf(tx, payload)
  for (const about of cases) await tellPeople(tx, { ...telling, about, payload })
  await tellWebhooks(tx, { ...telling, cases })
}

async function casesOf(tx: WriteTx, payload: Payload): Promise<WhomToTell[]> {
  const ids = payload.notice
    ? await views.casesOnNotice(tx, payload.notice)
    : [payload.case].filter((one) => one !== undefined)
  const found = await Promise.all(ids.map((id) => views.whomToTell(tx, id)))
  return found.filter((one) => one !== null)
}

type TellingOne = Telling & { readonly about: WhomToTell; readonly payload: Payload }

async function tellPeople(tx: WriteTx, telling: TellingOne): Promise<void> {
  const { kind, event, address, about } = telling
  const people = await peopleToTell(tx, about, whom(kind, about))
  for (const wish of await wishesOf(tx, [...people.keys()], kind.name)) {
    const { subject, number, page } = shownTo(telling, people.get(wish.person) === 'office')
    await writeMessage(tx, {
      // Once a person, however many of their cases a notice lists.
      key: `${event.id} ${subject.id} ${wish.channel} ${wish.person}`,
      channel: wish.channel,
      kind: kind.name,
      person: wish.person,
      address: wish.address,
      ...wordNotification(kind, wish.language, {
        number: number ?? about.title[wish.language],
        link: `${address}${page}`,
        settings: `${address}/me`,
      }),
      about: subject,
      event: event.id,
    })
  }
}

function shownTo({ about, payload: { notice, number } }: TellingOne, isOffice: boolean) {
  if (notice) {
    return { subject: { kind: 'notice', id: notice }, number, page: `/notices/${notice}` }
  }
  const page = `/${isOffice ? 'office' : 'apply'}/cases/${about.id}`
  return { subject: { kind: 'case', id: about.id }, number: about.number, page }
}

/** A deadline is told to whoever it runs for, and to nobody else. */
function whom(kind: Kind, about: WhomToTell): Kind['told'] {
  if (kind.name !== 'clock.reminded') return kind.told
  return about.waitsForApplicant ? 'party' : 'office'
}

async function onPersonClosed(tx: WriteTx, event: ZoneEvent): Promise<void> {
  const { person } = event.payload as Payload
  if (person) await erasePerson(tx, person)
}
