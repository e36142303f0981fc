import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { RecordGiven } from '../form/answer.ts'
import { cellsIn, isGrid, pasted } from './paste.ts'
import {
  copyOf,
  emptyRow,
  givenOf,
  misfitsIn,
  nextKey,
  type Row,
  rowsOf,
  type Sheet,
} from './rows.ts'

type Given = readonly RecordGiven[] | null
type Wanted = {
  readonly sheet: Sheet
  readonly given: Given
  readonly fresh: () => readonly Row[]
  readonly onGive: (given: Given) => void
}

/** The rows at hand with every way to change them; each change is given on at once. */
export function useRows({ sheet, given, fresh, onGive }: Wanted) {
  const [rows, show] = useState<readonly Row[]>(() => (given ? rowsOf(given, sheet) : fresh()))
  const [none, setNone] = useState(given?.length === 0)
  const last = useRef<Given>(given)
  const hold = (next: readonly Row[], isNone = false) => {
    show(next)
    setNone(isNone)
    last.current = givenOf(next, sheet, isNone)
    onGive(last.current)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a list that came from outside is taken over.
  useEffect(() => {
    if (JSON.stringify(given ?? null) === JSON.stringify(last.current ?? null)) return
    last.current = given
    show(given ? rowsOf(given, sheet) : fresh())
    setNone(given?.length === 0)
  }, [given])
  return {
    rows,
    none,
    misfits: misfitsIn(rows, sheet),
    type: (row: Row, field: string, typed: string) =>
      hold(rows.map((one) => (one.id === row.id ? withCell(one, field, typed) : one))),
    add: () => hold([...rows, withNextKey(rows, sheet)]),
    copy: (row: Row) => hold(after(rows, row, copyOf(row, rows, sheet))),
    remove: (row: Row) => hold(rows.filter((one) => one.id !== row.id)),
    restore: (row: Row, at: number) => hold([...rows.slice(0, at), row, ...rows.slice(at)]),
    sayNone: (isNone: boolean) => hold(isNone ? [] : fresh(), isNone),
    paste: (event: ClipboardEvent, at: { row: number; column: number }) => {
      const text = event.clipboardData.getData('text/plain')
      if (!isGrid(text)) return
      event.preventDefault()
      hold(pasted(rows, sheet, { at, cells: cellsIn(text) }))
    },
  }
}

const withCell = (row: Row, field: string, typed: string): Row => ({
  ...row,
  cells: { ...row.cells, [field]: typed },
})

function withNextKey(rows: readonly Row[], { key }: Sheet): Row {
  const row = emptyRow()
  return key ? withCell(row, key, nextKey(rows, key)) : row
}

function after(rows: readonly Row[], row: Row, added: Row): readonly Row[] {
  const at = rows.findIndex((one) => one.id === row.id) + 1
  return [...rows.slice(0, at), added, ...rows.slice(at)]
}

/** Enter and the arrows go up and down a column as in a spreadsheet; Enter in the last row adds one. */
export function moveOn(event: KeyboardEvent, onPastEnd: () => void): void {
  const down = event.key === 'Enter' || event.key === 'ArrowDown'
  if (!down && event.key !== 'ArrowUp') return
  const cell = event.currentTarget as HTMLInputElement
  // Arrows choose within a menu and a day.
  if (event.key !== 'Enter' && (cell.tagName === 'SELECT' || cell.type === 'date')) return
  event.preventDefault()
  const column = cell.closest<HTMLElement>('[data-column]')?.dataset.column
  const all = [
    ...(cell
      .closest('[data-sheet]')
      ?.querySelectorAll<HTMLElement>(`[data-column="${column}"] [data-cell]`) ?? []),
  ]
  const next = all[all.indexOf(cell) + (down ? 1 : -1)]
  if (next) next.focus()
  else if (event.key === 'Enter') onPastEnd()
}
