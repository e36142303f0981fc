import type { DayFormula, Expression } from '../../program/expression.ts'
import { atom, called, joined, LEVEL, open, type Piece, quoted, under } from './piece.ts'

/** Writes the days a node works with, and works once they are there and apply. */
export type DayWriter = (
  of: readonly Expression[],
  then: (pieces: readonly [Piece, Piece, ...Piece[]]) => Piece,
) => Piece

type Node = Exclude<DayFormula, { kind: 'move-working-days' }>

/** Nodes about days. FEEL too ends at the end of a shorter month when months are added. */
export function writeDay(node: Node, known: DayWriter): Piece {
  switch (node.kind) {
    case 'move-day':
      return known([node.day], ([day]) => moved(day, node.by, node.unit))
    case 'between':
      return known([node.from, node.to], ([from, to]) => {
        const [a, b] = [under(LEVEL.atom + 1, from), under(LEVEL.atom + 1, to)]
        if (node.unit === 'days') return atom(`(${b} - ${a}).days`)
        return open(
          `if ${a} <= ${b} then ${span(node.unit, a, b)} else -(${span(node.unit, b, a)})`,
        )
      })
    case 'part':
      return known([node.of], ([of]) => atom(`${under(1, of)}.${node.is}`))
    case 'start-of':
      return known([node.of], ([of]) => {
        const month = node.unit === 'month' ? `${under(1, of)}.month` : '1'
        return called('date', [atom(`${under(1, of)}.year`), atom(month), atom('1')])
      })
  }
}

function moved(day: Piece, by: number, unit: 'months' | 'days'): Piece {
  const length = `P${Math.abs(by)}${unit === 'months' ? 'M' : 'D'}`
  const piece = joined(LEVEL.sum, by < 0 ? '-' : '+', [day, called('duration', [quoted(length)])])
  return { ...piece, sure: day.sure }
}

/**
 * Whole months from an earlier day to a later one: one fewer while the day of the month is not yet
 * reached, unless the later one is its month's last. Years are whole twelves of them.
 */
function span(unit: 'months' | 'years', a: string, b: string): string {
  const short = `if ${a}.day > ${b}.day and (${b} + duration("P1D")).month = ${b}.month then 1 else 0`
  const months = `(${b}.year - ${a}.year) * 12 + ${b}.month - ${a}.month - (${short})`
  return unit === 'months' ? months : `floor((${months}) / 12)`
}
