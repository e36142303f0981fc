/**
 * An exact number as plain JSON: numerator and denominator in lowest terms, as decimal strings, so
 * that a program survives JSON without loss. Arithmetic is on BigInt, or on doubles while every
 * number on the way is whole and below 2^53, so that the same comes out; no result is ever rounded.
 */
export type Rational = { readonly over: string; readonly under: string }

const DECIMAL = /^([+-]?)(\d+)(?:\.(\d+))?$/

/** Longer than any number of a measure; far below where lowest terms take long to find. */
const MOST_DIGITS = 400

/** The number a decimal text spells (`500`, `-0.25`); null for anything else, or hundreds of digits. */
export function rationalOf(text: string): Rational | null {
  const parts = text.length > MOST_DIGITS ? null : DECIMAL.exec(text.trim())
  if (!parts) return null
  const [, sign = '', whole = '', fraction = ''] = parts
  const digits = `${sign === '-' ? '-' : ''}${whole}${fraction}`
  const quick = small(few(digits), 10 ** fraction.length)
  return quick ?? ratio(BigInt(digits), 10n ** BigInt(fraction.length))
}

/** A whole number. */
export function whole(over: number | bigint): Rational {
  return { over: String(over), under: '1' }
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

const LARGEST = Number.MAX_SAFE_INTEGER

/** The double of a few digits; of more than a double surely holds, what fits nowhere. */
const few = (digits: string): number => (digits.length < 16 ? Number(digits) : Number.NaN)

/** A fraction of whole doubles, as it stands: null where they may have lost something. */
export function fractionOf(over: number, under: number): Rational | null {
  const whole = Number.isSafeInteger(over) && Number.isSafeInteger(under) && under > 0
  return whole ? small(over + 0, under) : null
}

/** What `ratio` gives, from doubles; null where they may have lost something. */
function small(over: number, under: number): Rational | null {
  if (!(Math.abs(over) <= LARGEST && Math.abs(under) <= LARGEST)) return null
  if (under === 1) return { over: String(over), under: '1' }
  const divisor = Math.sign(under) * common(Math.abs(over), Math.abs(under))
  return { over: String(over / divisor), under: String(under / divisor) }
}

function common(a: number, b: number): number {
  return b === 0 ? a : common(b, a % b)
}

/** a + b or a - b, from doubles. */
function smallSum(a: Rational, b: Rational, sign: 1 | -1): Rational | null {
  const left = few(a.over) * few(b.under)
  const right = few(b.over) * few(a.under)
  if (!(Math.abs(left) <= LARGEST && Math.abs(right) <= LARGEST)) return null
  return small(left + sign * right, few(a.under) * few(b.under))
}

export function add(a: Rational, b: Rational): Rational {
  return smallSum(a, b, 1) ?? ratio(over(a) * under(b) + over(b) * under(a), under(a) * under(b))
}

export function subtract(a: Rational, b: Rational): Rational {
  return smallSum(a, b, -1) ?? ratio(over(a) * under(b) - over(b) * under(a), under(a) * under(b))
}

export function times(a: Rational, b: Rational): Rational {
  return (
    small(few(a.over) * few(b.over), few(a.under) * few(b.under)) ??
    ratio(over(a) * over(b), under(a) * under(b))
  )
}

/** a divided by b; null when b is 0: the evaluator answers unknown and says so. */
export function dividedBy(a: Rational, b: Rational): Rational | null {
  if (isZero(b)) return null
  return (
    small(few(a.over) * few(b.under), few(a.under) * few(b.over)) ??
    ratio(over(a) * under(b), under(a) * over(b))
  )
}

export function isZero(of: Rational): boolean {
  return of.over === '0'
}

export function isNegative(of: Rational): boolean {
  return of.over.startsWith('-')
}

/** Negative, 0 or positive as a is less than, equal to or greater than b. */
export function compareRationals(a: Rational, b: Rational): number {
  const [left, right] = [few(a.over) * few(b.under), few(b.over) * few(a.under)]
  if (Math.abs(left) <= LARGEST && Math.abs(right) <= LARGEST) return left - right
  const difference = over(a) * under(b) - over(b) * under(a)
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/**
 * The number as a decimal text: exact where it ends, else to ten places with `…`, so that nobody
 * takes a cut number for a whole one.
 */
export function decimalText(of: Rational): string {
  if (of.under === '1') return of.over
  return smallDecimal(few(of.over), few(of.under)) ?? largeDecimal(of)
}

/** From doubles; null where they may have lost something. */
function smallDecimal(n: number, d: number): string | null {
  const size = Math.abs(n)
  if (!(size <= LARGEST && d <= LARGEST / 10)) return null
  let rest = size % d
  let digits = ''
  const whole = (size - rest) / d
  while (rest !== 0 && digits.length < 10) {
    rest *= 10
    const left = rest % d
    digits += String((rest - left) / d)
    rest = left
  }
  const fraction = digits === '' ? '' : `.${digits}${rest === 0 ? '' : '…'}`
  return `${n < 0 ? '-' : ''}${whole}${fraction}`
}

function largeDecimal(of: Rational): string {
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
  if (of.under === '1') return over(of)
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
