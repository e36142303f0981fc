import {
  addDays,
  type Day,
  evaluate,
  type Facts,
  type Outcome,
  type Program,
  type Question,
} from '../src/run.ts'
import {
  type Cell,
  codesOf,
  columnsSql,
  type Dialect,
  emitSql,
  type FactColumn,
  type FactRow,
  type FactRows,
  factRows,
  factTables,
  NotInSql,
  type ServiceColumns,
  type SqlAnswers,
  statedIn,
} from '../src/sql.ts'

/** A database of one dialect: runs statements, gives rows as text by column. */
export type SqlDatabase = {
  readonly dialect: Dialect
  run(statements: readonly string[]): Promise<void>
  rows(query: string): Promise<readonly Readonly<Record<string, string | null>>[]>
  /** Whether the database broke off because a number was too long for it. */
  tooLong(error: unknown): boolean
}

export type Firms = {
  readonly program: Program
  readonly on: string
  readonly firms: readonly Facts[]
  readonly workingDays?: (day: string) => boolean | null
  /** The interpreter's outcome, where several databases ask for the same. */
  readonly outcomeOf?: (question: Question) => Outcome
  /** Columns for states only where some firm has one, as a bulk run asks for them. */
  readonly lean?: boolean
}

export type SqlDifference = {
  readonly dialect: string
  readonly firm: number
  readonly service: string
  readonly what: string
  readonly interpreter: string | null
  readonly sql: string | null
}

export type Compared = {
  /** Answers, condition codes and sums of money compared. */
  readonly verdicts: number
  readonly differences: readonly SqlDifference[]
  /** Firms with a number that the dialect cannot hold: left out. */
  readonly odd: number
  /** Why the dialect would not answer this program, if so. */
  readonly refused: string | null
}

/** Firms through the interpreter and one database; nothing is left behind in it. */
export async function compareSql(database: SqlDatabase, asked: Firms): Promise<Compared> {
  const { program, on } = asked
  try {
    const { dialect } = database
    const fitting = fittingIn(asked, dialect)
    const filled = fill({ ...asked, firms: fitting.firms }, fitting.rows, dialect)
    const lists = Object.keys(program.records).map((name) => [name, listTable(name)])
    const answers = emitSql(program, dialect, {
      on,
      from: { firms: '"t:firms"', lists: Object.fromEntries(lists) },
      ...(asked.workingDays && { calendar: '"t:calendar"' }),
      ...(asked.lean && { stated: filled.stated }),
    })
    await database.run(filled.statements)
    const rows = await database.rows(answers.text)
    const fit = { ...asked, firms: fitting.firms }
    return { ...differences(fit, answers, { rows, dialect }), odd: fitting.odd, refused: null }
  } catch (problem) {
    const refused = problem instanceof NotInSql || database.tooLong(problem)
    if (!refused) throw problem
    return { verdicts: 0, differences: [], odd: 0, refused: (problem as Error).message }
  }
}

const listTable = (name: string): string => `"t:${name}"`

/** The firms whose every number the dialect can hold, with their rows. */
function fittingIn({ program, firms }: Firms, dialect: Dialect) {
  const all = firms.map((facts) => {
    try {
      return { facts, rows: factRows(program, facts, dialect) }
    } catch (problem) {
      if (problem instanceof NotInSql) return null
      throw problem
    }
  })
  const fitting = all.filter((one) => one !== null)
  return {
    firms: fitting.map(({ facts }) => facts),
    rows: fitting.map(({ rows }) => rows),
    odd: firms.length - fitting.length,
  }
}

/** Statements that make the fact tables anew and fill them, and the names with a state beside them. */
function fill({ program, workingDays }: Firms, rows: readonly FactRows[], dialect: Dialect) {
  const tables = factTables(program)
  const table = (
    name: string,
    columns: readonly FactColumn[],
    own: readonly (readonly FactRow[])[],
  ) => [
    `drop table if exists ${name}`,
    `create temporary table ${name} (":firm" integer, ${columnsSql(columns, dialect)})`,
    ...insert({ name, columns, dialect }, own),
  ]
  const statements = [
    ...table(
      '"t:firms"',
      tables.firms,
      rows.map(({ firm }) => [firm]),
    ),
    ...Object.entries(tables.lists).flatMap(([list, columns]) =>
      table(
        listTable(list),
        columns,
        rows.map(({ lists }) => lists[list] ?? []),
      ),
    ),
    ...(workingDays ? calendar(workingDays) : []),
  ]
  return { statements, stated: new Set(rows.flatMap(statedIn)) }
}

