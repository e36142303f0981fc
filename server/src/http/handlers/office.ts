import { type Facts, type Misfit, misfitsOf, readSupplied } from '@banfa/policy/run'
import { permit } from '../../identity/index.ts'
import {
  day,
  type Json,
  listReads,
  listRecordAfter,
  type PartyId,
  parseId,
  type ReadId,
  type ReadTx,
  refusal,
} from '../../kernel/index.ts'
import {
  correctPayment,
  currentFacts,
  enterPayment,
  factHistory,
  getParty,
  keepLedger,
  listAlterations,
  listBars,
  listCarriers,
  listRecognitions,
  listTenancies,
  recordFact,
  searchParties,
} from '../../registries/index.ts'
import { getMeasure, listMeasures } from '../../rulebook/index.ts'
import type { Some } from '../call.ts'
import { type Asked, factValue, printedOf, tableOf } from '../present/fact.ts'
import { fenOf, presentLedger } from '../present/payment.ts'
import { reachParty } from './reach.ts'

const PAGE = 50

export const officeHandlers: Some<
  | 'searchParties'
  | 'viewParty'
  | 'viewFact'
  | 'verifyFact'
  | 'enterPayment'
  | 'correctPayment'
  | 'keepLedger'
  | 'readRecord'
  | 'listReads'
> = {
  searchParties: async (tx, { query }) => {
    permit(tx.actor, 'party.search')
    return (await searchParties(tx, { text: query.text, limit: 30 })).rows
  },
  viewParty: async (tx, { params }) => {
    const { party } = await reachParty(tx, parseId<PartyId>(params.id), 'party.read')
    return presentParty(tx, party.id)
  },
  viewFact: async (tx, { params }) => {
    const { party } = await reachParty(tx, parseId<PartyId>(params.id), 'party.read')
    const fact = await knownFact(tx, params.name)
    const { name, subject } = fact
    return (await factHistory(tx, { party: party.id, subject, name })).map((entry) => ({
      id: entry.id,
      value: factValue(entry.value),
      printed: printedOf(fact, entry.value),
      source: entry.source.title,
      recordedOn: entry.recordedOn,
      recordedBy: entry.recordedBy.name,
      verifiedOn: entry.verifiedOn,
      verifiedBy: entry.verifiedBy,
    }))
  },
  verifyFact: async (tx, { params, body }) => {
    const id = parseId<PartyId>(params.id)
    const { party, as } = await reachParty(tx, id, 'party.verify-facts')
    // Verified values come from the city or the office in charge, not from one that lies around it.
    if (as && as.level !== 'city' && as.office !== party.office) {
      refusal('identity.forbidden', { right: 'party.verify-facts' })
    }
    const fact = await knownFact(tx, body.name)
    refuseMisfit(fact, body.value)
    const office = as?.officeName ?? { zh: '', en: '' }
    await recordFact(tx, {
      party: party.id,
      subject: fact.subject,
      name: body.name,
      value: body.value,
      source: { kind: 'office', title: { zh: body.source, en: body.source } },
      verifiedBy: `${office.zh} ${tx.actor.kind === 'person' ? tx.actor.name : ''}`.trim(),
      as,
    })
    return presentParty(tx, party.id)
  },
  enterPayment: async (tx, { params, body }) => {
    const as = permit(tx.actor, 'payment.enter')
    const { pack, service, paidOn, reason } = body
    const party = parseId<PartyId>(params.id)
    await refuseUnpaid(tx, pack, service)
    const fen = fenOf(body.yuan)
    await enterPayment(tx, { party, pack, service, fen, paidOn: day(paidOn), reason, as })
    return presentParty(tx, party)
  },
  correctPayment: async (tx, { params, body }) => {
    const as = permit(tx.actor, 'payment.enter')
    const party = parseId<PartyId>(params.id)
    await correctPayment(tx, { party, payment: params.payment, reason: body.reason, as })
    return presentParty(tx, party)
  },
  keepLedger: async (tx, { body }) =>
    keepLedger(tx, { reason: body.reason, as: permit(tx.actor, 'ledger.keep') }),
  listReads: async (tx, { query }) => {
    permit(tx.actor, 'reads.read')
    const before = query.before === undefined ? null : parseId<ReadId>(query.before)
    const reads = await listReads(tx, { before, limit: PAGE })
    return {
      reads: reads.map(({ actor, ...read }) => ({ ...read, by: actor.name })),
      next: reads.length === PAGE ? (reads.at(-1)?.id ?? null) : null,
    }
  },
  readRecord: async (tx, { query }) => {
    permit(tx.actor, 'record.read', ownDistrict(tx))
    const after = query.after ?? 0
    const entries = await listRecordAfter(tx, after, PAGE)
    const last = entries.at(-1)
    return {
      entries: entries.map((entry) => ({
        seq: entry.seq,
        at: entry.at,
        on: entry.on,
        act: entry.act,
        by: entry.actor.name,
        office: entry.as?.officeName.zh ?? null,
        subject: entry.subject,
        reason: entry.reason ?? null,
        cite: entry.cite ?? null,
        hash: entry.hash,
      })),
      next: entries.length === PAGE && last ? last.seq : null,
    }
  },
}

