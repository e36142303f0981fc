import type pg from 'pg'

/** A table of the product as a backup writes it: its own columns, in the order of its key. */
export type TableShape = {
  readonly name: string
  readonly columns: readonly string[]
  readonly key: readonly string[]
  /** Columns numbered by a sequence, which must go on after the last number. */
  readonly numbered: readonly string[]
}

/** Left out: the ledger of migrations is made by the migrations themselves. */
const NOT_DATA = ['schema_migrations']

/** Every table of the product, those that others point at first. Generated columns are left out. */
export async function listTables(client: pg.Client): Promise<TableShape[]> {
  const { rows } = await client.query<TableShape>(SHAPES)
  const data = rows.filter((table) => !NOT_DATA.includes(table.name))
  return inOrderOf(data, await pointsAt(client))
}

const SHAPES = `
  select c.relname as name,
    array(select a.attname::text from pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      order by a.attnum) as columns,
    array(select a.attname::text from pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and a.attidentity <> '') as numbered,
    array(select a.attname::text from pg_index i, unnest(i.indkey) with ordinality as k(attnum, at)
      join pg_attribute a on a.attnum = k.attnum
      where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid
      order by k.at) as key
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition
  order by c.relname`

type PointsAt = ReadonlyMap<string, ReadonlySet<string>>

async function pointsAt(client: pg.Client): Promise<PointsAt> {
  const { rows } = await client.query<{ from: string; to: string }>(
    `select f.relname as from, t.relname as to from pg_constraint k
     join pg_class f on f.oid = k.conrelid join pg_class t on t.oid = k.confrelid
     where k.contype = 'f' and k.conrelid <> k.confrelid`,
  )
  const byTable = Map.groupBy(rows, (row) => row.from)
  return new Map([...byTable].map(([from, of]) => [from, new Set(of.map((row) => row.to))]))
}

function inOrderOf(tables: readonly TableShape[], points: PointsAt): TableShape[] {
  const done: TableShape[] = []
  const isDone = (name: string) => done.some((one) => one.name === name)
  for (let left = tables; left.length > 0; left = left.filter(({ name }) => !isDone(name))) {
    const free = left.filter(({ name }) =>
      [...(points.get(name) ?? [])].every(
        (to) => isDone(to) || left.every((one) => one.name !== to),
      ),
    )
    if (free.length === 0) throw new Error(`tables point at each other in a ring: ${left[0]?.name}`)
    done.push(...free)
  }
  return done
}

export const quotedName = (name: string) => `"${name.replaceAll('"', '""')}"`

/** The table's rows as text, in an order that is the same on every server. */
export function selectOf({ name, columns, key }: TableShape): string {
  const order = (key.length > 0 ? key : columns).map(
    (one) => `${quotedName(one)}::text collate "C"`,
  )
  return `select ${columns.map(quotedName).join(', ')} from ${quotedName(name)} order by ${order.join(', ')}`
}
