import { isBefore, type Program, rivalsOf } from '@banfa/policy/run'
import {
  columnsSql,
  factTables,
  POSTGRESQL,
  type SqlAnswers,
  type SqlQuestion,
} from '@banfa/policy/sql'
import { sql } from 'kysely'
import { type WriteTx, writer, type ZoneId } from '../kernel/index.ts'
import type { Among } from './entitlement.ts'
import type { Tables } from './entitlements-store.ts'

const text = (value: string): string => `'${value.replaceAll("'", "''")}'`
const column = (name: string): string => `a."${name.replaceAll('"', '""')}"`

/** The kept facts of one program as the tables its emitted query reads. */
export function sourcesOf(
  zone: ZoneId,
  program: Program,
  { after, last }: Among,
): SqlQuestion['from'] {
  const tables = factTables(program)
  const from = after === null ? '' : ` and m.party_id > ${text(after)}::uuid`
  const to = last === null ? '' : ` and m.party_id <= ${text(last)}::uuid`
  const kept = `m.zone_id = ${text(zone)} and m.digest = ${text(program.digest)}${from}${to}`
  const lists = Object.entries(tables.lists).map(([list, columns]) => [
    list,
    `(select m.party_id as ":firm", r.* from matched_facts m cross join lateral jsonb_to_recordset(m.lists -> ${text(list)}) as r(${columnsSql(columns, POSTGRESQL)}) where ${kept})`,
  ])
  const firms =
    tables.firms.length === 0
      ? `(select m.party_id as ":firm" from matched_facts m where ${kept})`
      : `(select m.party_id as ":firm", r.* from matched_facts m cross join lateral jsonb_to_record(m.facts) as r(${columnsSql(tables.firms, POSTGRESQL)}) where ${kept})`
  return { firms, lists: Object.fromEntries(lists) }
}

type Paid = { readonly services: SqlAnswers['services']; readonly own: string }

/** What `evaluateAmong` says of the money: 0 beside a higher that is met, null beside one that may be. */
function paidAmong(program: Program, service: string, { services, own }: Paid): string {
  const rivals = rivalsOf(program, service).flatMap((rival) => {
    const columns = services.find((one) => one.service === rival)
    if (!columns) return []
    const is = isBefore(program, rival, service) ? '>=' : '>'
    const higher = `${column(columns.payable)} ${is} ${column(own)}`
    return [{ answer: column(columns.answer), higher }]
  })
  if (rivals.length === 0) return column(own)
  const sure = rivals.map(({ answer, higher }) => `(${answer} = 'met' and ${higher})`)
  const open = rivals.map(
    ({ answer, higher }) => `(${answer} <> 'not-met' and coalesce(${higher}, true))`,
  )
  return `case when ${sure.join(' or ')} then 0 when ${open.join(' or ')} then null else ${column(own)} end`
}

/** Runs an emitted query over the kept facts and keeps its answers; says how many there are. */
export async function answerZone(
  tx: WriteTx,
  program: Program,
  { text: query, services }: SqlAnswers,
): Promise<number> {
  const rows = services.map(({ service, ...columns }) => {
    const kinds = (program.services[service]?.applicants ?? []).map(text)
    const { answer, codes, amount, payable } = columns
    const paid = paidAmong(program, service, { services, own: payable })
    return `(${text(service)}, array[${kinds.join(', ')}]::text[], ${[answer, codes, amount].map(column).join(', ')}, ${paid})`
  })
  const statement = `
    insert into entitlements (zone_id, party_id, district, pack, service, version, digest, on_day, answer, codes, amount, payable, answered_at)
    select ${text(tx.zone)}::uuid, a.":firm", m.district, ${text(program.pack)}, v.service, ${text(program.version)}, ${text(program.digest)},
      ${text(tx.today)}::date, v.answer, v.codes, trim_scale(v.amount), trim_scale(v.payable), ${text(tx.now)}::timestamptz
    from (${query}) a
    join matched_facts m on m.zone_id = ${text(tx.zone)} and m.digest = ${text(program.digest)} and m.party_id = a.":firm"
    cross join lateral (values ${rows.join(', ')}) as v(service, kinds, answer, codes, amount, payable)
    where m.party_kind = any (v.kinds)
    on conflict (zone_id, party_id, pack, service) do update set
      district = excluded.district, version = excluded.version, digest = excluded.digest, on_day = excluded.on_day, answer = excluded.answer,
      codes = excluded.codes, amount = excluded.amount, payable = excluded.payable, answered_at = excluded.answered_at`
  const { numAffectedRows } = await sql.raw(statement).execute(writer<Tables>(tx))
  return Number(numAffectedRows ?? 0n)
}
