/**
 * What operations call: whole days since 1970 and months by the rule of values/day.ts, exact signs
 * and remainders. Each is a plain function of numbers, so that closures and code call the same.
 */

const floorDiv = (a: number, b: number) => Math.floor(a / b)

/** Year, month and day of a day number (Howard Hinnant's civil calendar). */
function civil(day: number): readonly [number, number, number] {
  const shifted = day + 719_468
  const era = floorDiv(shifted, 146_097)
  const ofEra = shifted - era * 146_097
  const year = Math.floor(
    (ofEra - Math.floor(ofEra / 1_460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) /
      365,
  )
  const ofYear = ofEra - (365 * year + Math.floor(year / 4) - Math.floor(year / 100))
  const month = Math.floor((5 * ofYear + 2) / 153)
  const date = ofYear - Math.floor((153 * month + 2) / 5) + 1
  const turned = month < 10 ? month + 3 : month - 9
  return [year + era * 400 + (turned <= 2 ? 1 : 0), turned, date]
}

export function dayNumber(year: number, month: number, date: number): number {
  const of = month <= 2 ? year - 1 : year
  const era = floorDiv(of, 400)
  const ofEra = of - era * 400
  const ofYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + date - 1
  const days = ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear
  return era * 146_097 + days - 719_468
}

/** The number of a day spelt yyyy-mm-dd. */
export function numberOfDay(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return dayNumber(year, month, date)
}

const two = (n: number) => String(n).padStart(2, '0')

export function dayOfNumber(number: number): string {
  const [year, month, date] = civil(number)
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}`
}

function lastOf(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
}

function plusMonths(day: number, by: number): number {
  const [year, month, date] = civil(day)
  const months = year * 12 + month - 1 + by
  const to = floorDiv(months, 12)
  const of = months - to * 12 + 1
  return dayNumber(to, of, Math.min(date, lastOf(to, of)))
}

/** The earliest day that so many months bring to `least` or beyond: adding months never turns round. */
function earliest(least: number, by: number): number {
  let day = plusMonths(least, -by) - 4
  while (plusMonths(day, by) < least) day += 1
  return day
}

function monthsBetween(from: number, to: number): number {
  if (to < from) return -monthsBetween(to, from)
  const [a, b] = [civil(from), civil(to)]
  const months = (b[0] - a[0]) * 12 + b[1] - a[1]
  return plusMonths(from, months) > to ? months - 1 : months
}

/** How a/b stands to c/d, all whole and b, d above 0: asked where doubles are too close to tell. */
export function exactOrder([a, b, c, d]: readonly [number, number, number, number]): number {
  if (!(b > 0 && d > 0)) return 0
  const difference = BigInt(a) * BigInt(d) - BigInt(c) * BigInt(b)
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** a/b to a whole number, both whole and below 2^53, b above 0; the remainder of doubles is exact. */
function wholeOf(a: number, b: number, away: (twice: number, odd: boolean) => boolean): number {
  const size = Math.abs(a)
  const rest = size % b
  const whole = (size - rest) / b
  const result = rest !== 0 && away(rest * 2, whole % 2 === 1) ? whole + 1 : whole
  return a < 0 ? -result : result
}

/** 1 where a number so uncertain may round to either side of a half or of a whole. */
function wavers(number: number, error: number): number {
  if (error === 0) return 0
  const halves = Math.abs(number) * 2
  return error >= 0.25 || Math.abs(halves - Math.round(halves)) <= error * 2.01 ? 1 : 0
}

/** The longest run of ones. */
function longest(bits: number): number {
  let [rest, so] = [bits, 0]
  for (; rest !== 0; so += 1) rest &= rest << 1
  return so
}

/** The run of ones that ends at a place. */
function endingAt(bits: number, place: number): number {
  let so = 0
  while (place >= so && ((bits >> (place - so)) & 1) === 1) so += 1
  return so
}

type Fn = (...of: number[]) => number

/** By name; an operation `call` names one by its place here. */
export const FUNCTIONS: Readonly<Record<string, Fn>> = {
  plusMonths: (day = 0, by = 0) => plusMonths(day, by),
  earliest: (least = 0, by = 0) => earliest(least, by),
  monthsBetween: (from = 0, to = 0) => monthsBetween(from, to),
  yearsBetween: (from = 0, to = 0) => Math.trunc(monthsBetween(from, to) / 12),
  yearOf: (day = 0) => civil(day)[0],
  monthOf: (day = 0) => civil(day)[1],
  dateOf: (day = 0) => civil(day)[2],
  startOfMonth: (day = 0) => day - civil(day)[2] + 1,
  startOfYear: (day = 0) => dayNumber(civil(day)[0], 1, 1),
  up: (a = 0, b = 1) => wholeOf(a, b, () => true),
  down: (a = 0, b = 1) => wholeOf(a, b, () => false),
  'half-up': (a = 0, b = 1) => wholeOf(a, b, (twice) => twice >= b),
  'half-down': (a = 0, b = 1) => wholeOf(a, b, (twice) => twice > b),
  'half-even': (a = 0, b = 1) => wholeOf(a, b, (twice, odd) => twice > b || (twice === b && odd)),
  'up-near': (a = 0) => (a < 0 ? -Math.ceil(-a) : Math.ceil(a)),
  'down-near': (a = 0) => Math.trunc(a),
  /** Where halves are not near: the same for all kinds. */
  'half-near': (a = 0) => (a < 0 ? -Math.round(-a) : Math.round(a)),
  wavers: (a = 0, error = 0) => wavers(a, error),
  /** The error of a quotient whose divisor is uncertain; without bound where that may be 0. */
  quotientError: (error = 0, size = 0, uncertain = 0) =>
    size <= uncertain ? Infinity : error / (size - uncertain),
  /** Only what lacks has a state: that something does not apply is a value in the dictionary. */
  codeState: (code = 0) => (code === 0 ? 2 : code === 1 ? 4 : 0),
  longest: (bits = 0) => longest(bits),
  endingAt: (bits = 0, place = 0) => endingAt(bits, place),
}

export const FUNCTION_NAMES = Object.keys(FUNCTIONS)
