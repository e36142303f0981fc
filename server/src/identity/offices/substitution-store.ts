import {
  type Day,
  type Duty,
  type OfficeId,
  type PersonId,
  type Post,
  type PostId,
  type ReadTx,
  reader,
  type Words,
  type WriteTx,
  writer,
} from '../../kernel/index.ts'
import type { SubstitutionId, Tables } from '../tables.ts'
import { postRows, toPost } from './post-store.ts'

/** What a substitute may do; the three administrators have none. */
const SUBSTITUTED: readonly Duty[] = ['handle', 'decide']

/** The posts of people who are away, with the days and the substitute of each arrangement as `away`. */
export function substitutedRows(tx: ReadTx) {
  return postRows(tx)
    .innerJoin('substitutions as away', (join) =>
      join
        .onRef('away.zone_id', '=', 'posts.zone_id')
        .onRef('away.post_id', '=', 'posts.id')
        .onRef('away.absent_id', '=', 'posts.person_id'),
    )
    .innerJoin('people as absent', (join) =>
      join.onRef('absent.zone_id', '=', 'away.zone_id').onRef('absent.id', '=', 'away.absent_id'),
    )
    .select(['away.absent_id', 'away.until_day as away_until', 'absent.name as absent'])
    .where('away.from_day', '<=', tx.today)
    .where('away.until_day', '>=', tx.today)
    .where('away.ended_on', 'is', null)
    .where('posts.from_day', '<=', tx.today)
    .where((one) =>
      one.or([one('posts.until_day', 'is', null), one('posts.until_day', '>=', tx.today)]),
    )
    .orderBy('posts.id')
}

type SubstitutedRow = Awaited<ReturnType<ReturnType<typeof substitutedRows>['execute']>>[number]

/**
 * The posts a person fills today while their holders are away: of offices where the substitute has a
 * post too, and never one with nothing to substitute.
 */
export function substitutedPosts(rows: readonly SubstitutedRow[], own: readonly Post[]): Post[] {
  return rows
    .map((row) => ({
      ...toPost(row),
      duties: row.duties.filter((duty) => SUBSTITUTED.includes(duty)),
      inPlaceOf: { person: row.absent_id, name: row.absent, until: row.away_until },
    }))
    .filter((post) => post.duties.length > 0 && own.some(({ office }) => office === post.office))
}

export type Substitution = {
  readonly id: SubstitutionId
  readonly post: PostId
  readonly absent: PersonId
  readonly substitute: PersonId
  readonly from: Day
  readonly until: Day
  readonly reason: string
}

export async function insertSubstitution(tx: WriteTx, one: Substitution): Promise<void> {
  await writer<Tables>(tx)
    .insertInto('substitutions')
    .values({
      zone_id: tx.zone,
      id: one.id,
      post_id: one.post,
      absent_id: one.absent,
      substitute_id: one.substitute,
      from_day: one.from,
      until_day: one.until,
      reason: one.reason,
    })
    .execute()
}

export type SubstitutionView = Omit<Substitution, 'absent' | 'substitute'> & {
  readonly absent: { readonly person: PersonId; readonly name: string }
  readonly substitute: { readonly person: PersonId; readonly name: string }
  readonly office: Words
  readonly title: Words
  readonly endedOn: Day | null
}

/** The substitutions the actor may see, newest first; as far as row-level security goes. */
export async function listSubstitutionRows(tx: ReadTx): Promise<SubstitutionView[]> {
  const rows = await reader<Tables>(tx)
    .selectFrom('substitutions as away')
    .leftJoin('posts', (join) =>
      join.onRef('posts.zone_id', '=', 'away.zone_id').onRef('posts.id', '=', 'away.post_id'),
    )
    .leftJoin('offices', (join) =>
      join
        .onRef('offices.zone_id', '=', 'posts.zone_id')
        .onRef('offices.id', '=', 'posts.office_id'),
    )
    .leftJoin('people as absent', (join) =>
      join.onRef('absent.zone_id', '=', 'away.zone_id').onRef('absent.id', '=', 'away.absent_id'),
    )
    .leftJoin('people as substitute', (join) =>
      join
        .onRef('substitute.zone_id', '=', 'away.zone_id')
        .onRef('substitute.id', '=', 'away.substitute_id'),
    )
    .selectAll('away')
    .select(['posts.title_zh', 'posts.title_en', 'offices.name_zh', 'offices.name_en'])
    .select(['absent.name as absent_name', 'substitute.name as substitute_name'])
    .where('away.zone_id', '=', tx.zone)
    .orderBy('away.from_day', 'desc')
    .orderBy('away.id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    post: row.post_id,
    absent: { person: row.absent_id, name: row.absent_name ?? '' },
    substitute: { person: row.substitute_id, name: row.substitute_name ?? '' },
    office: { zh: row.name_zh ?? '', en: row.name_en ?? '' },
    title: { zh: row.title_zh ?? '', en: row.title_en ?? '' },
    from: row.from_day,
    until: row.until_day,
    reason: row.reason,
    endedOn: row.ended_on,
  }))
}

export async function endSubstitutionOn(tx: WriteTx, id: SubstitutionId): Promise<boolean> {
  const ended = await writer<Tables>(tx)
    .updateTable('substitutions')
    .set({ ended_on: tx.today })
    .where('zone_id', '=', tx.zone)
    .where('id', '=', id)
    .where('ended_on', 'is', null)
    .executeTakeFirst()
  return ended.numUpdatedRows === 1n
}

export type Colleague = {
  readonly person: PersonId
  readonly name: string
  readonly office: OfficeId
}

/** Who holds a post in these offices today, besides this person. */
export async function listColleagues(
  tx: ReadTx,
  { offices, but }: { readonly offices: readonly OfficeId[]; readonly but: PersonId },
): Promise<Colleague[]> {
  if (offices.length === 0) return []
  const rows = await reader<Tables>(tx)
    .selectFrom('posts')
    .innerJoin('people', (join) =>
      join.onRef('people.zone_id', '=', 'posts.zone_id').onRef('people.id', '=', 'posts.person_id'),
    )
    .select(['people.id', 'people.name', 'posts.office_id', 'posts.duties'])
    .where('posts.zone_id', '=', tx.zone)
    .where('posts.office_id', 'in', [...offices])
    .where('posts.person_id', '<>', but)
    .where('posts.from_day', '<=', tx.today)
    .where((one) => one.or([one('until_day', 'is', null), one('until_day', '>=', tx.today)]))
    .where((one) => one.or([one('closed_on', 'is', null), one('closed_on', '>', tx.today)]))
    .orderBy('people.name')
    .execute()
  return rows
    .filter((row) => row.duties.some((duty) => SUBSTITUTED.includes(duty)))
    .map((row) => ({ person: row.id, name: row.name, office: row.office_id }))
}
