import {
  type Day,
  type Duty,
  type OfficeId,
  type PersonId,
  type Post,
  type PostId,
  type ReadTx,
  reader,
  type WriteTx,
  writer,
} from '../../kernel/index.ts'
import type { Tables } from '../tables.ts'

/** The person's own posts of today. */
export async function findPosts(tx: ReadTx, person: PersonId): Promise<Post[]> {
  const rows = await postRowsToday(tx).where('posts.person_id', '=', person).execute()
  return rows.map(toPost)
}

/** Posts of today, with the districts a functional zone's office reaches. */
export function postRowsToday(tx: ReadTx) {
  return postRows(tx)
    .where('posts.from_day', '<=', tx.today)
    .where((one) =>
      one.or([one('posts.until_day', 'is', null), one('posts.until_day', '>=', tx.today)]),
    )
    .orderBy('posts.id')
}

/** A post as an actor holds it, whatever its dates. */
export function postRows(tx: ReadTx) {
  return reader<Tables>(tx)
    .selectFrom('posts')
    .innerJoin('offices', (join) =>
      join
        .onRef('offices.zone_id', '=', 'posts.zone_id')
        .onRef('offices.id', '=', 'posts.office_id'),
    )
    .leftJoin('areas', (join) =>
      join
        .onRef('areas.zone_id', '=', 'offices.zone_id')
        .onRef('areas.code', '=', 'offices.district')
        .on('areas.kind', '=', 'functional-zone'),
    )
    .select(['posts.id', 'posts.office_id', 'posts.title_zh', 'posts.title_en', 'posts.duties'])
    .select(['offices.key', 'offices.name_zh', 'offices.name_en'])
    .select(['offices.level', 'offices.district', 'areas.districts'])
    .where('posts.zone_id', '=', tx.zone)
}

type PostRow = Awaited<ReturnType<ReturnType<typeof postRows>['execute']>>[number]

export function toPost(row: PostRow): Post {
  return {
    id: row.id,
    office: row.office_id,
    officeKey: row.key,
    officeName: { zh: row.name_zh, en: row.name_en },
    level: row.level,
    district: row.district,
    title: { zh: row.title_zh, en: row.title_en },
    duties: row.duties,
    ...(row.districts ? { alsoIn: row.districts } : {}),
  }
}

/** A post with its dates and its holder. */
export type HeldPost = {
  readonly id: PostId
  readonly person: PersonId
  readonly office: OfficeId
  readonly duties: readonly Duty[]
  readonly from: Day
  readonly until: Day | null
}

export async function listHeldPosts(
  tx: ReadTx,
  of: { readonly person?: PersonId; readonly id?: PostId },
): Promise<HeldPost[]> {
  let rows = reader<Tables>(tx)
    .selectFrom('posts')
    .select(['id', 'person_id', 'office_id', 'duties', 'from_day', 'until_day'])
    .where('zone_id', '=', tx.zone)
  if (of.person) rows = rows.where('person_id', '=', of.person)
  if (of.id) rows = rows.where('id', '=', of.id)
  return (await rows.orderBy('id').execute()).map((row) => ({
    id: row.id,
    person: row.person_id,
    office: row.office_id,
    duties: row.duties,
    from: row.from_day,
    until: row.until_day,
  }))
}

export async function setPostEnd(tx: WriteTx, id: PostId, until: Day): Promise<void> {
  await writer<Tables>(tx)
    .updateTable('posts')
    .set({ until_day: until })
    .where('zone_id', '=', tx.zone)
    .where('id', '=', id)
    .execute()
}