function calendar(workingDays: (day: string) => boolean | null): readonly string[] {
  const days = Array.from({ length: 1_500 }, (_, at) => addDays('2022-01-01' as Day, at))
  const known = days.flatMap((day) => {
    const is = workingDays(day)
    return is === null ? [] : [`('${day}'::date, ${is})`]
  })
  return [
    'drop table if exists "t:calendar"',
    'create temporary table "t:calendar" ("day" date, "working" boolean)',
    `insert into "t:calendar" values ${known.join(', ')}`,
  ]
}

type Filling = {
  readonly name: string
  readonly columns: readonly FactColumn[]
  readonly dialect: Dialect
}

function insert(
  { name, columns, dialect }: Filling,
  rows: readonly (readonly FactRow[])[],
): readonly string[] {
  const values = rows.flatMap((own, firm) =>
    own.map((row) => {
      const cells = columns.flatMap((column) => [
        written(row[column.name] ?? null, dialect.columnType(column.type)),
        written(row[`${column.name}:is`] ?? null, 'smallint'),
      ])
      return `(${[firm, ...cells].join(', ')})`
    }),
  )
  return values.length === 0 ? [] : [`insert into ${name} values ${values.join(', ')}`]
}

function written(cell: Cell, type: string): string {
  if (cell === null) return `null::${type}`
  const text = (one: string) => `'${one.replaceAll("'", "''")}'`
  if (Array.isArray(cell)) return `ARRAY[${cell.map(text).join(', ')}]::${type}`
  return `${text(String(cell))}::${type}`
}

type Read = {
  readonly rows: readonly Readonly<Record<string, string | null>>[]
  readonly dialect: Dialect
}

function differences(asked: Firms, { services }: SqlAnswers, { rows, dialect }: Read) {
  const byFirm = new Map(rows.map((row) => [Number(row[':firm']), row]))
  const found = asked.firms.flatMap((_, firm) =>
    services.flatMap((columns) =>
      pairsOf({ asked, firm, columns }, byFirm.get(firm) ?? {})
        .filter(({ interpreter, sql }) => interpreter !== sql)
        .map((pair) => ({ dialect: dialect.name, firm, service: columns.service, ...pair })),
    ),
  )
  const each = services.map(({ service, conditions }) => {
    const pays = asked.program.services[service]?.pays
    return 1 + conditions.length + (pays ? 2 : 0)
  })
  return { verdicts: asked.firms.length * each.reduce((a, b) => a + b, 0), differences: found }
}

type One = { readonly asked: Firms; readonly firm: number; readonly columns: ServiceColumns }

/** What the interpreter says beside what the database said. */
function pairsOf({ asked, firm, columns }: One, row: Readonly<Record<string, string | null>>) {
  const { program, on, workingDays } = asked
  const question = { service: columns.service, facts: asked.firms[firm] ?? {}, on }
  const outcome =
    asked.outcomeOf?.(question) ??
    evaluate(program, { ...question, ...(workingDays && { workingDays }) })
  const pair = (what: string, interpreter: string | null, sql: string | null) => ({
    what,
    interpreter,
    sql,
  })
  return [
    pair('answer', outcome.answer, row[columns.answer] ?? null),
    pair('codes', codesOf(program, outcome), row[columns.codes] ?? null),
    pair('amount', cut(outcome.pays?.amount), cut(row[columns.amount])),
    pair('payable', cut(outcome.pays?.payable), cut(row[columns.payable])),
  ]
}

/** Money to ten places without needless noughts. */
function cut(text: string | null | undefined): string | null {
  if (text === null || text === undefined) return null
  const plain = text.replace('…', '')
  return plain.includes('.') ? plain.replace(/\.?0+$/, '').replace(/^-0$/, '0') : plain
}
