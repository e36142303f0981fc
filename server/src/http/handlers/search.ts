import type { z } from 'zod'
import { views } from '../../cases/index.ts'
import { consultations } from '../../consultations/index.ts'
import { findCertificates, findLetters } from '../../documents/index.ts'
import { mayAct, permit } from '../../identity/index.ts'
import type { PartyId, ReadTx } from '../../kernel/index.ts'
import { meetings } from '../../meetings/index.ts'
import { listParties, type Party, searchParties } from '../../registries/index.ts'
import type { Some } from '../call.ts'
import { FOUND, type FoundLine } from '../contract/search.ts'
import { relationOf } from './reach.ts'

type Line = z.output<typeof FoundLine>
type Kind = (typeof FOUND)[number]

/** So many of a kind are shown. */
const FEW = 5
/** So many parties are looked up by name; a text that names more is looked for in other ways too. */
const NAMED = 100
/** One character is in everything. */
const LEAST = 2

export const searchHandlers: Some<'search'> = {
  search: async (tx, { query }) => {
    permit(tx.actor, 'search.find')
    const text = query.text.trim().toLowerCase()
    if (Array.from(text).length < LEAST) return []
    const found = await findAll(tx, text)
    return FOUND.flatMap((kind) => {
      const lines = found[kind]
      return lines.length === 0
        ? []
        : [{ kind, rows: lines.slice(0, FEW), more: lines.length > FEW }]
    })
  },
}

async function findAll(tx: ReadTx, text: string): Promise<Readonly<Record<Kind, Line[]>>> {
  const { rows, next } = await searchParties(tx, { text, limit: NAMED })
  const parties = await mayRead(tx, [...rows, ...(await ownNamed(tx, text))])
  const inCases = await views.find(tx, {
    text,
    parties: [...new Set(parties.map(({ id }) => id))],
    isCommon: next !== null,
  })
  const like = `%${text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  const numbered = /\d/.test(text) ? like : null
  return {
    case: inCases.cases.map((one) =>
      line(one.case_id, one.service_title, {
        caseId: one.case_id,
        number: one.number,
        party: one.party_name,
      }),
    ),
    party: parties.map(({ id, name, nameEn, creditCode }) =>
      line(id, { zh: name, en: nameEn ?? name }, { number: creditCode }),
    ),
    objection: inCases.objections.map(({ id, ...of }) => line(id, OBJECTION, of)),
    sanction: inCases.sanctions.map(({ title, ...of }) => line(of.caseId, title, of)),
    change: inCases.changes.map(({ title, ...of }) => line(of.caseId, title, of)),
    notice: inCases.notices.map(({ id, title, number }) => line(id, title, { number })),
    certificate: await certificatesOf(tx, { like: numbered, parties }),
    letter: await lettersOf(tx, { like: numbered, cases: inCases.cases.map((one) => one.case_id) }),
    meeting: (await meetings.find(tx, like)).map((one) =>
      line(one.id, { zh: one.title, en: one.title }, { number: one.number, on: one.held_on }),
    ),
    consultation: (await consultations.list(tx, like)).map((one) =>
      line(one.id, one.title, { number: one.number, on: one.opensOn }),
    ),
  }
}

const OBJECTION = { zh: '异议', en: 'Objection' }

function line(id: string, title: Line['title'], more: Partial<Line>): Line {
  return { caseId: null, number: null, party: null, on: null, ...more, id, title }
}

/** The viewer's own organisations are found however many others the text names. */
async function ownNamed(tx: ReadTx, text: string): Promise<Party[]> {
  const { actor } = tx
  const own = actor.kind === 'person' ? await listParties(tx, actor.parties) : []
  return own.filter((one) => `${one.name} ${one.creditCode ?? ''}`.toLowerCase().includes(text))
}

/** Row-level security shows every signed-in person the names; more of a party only by right (ADR 0020). */
async function mayRead(tx: ReadTx, parties: readonly Party[]): Promise<Party[]> {
  const each = new Map(parties.map((one) => [one.id, one]))
  return [...each.values()].filter((one) => mayAct(tx.actor, 'party.read', relationOf(one)))
}

async function certificatesOf(
  tx: ReadTx,
  { like, parties }: { readonly like: string | null; readonly parties: readonly Party[] },
): Promise<Line[]> {
  const own = parties.map(({ id }) => id)
  const found = await findCertificates(tx, { like, parties: own })
  const unasked = found.map(({ party }) => party).filter((id) => !own.includes(id))
  const readable = new Set<PartyId>([
    ...own,
    ...(await mayRead(tx, await listParties(tx, unasked))).map(({ id }) => id),
  ])
  return found
    .filter(({ party }) => readable.has(party))
    .map(({ number, title, holder, on }) => line(number, title, { number, party: holder, on }))
}

async function lettersOf(
  tx: ReadTx,
  of: { readonly like: string | null; readonly cases: readonly string[] },
): Promise<Line[]> {
  const found = await findLetters(tx, of)
  const open = await views.openable(tx, [...new Set(found.map(({ caseId }) => caseId))])
  return found.flatMap(({ id, caseId, number, title, on }) => {
    const about = open.find((one) => one.case_id === caseId)
    return about ? [line(id, title, { caseId, number, party: about.party_name, on })] : []
  })
}
