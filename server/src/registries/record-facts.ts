import {
  announce,
  canonicalJson,
  type Json,
  newId,
  record,
  refusal,
  sealRows,
  type WriteTx,
} from '../kernel/index.ts'
import type { FactEntry, FactRecord, FactsInput, NewFact, Period } from './fact.ts'
import { insertFacts, selectCurrent } from './facts-store.ts'
import { getParty } from './get-party.ts'
import { FACTS } from './sealed.ts'

export type FactInput = NewFact & Omit<FactsInput, 'facts'>

/** One fact; see recordFacts. Answers null when the register says the same already. */
export async function recordFact(tx: WriteTx, input: FactInput): Promise<FactEntry | null> {
  const { subject, name, value, period = null, ...about } = input
  const [entry] = await recordFacts(tx, { ...about, facts: [{ subject, name, value, period }] })
  return entry ?? null
}

/**
 * Adds values to what is known of a party; nothing is ever changed in place. What the register
 * says already is left out, so that saying it twice changes nothing. An applicant who contradicts
 * a verified value is refused: `registries.fact-locked` names the value, who verified it and when.
 * Whoever rests on facts hears of new ones by `facts.recorded`.
 */
export async function recordFacts(tx: WriteTx, input: FactsInput): Promise<FactEntry[]> {
  const party = await getParty(tx, input.party)
  const known = await selectCurrent(tx, party.id)
  const news = input.facts.filter((fact) => isNew(fact, findKnown(known, fact), input))
  refuseLocked(news, known, input)
  const entries = news.map((fact) => entryOf(tx, fact, input))
  await insertFacts(tx, party.id, entries)
  await sealRows(
    tx,
    FACTS,
    entries.map(({ id }) => id),
  )
  const verified = entries.filter((entry) => entry.verifiedOn !== null)
  if (verified.length > 0) {
    await record(tx, {
      act: 'facts.verify',
      subject: { kind: 'party', id: party.id },
      as: input.as ?? null,
      detail: { source: input.source.title, facts: verified.map(({ id, name }) => ({ id, name })) },
    })
  }
  if (entries.length > 0) {
    const names = [...new Set(entries.map((entry) => entry.name))]
    await announce(tx, { type: 'facts.recorded', payload: { party: party.id, names } })
  }
  return entries
}

function findKnown(known: readonly FactRecord[], fact: NewFact): FactRecord | undefined {
  return known.find(
    (one) => one.subject === fact.subject && one.name === fact.name && covers(one, fact),
  )
}

/** A standing value is about any period; otherwise only the same period is the same fact. */
function covers(known: FactRecord, fact: NewFact): boolean {
  return known.period === null || samePeriod(known.period, fact.period ?? null)
}

function samePeriod(one: Period | null, other: Period | null): boolean {
  return one?.from === other?.from && one?.until === other?.until
}

function isNew(fact: NewFact, known: FactRecord | undefined, input: FactsInput): boolean {
  if (!known || canonicalJson(known.value) !== canonicalJson(fact.value)) return true
  // An office confirming a declared value is news; anybody repeating what stands is not.
  return Boolean(input.verifiedBy) && known.verifiedBy !== input.verifiedBy
}

function refuseLocked(
  news: readonly NewFact[],
  known: readonly FactRecord[],
  input: FactsInput,
): void {
  if (input.source.kind !== 'applicant') return
  if (input.verifiedBy) refusal('registries.self-verified')
  const locks = news.flatMap((fact) => findKnown(known, fact) ?? []).filter((one) => one.locked)
  const [lock] = locks
  if (!lock) return
  const names = locks.map((one) => one.name)
  const params = {
    names,
    by: lock.verifiedBy ?? '',
    on: lock.verifiedOn ?? '',
    value: said(lock.value),
  }
  refusal('registries.fact-locked', params, { field: names })
}

function said(value: Json): string {
  return typeof value === 'string' ? value : canonicalJson(value)
}

function entryOf(tx: WriteTx, fact: NewFact, input: FactsInput): FactEntry {
  return {
    id: newId<FactEntry['id']>(),
    subject: fact.subject,
    name: fact.name,
    value: fact.value,
    source: input.source,
    period: fact.period ?? null,
    recordedOn: tx.today,
    recordedAt: tx.now,
    recordedBy: recorder(tx),
    verifiedOn: input.verifiedBy ? tx.today : null,
    verifiedBy: input.verifiedBy ?? null,
  }
}

function recorder({ actor }: WriteTx): FactEntry['recordedBy'] {
  if (actor.kind === 'person') return { id: actor.person, name: actor.name }
  return { id: null, name: actor.kind === 'system' ? actor.job : 'visitor' }
}
