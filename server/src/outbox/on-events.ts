import { type CaseId, type NoticeId, views, type WhomToTell } from '../cases/index.ts'
import type { EventHandler, EventHandlers, PersonId, WriteTx, ZoneEvent } from '../kernel/index.ts'
import { erasePerson } from './erase-person.ts'
import { KINDS, type Kind } from './kinds.ts'
import { writeMessage } from './message-store.ts'
import { type Desk, peopleToTell, wishesOf } from './recipients.ts'
import { tellWebhooks } from './tell-webhooks.ts'
import { wordNotification } from './wording.ts'

type Payload = {
  readonly case?: CaseId
  readonly notice?: NoticeId
  readonly number?: string
  readonly person?: PersonId
  /** Keys of the offices it is for; `applicant` is the party. */
  readonly offices?: readonly string[]
  readonly experts?: readonly PersonId[]
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
  const found = await Promise.all(ids.map((id) => views.whomToTell(tx, id, payload.offices)))
  return found.filter((one) => one !== null)
}

type TellingOne = Telling & { readonly about: WhomToTell; readonly payload: Payload }

async function tellPeople(tx: WriteTx, telling: TellingOne): Promise<void> {
  const { kind, event, address, about } = telling
  const people = await peopleOf(tx, telling)
  for (const wish of await wishesOf(tx, [...people.keys()], kind.name)) {
    const { subject, number, page } = shownTo(telling, people.get(wish.person))
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

function peopleOf(tx: WriteTx, { kind, about, payload }: TellingOne) {
  if (kind.told !== 'expert') return peopleToTell(tx, about, whom(kind, about, payload))
  return new Map((payload.experts ?? []).map((person): [PersonId, Desk] => [person, 'expert']))
}

function shownTo({ about, payload: { notice, number } }: TellingOne, desk: Desk | undefined) {
  if (notice) {
    return { subject: { kind: 'notice', id: notice }, number, page: `/notices/${notice}` }
  }
  const of = { subject: { kind: 'case', id: about.id }, number: about.number }
  if (desk === 'expert') return { ...of, page: '/office' }
  return { ...of, page: `/${desk === 'office' ? 'office' : 'apply'}/cases/${about.id}` }
}

/** Where the event names its offices only they are told, and the party only if it is among them. */
function whom({ told }: Kind, about: WhomToTell, { offices }: Payload): Kind['told'] {
  if (told !== 'both' || !offices) return told
  if (!about.waitsForApplicant) return 'office'
  return about.offices.length > 0 ? 'both' : 'party'
}

async function onPersonClosed(tx: WriteTx, event: ZoneEvent): Promise<void> {
  const { person } = event.payload as Payload
  if (person) await erasePerson(tx, person)
}
