/** A service of a group of which one is paid, in a firm's case. */
export type Claim<Money> = {
  readonly service: string
  /** Whether the firm meets it; `open` is unknown or unavailable. */
  readonly met: 'yes' | 'no' | 'open'
  /** What it pays by itself; null while that is not known. */
  readonly money: Money | null
}

/** What takes a claim's place: surely, or as far as is known. */
export type GivesWay = { readonly to: readonly string[]; readonly surely: boolean }

type Order<Money> = {
  /** Below 0 where the first is less, 0 where both are as much. */
  readonly compare: (a: Money, b: Money) => number
  /** Which of two as high is paid, by name. */
  readonly isBefore: (one: string, other: string) => boolean
}

/**
 * Of a group only the highest is paid (从高不重复), of two as high the first. A claim gives way
 * surely to one that is met and higher, perhaps to one that may be met and may be higher; null where
 * nothing can take its place. More facts never turn one sure answer into another.
 */
export function givesWay<Money>(
  own: Claim<Money>,
  rivals: readonly Claim<Money>[],
  order: Order<Money>,
): GivesWay | null {
  const above = rivals.filter((one) => one.met !== 'no' && isHigher(one, own, order) !== false)
  const sure = above.filter((one) => one.met === 'yes' && isHigher(one, own, order) === true)
  const highest = sure.find((one) =>
    sure.every((other) => other === one || isHigher(one, other, order) === true),
  )
  if (highest) return { to: [highest.service], surely: true }
  return above.length === 0 ? null : { to: above.map(({ service }) => service), surely: false }
}

/** Null while one of the two amounts is not known. */
function isHigher<Money>(
  a: Claim<Money>,
  b: Claim<Money>,
  { compare, isBefore }: Order<Money>,
): boolean | null {
  if (a.money === null || b.money === null) return null
  const more = compare(a.money, b.money)
  return more === 0 ? isBefore(a.service, b.service) : more > 0
}
