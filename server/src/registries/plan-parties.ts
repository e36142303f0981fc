import { Refusal, refusal } from '../kernel/index.ts'
import { isCreditCode } from './credit-code.ts'
import { PARTY_KINDS, type PartyKind } from './party.ts'
import { parseParty } from './register-party.ts'

/** An organisation as a row of a table names it. */
export type PartyRow = {
  readonly name: string
  readonly creditCode: string
  /** GB/T 2260 code. */
  readonly district: string
  readonly kind: PartyKind
}

export type PartyLine = {
  /** The row as spreadsheets count, the head being 1. */
  readonly row: number
  readonly given: PartyRow
  /** What is wrong with it, the first thing; null when it can be entered. */
  readonly refused: Refusal | null
}

/** How the columns of a table may be headed. */
const HEADS: Readonly<Record<keyof PartyRow, readonly string[]>> = {
  name: ['名称', '单位名称', '企业名称', 'name'],
  creditCode: ['统一社会信用代码', '信用代码', 'credit code', 'creditcode'],
  district: ['区县', '区（县）', '区县代码', '行政区划代码', 'district'],
  kind: ['类型', '单位类型', 'kind'],
}
const KIND_NAMES: Readonly<Record<string, PartyKind>> = {
  企业: 'enterprise',
  事业单位: 'institution',
  服务机构: 'agency',
}

export type District = { readonly code: string; readonly names: readonly string[] }

/** What else is known where the rows are looked at. */
type Known = { readonly districts: readonly District[]; readonly codes: ReadonlySet<string> }

/**
 * What entering the rows of a table would do, one line a row: columns are found by their head, a missing
 * kind is an enterprise, districts go by name or code. Throws `registries.headless-table` without the
 * columns; what is wrong with a row is on its line.
 * @param known the districts with an office here, and the credit codes that are there already
 */
export function planParties(
  [head = [], ...rows]: readonly (readonly string[])[],
  known: Known,
): PartyLine[] {
  const at = columnsOf(head)
  const seen = new Set<string>()
  return rows.map((row, index) => {
    const given = rowOf(row, at, known.districts)
    const refused = wrongWith(given, known, seen)
    seen.add(given.creditCode)
    return { row: index + 2, given, refused }
  })
}

/** The credit codes a table names that are codes at all, to ask which are there. */
export function codesIn([head = [], ...rows]: readonly (readonly string[])[]): string[] {
  const { creditCode } = columnsOf(head)
  return rows.map((row) => normal(row[creditCode] ?? '')).filter(isCreditCode)
}

type Columns = Readonly<Record<keyof PartyRow, number>>

function columnsOf(head: readonly string[]): Columns {
  const find = (field: keyof PartyRow) =>
    head.findIndex((one) => HEADS[field].includes(one.toLowerCase()))
  const at = {
    name: find('name'),
    creditCode: find('creditCode'),
    district: find('district'),
    kind: find('kind'),
  }
  if (Math.min(at.name, at.creditCode, at.district) < 0) {
    refusal('registries.headless-table', {}, { field: 'file' })
  }
  return at
}

function rowOf(row: readonly string[], at: Columns, districts: readonly District[]): PartyRow {
  const district = row[at.district] ?? ''
  const known = districts.find(({ code, names }) => code === district || names.includes(district))
  const kind = row[at.kind] ?? ''
  return {
    name: row[at.name] ?? '',
    creditCode: normal(row[at.creditCode] ?? ''),
    district: known?.code ?? district,
    kind: KIND_NAMES[kind] ?? PARTY_KINDS.find((one) => one === kind) ?? 'enterprise',
  }
}

const normal = (code: string) => code.trim().toUpperCase()

function wrongWith(given: PartyRow, known: Known, seen: ReadonlySet<string>): Refusal | null {
  const problem = malformed(given)
  if (problem) return problem
  const { creditCode: code, district } = given
  if (!known.districts.some((one) => one.code === district)) {
    return new Refusal('registries.unknown-district', { district }, { field: 'district' })
  }
  const isThere = known.codes.has(code) || seen.has(code)
  return isThere ? new Refusal('registries.party-already', { code }, { field: 'creditCode' }) : null
}

function malformed(given: PartyRow): Refusal | null {
  try {
    parseParty(given)
    return null
  } catch (problem) {
    if (problem instanceof Refusal) return problem
    throw problem
  }
}
