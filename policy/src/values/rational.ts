/**
 * An exact number as plain JSON: numerator and denominator in lowest terms, as decimal strings, so
 * that a program survives JSON without loss. Arithmetic is on BigInt; no result is ever rounded.
 */
export type Rational = { readonly over: string; readonly under: string }

const DECIMAL = /^([+-]?)(\d+)(?:\.(\d+))?$/

/** The number a decimal text spells (`500`, `-0.25`); null for anything else. */
export function rationalOf(text: string): Rational | null {
  const parts = DECIMAL.exec(text.trim())
  if (!parts) return null
  const [, sign = '', whole = '', fraction = ''] = parts
  const over = BigInt(`${sign === '-' ? '-' : ''}${whole}${fraction}`)
  return ratio(over, 10n ** BigInt(fraction.length))
}

/** over/under in lowest terms. @throws RangeError when under is 0 */
export function ratio(over: bigint, under: bigint): Rational {
  if (under === 0n) throw new RangeError('a ratio over nothing')
  const divisor = gcd(over < 0n ? -over : over, under < 0n ? -under : under) || 1n
  const sign = under < 0n ? -1n : 1n
  return { over: String((sign * over) / divisor), under: String((sign * under) / divisor) }
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? a : gcd(b, a % b)
}

const over = (of: Rational) => BigInt(of.over)
const under = (of: Rational) => BigInt(of.under)

export function add(a: Rational, b: Rational): Rational {
  return ratio(over(a) * under(b) + over(b) * under(a), under(a) * under(b))
}

export function subtract(a: Rational, b: Rational): Rational {
  return ratio(over(a) * under(b) - over(b) * under(a), under(a) * under(b))
}

export function times(a: Rational, b: Rational): Rational {
  return ratio(over(a) * over(b), under(a) * under(b))
}

/** a divided by b; null when b is 0: the evaluator answers unknown and says so. */
export function dividedBy(a: Rational, b: Rational): Rational | null {
  return isZero(b) ? null : ratio(over(a) * under(b), under(a) * over(b))
}

export function isZero(of: Rational): boolean {
  return of.over === '0'
}

/** Negative, 0 or positive as a is less than, equal to or greater than b. */
export function compareRationals(a: Rational, b: Rational): number {
  const difference = over(a) * under(b) - over(b) * under(a)
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/**
 * The number as a decimal text: exact where it ends, else to ten places with `…`, so that nobody
 * takes a cut number for a whole one.
 */
export function decimalText(of: Rational): string {
  const negative = over(of) < 0n
  const size = negative ? -over(of) : over(of)
  const whole = size / under(of)
  const fraction = fractionDigits(size % under(of), under(of))
  return `${negative ? '-' : ''}${whole}${fraction ? `.${fraction}` : ''}`
}

function fractionDigits(start: bigint, divisor: bigint): string {
  let rest = start
  let digits = ''
  while (rest !== 0n && digits.length < 10) {
    rest *= 10n
    digits += String(rest / divisor)
    rest %= divisor
  }
  return rest === 0n ? digits : `${digits}…`
}

/** To a whole number; `up` is away from zero, `down` towards it, halves as their name says. */
export function roundToWhole(
  of: Rational,
  is: 'up' | 'down' | 'half-up' | 'half-down' | 'half-even',
): bigint {
  const negative = over(of) < 0n
  const size = negative ? -over(of) : over(of)
  const whole = size / under(of)
  const twice = (size % under(of)) * 2n
  const away = goesUp(is, { twice, under: under(of), odd: whole % 2n === 1n })
  const result = away ? whole + 1n : whole
  return negative ? -result : result
}

type Rest = { readonly twice: bigint; readonly under: bigint; readonly odd: boolean }

function goesUp(is: string, { twice, under: one, odd }: Rest): boolean {
  if (twice === 0n || is === 'down') return false
  if (is === 'up' || twice > one) return true
  if (twice < one) return false
  return is === 'half-up' || (is === 'half-even' && odd)
}
