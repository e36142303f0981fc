import type { Dialect } from './dialect.ts'
import { type Column, notInSql, quoted, type Sql } from './piece.ts'

/**
 * The columns a statement works out, each once however often it is used: firm by firm, and record by
 * record for the lists. Layers are cut from them afterwards.
 */
export type Sheets = {
  readonly dialect: Dialect
  /** Whether a calendar of working days is at hand. */
  readonly calendar: boolean
  /** A column of the fact tables; `list` null for the firms' own. */
  given(list: string | null, name: string, from: string): Sql
  /** The piece as a column, unless it is one already or reads nothing. */
  share(piece: Sql): Sql
  /** A piece of aggregates over the records of a list as a column of the firm. */
  gather(list: string, piece: Sql): Sql
  /** The working day so many on; null beyond the calendar. */
  moved(day: Sql, days: number): Sql
}

export function openSheets(dialect: Dialect, { calendar }: Pick<Sheets, 'calendar'>): Sheets {
  const known = new Map<string, Column>()
  const keep = (key: string, make: (name: string) => Column): Sql => {
    const column = known.get(key) ?? make(`:${known.size}`)
    known.set(key, column)
    return of(column)
  }
  return {
    dialect,
    calendar,
    given: (list, name, from) =>
      keep(`given ${list} ${name}`, () => ({
        name: list === null ? name : `${list}.${name}`,
        list,
        level: 0,
        needs: -1,
        made: { kind: 'given', from },
      })),
    share(piece) {
      if (piece.reads.size === 0 || isColumn(piece)) return piece
      const place = placeOf(piece)
      return keep(`worked ${place.list} ${piece.text}`, (name) => ({
        ...place,
        name,
        level: place.level + 1,
        made: { kind: 'worked', by: piece },
      }))
    },
    gather: (list, piece) =>
      keep(`gathered ${list} ${piece.text}`, (name) => ({
        name,
        list: null,
        level: firmLevel(piece) + 1,
        needs: -1,
        made: { kind: 'gathered', over: list, by: piece },
      })),
    moved: (day, days) =>
      keep(`moved ${days} ${day.text}`, (name) => ({
        ...placeOf(day),
        name,
        level: placeOf(day).level + 1,
        made: { kind: 'moved', by: day, days },
      })),
  }
}

const of = (column: Column): Sql => ({ text: quoted(column.name), reads: new Set([column]) })

function isColumn({ text, reads }: Sql): boolean {
  const [only] = reads
  return reads.size === 1 && only !== undefined && quoted(only.name) === text
}

type Place = Pick<Column, 'list' | 'level' | 'needs'>

/** Whose sheet a piece stands on, and from which layer it can be worked out there. */
export function placeOf({ reads }: Sql): Place {
  const all = [...reads]
  const lists = new Set(all.flatMap(({ list }) => list ?? []))
  if (lists.size > 1) notInSql('a record compared with a record of another list')
  const [list] = lists
  if (list === undefined)
    return { list: null, level: greatest(all.map((one) => one.level)), needs: -1 }
  return {
    list,
    level: Math.max(0, greatest(all.filter((one) => one.list !== null).map((one) => one.level))),
    needs: greatest(all.map((one) => (one.list === null ? one.level : one.needs))),
  }
}

/** The layer of the firm behind a piece over records; -1 when it looks at the records alone. */
export function firmLevel({ reads }: Sql): number {
  return greatest([...reads].map((one) => (one.list === null ? one.level : one.needs)))
}

const greatest = (numbers: readonly number[]): number => Math.max(-1, ...numbers)
