import { withClient } from '../src/kernel/database/index.ts'

/**
 * Distributes every table that carries the zone over the workers of a Citus cluster, those first
 * that others refer to; twice changes nothing. Refuses a database without the extension.
 */
export async function distribute(adminUrl: string): Promise<void> {
  await withClient(adminUrl, async (client) => {
    const { rows: extension } = await client.query(
      "select from pg_extension where extname = 'citus'",
    )
    if (extension.length === 0) throw new Error('BANFA_CLUSTER_URL: no extension citus here')
    const { rows } = await client.query<{ name: string }>(`
      with recursive refers as (
        select c.oid, 0 as depth from pg_class c
        where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
        union all
        select k.conrelid, r.depth + 1 from refers r
        join pg_constraint k on k.contype = 'f' and k.confrelid = r.oid and k.conrelid <> r.oid
        where r.depth < 12
      )
      select r.oid::regclass::text as name from refers r
      join pg_attribute a on a.attrelid = r.oid and a.attname = 'zone_id' and not a.attisdropped
      where not exists (select from pg_dist_partition p where p.logicalrelid = r.oid)
      group by r.oid order by max(r.depth), 1`)
    for (const { name } of rows) {
      await client.query("select create_distributed_table($1, 'zone_id')", [name])
    }
  })
}
