import type { Rational } from '../../values/rational.ts'
import type { Value } from '../../values/value.ts'
import { atom, called, LEVEL, type Piece, quoted } from './piece.ts'

/** A value of the language as a FEEL literal, in base units and without a unit. */
export function literalOf(value: Value): Piece {
  switch (value.kind) {
    case 'quantity':
      return numberOf(value.amount)
    case 'day':
      return { ...called('date', [quoted(value.day)]), sure: true }
    case 'flag':
      return atom(String(value.flag), true)
    case 'choice':
      return quoted(value.option)
    case 'choices':
      return atom(`[${value.options.map((one) => quoted(one).text).join(', ')}]`, true)
    case 'text':
      return quoted(value.text)
    case 'does-not-apply':
      return atom('null')
  }
}

/** Exact: a decimal where it ends, else a quotient. */
export function numberOf(amount: Rational): Piece {
  const decimal = decimalOf(amount)
  if (decimal === null) {
    return { text: `${amount.over} / ${amount.under}`, level: LEVEL.product, sure: true }
  }
  return decimal.startsWith('-')
    ? { text: decimal, level: LEVEL.product, sure: true }
    : atom(decimal, true)
}

/** The decimal text of a number that ends; null for one that does not. */
export function decimalOf({ over, under }: Rational): string | null {
  const places = placesOf(BigInt(under))
  if (places === null) return null
  const digits = (BigInt(over) * 10n ** BigInt(places)) / BigInt(under)
  const size = String(digits < 0n ? -digits : digits).padStart(places + 1, '0')
  const whole = size.slice(0, size.length - places)
  const fraction = places === 0 ? '' : `.${size.slice(-places)}`
  return `${digits < 0n ? '-' : ''}${whole}${fraction}`
}

/** How many decimals a fraction with this denominator needs; null when no number of them will do. */
function placesOf(under: bigint): number | null {
  let rest = under
  let [twos, fives] = [0, 0]
  for (; rest % 2n === 0n; rest /= 2n) twos += 1
  for (; rest % 5n === 0n; rest /= 5n) fives += 1
  return rest === 1n ? Math.max(twos, fives) : null
}
