import { canonicalJson, type Day, type Json, type ReadTx, type Words } from '../kernel/index.ts'
import { getParty } from '../registries/index.ts'
import { isMaskedFor } from './blind/blind.ts'
import { maskedFilings } from './blind/mask.ts'
import { type FilingRow, selectFilings } from './case-store.ts'
import type { CaseId } from './ids.ts'
import type { SealedPaper } from './sealing.ts'
import type { Partner } from './tables.ts'
import { readVisibleCase } from './visible-case.ts'

/** What differs between two filings: fields with both values, files by paper, the partner. */
export type FilingDifference = {
  readonly facts: readonly { readonly name: string; readonly before: Json; readonly after: Json }[]
  readonly papers: readonly {
    readonly paper: string
    readonly title: Words
    readonly added: readonly string[]
    readonly removed: readonly string[]
  }[]
  readonly partner: { readonly before: Partner | null; readonly after: Partner | null } | null
}

export type FilingVersion = FilingDifference & {
  readonly ordinal: number
  readonly receipt: string
  readonly on: Day
  readonly hash: string
}

/** Every filing of a case, the last first, each with what differs from the one before it. */
export async function listFilingVersions(tx: ReadTx, id: CaseId): Promise<FilingVersion[]> {
  const open = await readVisibleCase(tx, id)
  const filings = await selectFilings(tx, id)
  const titles = new Map(open.service.papers.map(({ name, title }) => [name, title]))
  const versions = filings.map((filing, at) => ({
    ordinal: filing.ordinal,
    receipt: filing.receipt,
    on: filing.filed_on,
    hash: filing.hash,
    ...differenceOf(filings[at + 1], filing, titles),
  }))
  if (!isMaskedFor(tx, open)) return versions
  return maskedFilings(versions, { open, party: await getParty(tx, open.board.party_id) })
}

type Content = Pick<FilingRow, 'facts' | 'papers' | 'partner'>

/** Field by field and file by file, by content; nothing where there is no filing before. */
export function differenceOf(
  before: Content | undefined,
  after: Content,
  titles: ReadonlyMap<string, Words>,
): FilingDifference {
  if (!before) return { facts: [], papers: [], partner: null }
  const names = [...new Set([...Object.keys(before.facts), ...Object.keys(after.facts)])]
  const papers = [...new Set([...before.papers, ...after.papers].map((one) => one.paper))]
  const isMoved = !same(before.partner, after.partner)
  return {
    facts: names
      .map((name) => ({
        name,
        before: before.facts[name] ?? null,
        after: after.facts[name] ?? null,
      }))
      .filter((one) => !same(one.before, one.after)),
    papers: papers
      .map((paper) => ({
        paper,
        title: titles.get(paper) ?? { zh: paper, en: paper },
        added: filesOnlyIn(after.papers, before.papers, paper),
        removed: filesOnlyIn(before.papers, after.papers, paper),
      }))
      .filter(({ added, removed }) => added.length + removed.length > 0),
    partner: isMoved ? { before: before.partner, after: after.partner } : null,
  }
}

function filesOnlyIn(
  here: readonly SealedPaper[],
  there: readonly SealedPaper[],
  paper: string,
): string[] {
  const of = (papers: readonly SealedPaper[]) =>
    papers.filter((one) => one.paper === paper).flatMap((one) => one.files)
  const known = new Set(of(there).map((file) => file.sha256))
  return of(here)
    .filter((file) => !known.has(file.sha256))
    .map((file) => file.name)
}

const same = (one: unknown, other: unknown) =>
  canonicalJson((one ?? null) as Json) === canonicalJson((other ?? null) as Json)
