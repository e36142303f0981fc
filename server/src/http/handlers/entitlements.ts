import { supplierInWords } from '@banfa/policy/run'
import { calls } from '../../cases/index.ts'
import { listOffices, permit } from '../../identity/index.ts'
import { type PartyId, parseId, type ReadTx, refusal, type Words } from '../../kernel/index.ts'
import { listParties } from '../../registries/index.ts'
import {
  countEntitlements,
  type Entitlement,
  type EntitlementsAsked,
  explainedEntitlements,
  findPass,
  getMeasure,
  listEntitlements,
} from '../../rulebook/index.ts'
import type { Some } from '../call.ts'
import { csvOf } from '../present/csv.ts'
import { presentOutcome } from '../present/outcome.ts'
import { ownDistrict, reachParty } from './reach.ts'

const PAGE = 50
/** What one file holds: more is a job for `banfa match --database`. */
const MOST = 50_000

export const entitlementHandlers: Some<
  'viewEntitlements' | 'countEntitlements' | 'listEntitlements' | 'exportEntitlements'
> = {
  viewEntitlements: async (tx, { params }) => {
    const id = parseId<PartyId>(params.id)
    const { party } = await reachParty(tx, id, 'entitlement.read')
    return { party, rows: await explainedRows(tx, party.id) }
  },
  countEntitlements: async (tx) => {
    permit(tx.actor, 'entitlement.list', ownDistrict(tx))
    const pass = await findPass(tx)
    return {
      pass: pass && { on: pass.on, parties: pass.parties, done: pass.doneAt !== null },
      services: await countedServices(tx),
    }
  },
  listEntitlements: async (tx, { params, query }) => {
    permit(tx.actor, 'entitlement.list', ownDistrict(tx))
    const { after, ...filter } = query
    const from = after === undefined ? null : parseId<PartyId>(after)
    const found = await listEntitlements(tx, { ...params, ...filter, after: from, limit: PAGE })
    const last = found.at(-1)
    return {
      rows: await namedRows(tx, found),
      next: found.length === PAGE && last ? last.party : null,
    }
  },
  exportEntitlements: async (tx, { params, query }) => {
    permit(tx.actor, 'entitlement.list', ownDistrict(tx))
    const bytes = await fileOf(tx, { ...params, ...query, after: null, limit: 1_000 })
    const name = `${params.pack}-${params.service}-${tx.today}.csv`
    return { bytes, media: 'text/csv; charset=utf-8', name, inline: false }
  },
}

async function explainedRows(tx: ReadTx, party: PartyId) {
  const open = (await calls.list(tx)).filter(({ state }) => state === 'open')
  return (await explainedEntitlements(tx, party)).map(
    ({ entitlement, outcome, program, repair }) => {
      const { pack, service, version, on, answer } = entitlement
      const served = program.services[service]
      const call = open.find(
        (one) => one.pack === pack && one.services.some(({ name }) => name === service),
      )
      const { findings, pays } = presentOutcome(program, outcome)
      const waits = findings.filter((one) => one.of.length === 0).flatMap(({ missing }) => missing)
      const missing = [...new Map(waits.map((one) => [one.fact, one])).values()]
      return {
        ...{ pack, version, service, on, answer, findings },
        measure: program.title,
        title: served?.title ?? { zh: service, en: service },
        cite: served?.cite ?? '',
        pays: answer === 'not-met' ? null : pays,
        missing: missing.map((one) => ({
          ...one,
          supplier: supplierInWords(program, one.from),
        })),
        repair: repair && {
          reaches: repair.reaches,
          changes: repair.changes.map(({ cites, says }) => ({ cites, says })),
        },
        call: call?.id ?? null,
        applicable: (served?.route.length ?? 0) > 0,
      }
    },
  )
}

async function countedServices(tx: ReadTx) {
  const [counts, named] = [await countEntitlements(tx), await districtNames(tx)]
  const byService = Map.groupBy(counts, ({ pack, service }) => `${pack}/${service}`)
  const services = []
  for (const own of byService.values()) {
    const [first] = own
    if (!first) continue
    const { pack, service, version, on } = first
    const { program } = await getMeasure(tx, pack, version)
    const served = program.services[service]
    services.push({
      ...{ pack, service, version, on, measure: program.title },
      title: served?.title ?? { zh: service, en: service },
      cite: served?.cite ?? '',
      counts: own.map(({ district, answer, parties, payable }) => ({
        ...{ district, answer, parties, payable },
        districtName: named(district),
      })),
    })
  }
  return services
}

async function namedRows(tx: ReadTx, found: readonly Entitlement[]) {
  const parties = await listParties(
    tx,
    found.map(({ party }) => party),
  )
  const [byId, named] = [new Map(parties.map((one) => [one.id, one])), await districtNames(tx)]
  return found.map(({ party, district, answer, amount, payable, version, on }) => ({
    ...{ party, answer, version, on, districtName: named(district) },
    name: byId.get(party)?.name ?? '',
    creditCode: byId.get(party)?.creditCode ?? null,
    // What a refused party would have been paid is nobody's entitlement.
    amount: answer === 'not-met' ? null : amount,
    payable: answer === 'not-met' ? null : payable,
  }))
}

const OUTSIDE: Words = { zh: '市外', en: 'outside the city' }

/** A district as its office is called. */
async function districtNames(tx: ReadTx): Promise<(district: string | null) => Words> {
  const offices = (await listOffices(tx)).filter(({ level }) => level === 'district')
  const names = new Map(offices.map(({ district, name }) => [district, name]))
  return (district) =>
    district === null ? OUTSIDE : (names.get(district) ?? { zh: district, en: district })
}

const HEAD = ['统一社会信用代码', '名称', '区县', '结论', '金额', '应付', '答复日', '版本']
const WORDS = { met: '符合', 'not-met': '不符合', unknown: '待补充', unavailable: '暂不可得' }

/** Page after page, so many at most. */
async function fileOf(tx: ReadTx, asked: EntitlementsAsked): Promise<Buffer> {
  const lines: (string | null)[][] = []
  for (let after: PartyId | null = null; ; ) {
    const found = await listEntitlements(tx, { ...asked, after })
    for (const row of await namedRows(tx, found)) {
      const { creditCode, name, districtName, answer, amount, payable, on, version } = row
      lines.push([creditCode, name, districtName.zh, WORDS[answer], amount, payable, on, version])
    }
    if (lines.length > MOST) refusal('http.list-too-long', { most: MOST })
    const last = found.at(-1)
    if (!last || found.length < asked.limit) return csvOf(HEAD, lines)
    after = last.party
  }
}
