/**
 * Truth, numbers and days of an emitted module: a second, independent implementation of the
 * semantics, in plain JavaScript on BigInt pairs, so that the test that runs both against each other
 * says something. Y N U X are yes, no, unknown, unavailable; NA is "does not apply".
 */
export const RUNTIME_VALUES = `
const Y = { t: 'Y' }, N = { t: 'N' }, U = { t: 'U' }, X = { t: 'X' }, NA = { t: 'NA' }
const ANSWERS = { get(t) { return { Y: 'met', N: 'not-met', U: 'unknown', X: 'unavailable' }[t.t] } }
const bool = (b) => (b ? Y : N)
const lacking = (v) => v === U || v === X
// A truth asked of what does not apply is no, as in the interpreter.
const truthful = (v) => (v === Y || lacking(v) ? v : N)
const firstOf = (order, limbs, otherwise) => order.find((t) => limbs.includes(t)) ?? otherwise
const allOf = (limbs) => firstOf([N, U, X], limbs.map(truthful), Y)
const anyOf = (limbs) => firstOf([Y, U, X], limbs.map(truthful), N)
const notOf = (t) => (t === Y ? N : lacking(t) ? t : Y)
function atLeast(count, limbs) {
  const yes = limbs.filter((t) => t === Y).length, no = limbs.filter((t) => t === N).length
  return yes >= count ? Y : limbs.length - no < count ? N : limbs.includes(U) ? U : X
}
const abs = (n) => (n < 0n ? -n : n)
function ratio(a, b) {
  let x = abs(a), y = abs(b)
  while (y) [x, y] = [y, x % y]
  const d = (b < 0n ? -1n : 1n) * (x || 1n)
  return [a / d, b / d]
}
function order(a, b) {
  if (Array.isArray(a) && Array.isArray(b)) { const d = a[0] * b[1] - b[0] * a[1]; return d < 0n ? -1 : d > 0n ? 1 : 0 }
  if (isDay(a) && isDay(b)) return a < b ? -1 : a > b ? 1 : 0
  return null
}
function same(a, b) {
  if (Array.isArray(a) && Array.isArray(b)) return order(a, b) === 0
  return a === b || (a?.options && b?.options ? JSON.stringify(a) === JSON.stringify(b) : false)
}
const first = (a, b) => (a === U || b === U ? U : a === X || b === X ? X : null)
function compare(is, a, b) {
  const lack = first(a, b)
  if (lack) return lack
  if (is === '=') return bool(same(a, b))
  if (is === '!=') return bool(!same(a, b))
  const o = order(a, b)
  if (o === null) return N
  return bool(is === '<' ? o < 0 : is === '<=' ? o <= 0 : is === '>' ? o > 0 : o >= 0)
}
const within = (v, among) => (lacking(v) ? v : bool(among.some((one) => same(one, v))))
const holds = (v, option) => (lacking(v) ? v : bool(v?.options?.includes(option) ?? false))
function calculate(is, a, b) {
  const lack = first(a, b)
  if (lack) return lack
  if (!Array.isArray(a) || !Array.isArray(b)) return NA
  if (is === '+') return ratio(a[0] * b[1] + b[0] * a[1], a[1] * b[1])
  if (is === '-') return ratio(a[0] * b[1] - b[0] * a[1], a[1] * b[1])
  if (is === '*') return ratio(a[0] * b[0], a[1] * b[1])
  return b[0] === 0n ? U : ratio(a[0] * b[1], a[1] * b[0])
}
function daysIn(y, m) { return [31, (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][m - 1] }
function isDay(s) {
  const p = typeof s === 'string' ? /^(\\d{4})-(\\d{2})-(\\d{2})$/.exec(s) : null
  return p !== null && +p[2] >= 1 && +p[2] <= 12 && +p[3] >= 1 && +p[3] <= daysIn(+p[1], +p[2])
}
const two = (n) => String(n).padStart(2, '0')
const spell = (y, m, d) => String(y).padStart(4, '0') + '-' + two(m) + '-' + two(d)
function moveDay(day, by, unit) {
  if (lacking(day) || !isDay(day)) return day
  let [y, m, d] = day.split('-').map(Number)
  if (unit === 'months') {
    const months = y * 12 + (m - 1) + by
    y = Math.floor(months / 12)
    m = months - y * 12 + 1
    return spell(y, m, Math.min(d, daysIn(y, m)))
  }
  for (let left = by; left !== 0; left -= Math.sign(left)) {
    d += Math.sign(left)
    if (d > daysIn(y, m)) { d = 1; m += 1; if (m > 12) { m = 1; y += 1 } }
    if (d < 1) { m -= 1; if (m < 1) { m = 12; y -= 1 } d = daysIn(y, m) }
  }
  return spell(y, m, d)
}
function extreme(is, of) {
  if (of.includes(U)) return U
  if (of.includes(X)) return X
  if (of.includes(NA)) return NA
  return of.reduce((best, one) => ((is === 'min' ? (order(one, best) ?? 0) < 0 : (order(one, best) ?? 0) > 0) ? one : best))
}
const choose = (when, yes, no) => (when === Y ? yes() : lacking(when) ? when : no())
const textTest = (is, v, text) => (lacking(v) ? v : bool(typeof v === 'string' && (is === 'contains' ? v.indexOf(text) >= 0 : v.indexOf(text) === 0)))
function rounded(is, v, step) {
  if (lacking(v)) return v
  if (!Array.isArray(v)) return NA
  const n = ratio(v[0] * step[1], v[1] * step[0])
  const size = abs(n[0]), whole = size / n[1], twice = (size - whole * n[1]) * 2n
  const away = twice !== 0n && (is === 'up' || (is !== 'down' && (twice > n[1] || (twice === n[1] && (is === 'half-up' || (is === 'half-even' && whole % 2n === 1n))))))
  const q = (n[0] < 0n ? -1n : 1n) * (away ? whole + 1n : whole)
  return ratio(q * step[0], step[1])
}
const plain = (n) => [BigInt(n), 1n]
const dayNumber = (day) => { const [y, m, d] = day.split('-').map(Number), a = m > 2 ? y : y - 1, b = m > 2 ? m - 3 : m + 9; return 365 * a + Math.floor(a / 4) - Math.floor(a / 100) + Math.floor(a / 400) + Math.floor((153 * b + 2) / 5) + d }
function between(unit, from, to) {
  const lack = first(from, to)
  if (lack) return lack
  if (!isDay(from) || !isDay(to)) return NA
  const sign = to < from ? -1 : 1
  const [a, b] = to < from ? [to, from] : [from, to]
  if (unit === 'days') return plain(sign * (dayNumber(b) - dayNumber(a)))
  let months = 0
  while (moveDay(a, months + 12, 'months') <= b) months += 12
  while (moveDay(a, months + 1, 'months') <= b) months += 1
  return plain(sign * (unit === 'months' ? months : (months - (months % 12)) / 12))
}
const part = (is, day) => (lacking(day) ? day : isDay(day) ? plain(Number(day.split('-')[{ year: 0, month: 1, day: 2 }[is]])) : NA)
const startOf = (unit, day) => (lacking(day) ? day : isDay(day) ? (unit === 'month' ? day.slice(0, 8) + '01' : day.slice(0, 5) + '01-01') : NA)
function moveWorkingDays(c, day, by) {
  if (lacking(day)) return day
  if (!isDay(day)) return NA
  if (!c.workingDays) return X
  let at = day, left = abs(BigInt(by))
  while (left > 0n) {
    at = moveDay(at, by < 0 ? -1 : 1, 'days')
    const is = c.workingDays(at)
    if (is === null) return X
    if (is) left -= 1n
  }
  return at
}
function table(hit, rows, otherwise) {
  if (hit === 'first') {
    for (const [when, gives] of rows) {
      const t = truthful(when())
      if (t === Y) return gives()
      if (t !== N) return t
    }
    return otherwise()
  }
  const all = rows.map(([when, gives]) => { const t = truthful(when()); return t === Y ? gives() : t === N ? plain(0) : t })
  return all.includes(U) ? U : all.includes(X) ? X : all.reduce((sum, one) => calculate('+', sum, one), plain(0))
}
`
