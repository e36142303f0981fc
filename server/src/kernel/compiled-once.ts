import { CompiledQuery } from 'kysely'
import { type ReadTx, reader, sharing } from './transactions.ts'

type Values = Readonly<Record<string, string>>

/** Stands for a value while a statement is built, and says which one. */
class Mark {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

type Kept = { readonly sql: string; readonly parameters: readonly unknown[] }

/**
 * A statement of one shape that is asked on nearly every request: the query builder writes it once,
 * later only its values change. `build` gets marks for the values, the zone and the day, and may do
 * nothing with them but compare.
 */
export function compiledOnce<Given extends Values, Row>(
  build: (tx: ReadTx, given: Given) => { compile(): CompiledQuery<Row> },
): (tx: ReadTx, given: Given) => Promise<Row[]> {
  let kept: Kept | null = null
  return async (tx, given) => {
    kept ??= built(tx, build, Object.keys(given))
    const values: Values = { ...given, zone: tx.zone, today: tx.today }
    const parameters = kept.parameters.map((one) => (one instanceof Mark ? values[one.name] : one))
    const query = CompiledQuery.raw(kept.sql, parameters)
    return (
      await reader(tx)
        .getExecutor()
        .executeQuery<Row>(query as CompiledQuery<Row>)
    ).rows
  }
}

function built<Given, Row>(
  tx: ReadTx,
  build: (tx: ReadTx, given: Given) => { compile(): CompiledQuery<Row> },
  names: readonly string[],
): Kept {
  const marked = { zone: new Mark('zone') as never, today: new Mark('today') as never }
  const given = Object.fromEntries(names.map((name) => [name, new Mark(name)]))
  return build(sharing(tx, marked), given as Given).compile()
}