/** The record is read as far as row-level security goes: an auditor's own district, or the zone. */
function ownDistrict({ actor }: ReadTx): { district?: string } {
  const posts = actor.kind === 'person' ? actor.posts : []
  const district = posts.find((post) => post.duties.includes('audit'))?.district
  return district ? { district } : {}
}

/** A party with all that is known of it, as its page shows it. */
export async function presentParty(tx: ReadTx, id: PartyId) {
  const [party, facts] = [await getParty(tx, id), await currentFacts(tx, id)]
  const known = await knownFacts(tx)
  return {
    party,
    facts: facts.map((record) => {
      const fact = known.get(record.name)
      return {
        name: record.name,
        title: fact?.title ?? { zh: record.name, en: record.name },
        ...kindOf(fact),
        value: factValue(record.value),
        printed: printedOf(fact, record.value),
        table: tableOf(fact, record.value),
        source: record.source.title,
        recordedOn: record.recordedOn,
        verifiedOn: record.verifiedOn,
        verifiedBy: record.verifiedBy,
        locked: record.locked,
      }
    }),
    recognitions: await listRecognitions(tx, id),
    bars: await listBars(tx, id),
    alterations: await listAlterations(tx, id),
    ...(await presentLedger(tx, id)),
    carriers: await listCarriers(tx, id),
    tenancies: await listTenancies(tx, id),
  }
}

/** What is entered belongs to a service that pays. */
async function refuseUnpaid(tx: ReadTx, pack: string, service: string): Promise<void> {
  const { program } = await getMeasure(tx, pack)
  if (!program.services[service]?.pays) refusal('case.service-not-found', { service })
}

function kindOf(asked: Asked | undefined) {
  if (asked && 'fields' in asked) return { type: 'records', unit: null }
  return { type: asked?.type ?? 'text', unit: asked?.unit ?? null }
}

async function knownFact(tx: ReadTx, name: string): Promise<Asked> {
  const fact = (await knownFacts(tx)).get(name)
  return fact ?? refusal('http.unknown-fact', { name }, { field: 'name' })
}

/** An office may put another value in place of a declared one, but only a value of the fact's type. */
function refuseMisfit(fact: Asked, value: Json): void {
  const [misfit] = misfitsIn(fact, value)
  if (!misfit) return
  const about = { field: 'value', next: misfit.says }
  refusal('http.fact-malformed', { title: fact.title.zh, titleEn: fact.title.en }, about)
}

function misfitsIn(asked: Asked, value: Json): readonly Misfit[] {
  if ('fields' in asked) return misfitsOf(asked, value as NonNullable<Facts[string]>)
  const read = readSupplied(asked, value)
  return 'misfit' in read ? [read.misfit] : []
}

/** The facts and records that any installed measure asks for, by name: the vocabulary as far as it is in use. */
async function knownFacts(tx: ReadTx): Promise<ReadonlyMap<string, Asked>> {
  const facts = new Map<string, Asked>()
  for (const { pack } of await listMeasures(tx)) {
    const { program } = await getMeasure(tx, pack)
    for (const fact of Object.values(program.facts)) facts.set(fact.name, fact)
    for (const list of Object.values(program.records)) facts.set(list.name, list)
  }
  return facts
}
