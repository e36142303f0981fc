import { type Arrow, arrowsApart, type Drawing, type Element, type Shape } from './model.ts'

export type Box = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
export type Point = { readonly x: number; readonly y: number }

/** The drawing with a place for everything, in the diagram's points, 96 to the inch. */
export type Placed = {
  /** The main pool, and one for each act that stands apart, by the act's id. */
  readonly pools: ReadonlyMap<string, Box>
  readonly lanes: ReadonlyMap<string, Box>
  readonly boxes: ReadonlyMap<string, Box>
  readonly lines: ReadonlyMap<Arrow, readonly Point[]>
}

const COLUMN = 150
const ROW = 110
const HEAD = 30
const MARGIN = 50
const SIZES: Readonly<Record<Shape, readonly [number, number]>> = {
  startEvent: [36, 36],
  endEvent: [36, 36],
  userTask: [110, 80],
  exclusiveGateway: [50, 50],
  eventBasedGateway: [50, 50],
  messageEvent: [36, 36],
  timerEvent: [36, 36],
}

/** Columns from left to right by what must have happened before; a lane as high as its fullest column. */
export function place(drawing: Drawing): Placed {
  const columns = columnsOf(drawing)
  const cells = cellsOf(drawing, columns)
  const width = HEAD + 2 * MARGIN + (Math.max(...columns.values()) + 1) * COLUMN
  const lanes = new Map<string, Box>()
  let y = 0
  for (const { by } of drawing.lanes) {
    const height =
      ROW * Math.max(1, ...cells.filter((one) => one.by === by).map(({ row }) => row + 1))
    lanes.set(by, { x: HEAD, y, width: width - HEAD, height: height + 20 })
    y += height + 20
  }
  const pools = new Map([['pool', { x: 0, y: 0, width, height: y }]])
  const boxes = new Map(cells.map((cell) => [cell.id, boxOf(cell, lanes.get(cell.by)?.y ?? 0)]))
  for (const [at, act] of drawing.apart.entries()) {
    const top = y + 30 + at * (ROW + 50)
    pools.set(`pool-${act.id}`, {
      x: 0,
      y: top,
      width: HEAD + 2 * MARGIN + 3 * COLUMN,
      height: ROW + 20,
    })
    for (const cell of cellsApart(act)) boxes.set(cell.id, boxOf(cell, top))
  }
  const arrows = [...drawing.arrows, ...drawing.apart.flatMap(arrowsApart)]
  return { pools, lanes, boxes, lines: new Map(arrows.map((one) => [one, lineOf(one, boxes)])) }
}

function cellsApart(act: Element): readonly Cell[] {
  const { id } = act
  return [
    { ...act, id: `start-${id}`, shape: 'messageEvent', column: 0, row: 0 },
    { ...act, column: 1, row: 0 },
    { ...act, id: `end-${id}`, shape: 'endEvent', column: 2, row: 0 },
  ]
}

type Cell = Element & { readonly column: number; readonly row: number }

function boxOf({ shape, column, row }: Cell, top: number): Box {
  const [width, height] = SIZES[shape]
  const x = HEAD + MARGIN + column * COLUMN + (COLUMN - width) / 2
  return { x, y: top + 10 + row * ROW + (ROW - height) / 2, width, height }
}

/** The longest way to each element; an arrow to something already on the way is one that leads back. */
function columnsOf({ elements, arrows }: Drawing): ReadonlyMap<string, number> {
  const columns = new Map<string, number>()
  const walk = (id: string, column: number, way: readonly string[]): void => {
    if (way.includes(id) || column <= (columns.get(id) ?? -1)) return
    columns.set(id, column)
    for (const { from, to } of arrows) if (from === id) walk(to, column + 1, [...way, id])
  }
  walk(elements[0]?.id ?? '', 0, [])
  return columns
}

/** What stands in one column of one lane stands below one another. */
function cellsOf({ elements }: Drawing, columns: ReadonlyMap<string, number>): readonly Cell[] {
  const taken = new Map<string, number>()
  return elements.map((element) => {
    const column = columns.get(element.id) ?? 0
    const key = `${element.by}:${column}`
    const row = taken.get(key) ?? 0
    taken.set(key, row + 1)
    return { ...element, column, row }
  })
}

/** Straight to the next column; further ones are reached above the row, past what stands between. */
function lineOf({ from, to }: Arrow, boxes: ReadonlyMap<string, Box>): readonly Point[] {
  const a = boxes.get(from)
  const b = boxes.get(to)
  if (!a || !b) return []
  const [left, right] = [middle(a), middle(b)]
  if (b.x <= a.x) return back(a, b)
  const [starts, ends] = [
    { x: a.x + a.width, y: left.y },
    { x: b.x, y: right.y },
  ]
  if (left.y === right.y) return [starts, ends]
  const bend = b.x - 20
  if (b.x - a.x > 2 * COLUMN) {
    const above = left.y - ROW / 2 - 4
    const top = { x: left.x, y: a.y }
    return [top, { x: left.x, y: above }, { x: bend, y: above }, { x: bend, y: right.y }, ends]
  }
  return [starts, { x: bend, y: left.y }, { x: bend, y: right.y }, ends]
}

/** Beneath both and up again, so that no box is crossed in its middle. */
function back(a: Box, b: Box): readonly Point[] {
  const below = Math.max(a.y + a.height, b.y + b.height) + 14
  const [from, to] = [middle(a).x, middle(b).x]
  return [
    { x: from, y: a.y + a.height },
    { x: from, y: below },
    { x: to, y: below },
    { x: to, y: b.y + b.height },
  ]
}

function middle({ x, y, width, height }: Box): Point {
  return { x: x + width / 2, y: y + height / 2 }
}
