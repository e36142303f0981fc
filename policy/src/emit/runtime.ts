import { UNITS } from '../values/unit.ts'

const UNIT_TABLE = JSON.stringify(
  Object.fromEntries(
    [...UNITS.values()].map(({ name, dimension, factor }) => [
      name,
      [dimension, factor.over, factor.under],
    ]),
  ),
)

/**
 * What an emitted module stands on. It is a second, independent implementation of the semantics, in
 * plain JavaScript on BigInt pairs, so that the test that runs both against each other says
 * something. Y N U X are yes, no, unknown, unavailable; NA is "does not apply".
 */
export const RUNTIME = `
const Y = { t: 'Y' }, N = { t: 'N' }, U = { t: 'U' }, X = { t: 'X' }, NA = { t: 'NA' }
const ANSWERS = { get(t) { return { Y: 'met', N: 'not-met', U: 'unknown', X: 'unavailable' }[t.t] } }
const UNITS = ${UNIT_TABLE}
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
  return of.reduce((best, one) => ((is === 'min' ? (order(one, best) ?? 0) < 0 : (order(one, best) ?? 0) > 0) ? one : best))
}
const choose = (when, yes, no) => (when === Y ? yes() : lacking(when) ? when : no())
function bands(v, rows) {
  if (lacking(v)) return v
  const row = rows.find(([from, to]) => (!from || compare(from[0] ? '>=' : '>', v, from[1]) === Y) && (!to || compare(to[0] ? '<=' : '<', v, to[1]) === Y))
  return row ? row[2] : U
}
const fact = (g, name) => g.values.get(name) ?? U
const truth = (g, name) => g.truths.get(name) ?? U
const isObject = (v) => typeof v === 'object' && v !== null && !Array.isArray(v)
const own = (facts, name) => (Object.hasOwn(facts, name) ? (facts[name] ?? null) : null)
function given(facts, table, truths) {
  const values = new Map(), wrong = []
  for (const f of Object.values(table)) {
    const s = own(facts, f.name)
    if (s === null || s === '') continue
    const v = isObject(s) && 'unavailable' in s ? X : isObject(s) && s.doesNotApply === true ? NA : read(f, s)
    if (v === undefined) wrong.push(f.name)
    else values.set(f.name, v)
  }
  const said = new Map()
  for (const name of truths) {
    const s = own(facts, name)
    const t = s === null || s === '' || s === 'unknown' || s === false ? U : isObject(s) && 'unavailable' in s ? X : s === true || s === 'met' ? Y : s === 'not-met' ? N : undefined
    if (t === undefined) wrong.push(name)
    else said.set(name, t)
  }
  if (wrong.length > 0) throw Object.assign(new Error('wrong facts: ' + wrong.join(', ')), { code: 'policy.wrong-facts', facts: wrong })
  return { values, truths: said }
}
const DIMENSIONS = { amount: 'money', area: 'area', count: 'count', share: 'share', number: 'number' }
const option = (f, s) => f.options.find((o) => o.value === s || o.title.zh === s || o.title.en === s)?.value
function read(f, s) {
  if (DIMENSIONS[f.type]) return readNumber(f, s)
  if (f.type === 'day') return isDay(s) ? s : undefined
  if (f.type === 'flag') return typeof s === 'boolean' ? bool(s) : undefined
  if (f.type === 'text') return typeof s === 'string' ? s : undefined
  if (f.type === 'choice') return option(f, s)
  const all = Array.isArray(s) ? s.map((one) => option(f, one)) : [undefined]
  return all.includes(undefined) ? undefined : { options: all }
}
function decimal(text) {
  const p = /^([+-]?)(\\d+)(?:\\.(\\d+))?$/.exec(text)
  return p ? ratio(BigInt((p[1] === '-' ? '-' : '') + p[2] + (p[3] ?? '')), 10n ** BigInt((p[3] ?? '').length)) : null
}
function readNumber(f, s) {
  const typed = typeof s === 'number' ? (Number.isFinite(s) ? (decimal(String(s)) ? String(s) : s.toFixed(12)) : '') : typeof s === 'string' ? s : ''
  const p = /^([+-]?\\d+(?:\\.\\d+)?)\\s*(.*)$/u.exec(typed.trim())
  const n = p && decimal(p[1])
  if (!n) return undefined
  if (p[2] !== '' && !Object.hasOwn(UNITS, p[2])) return undefined
  const unit = p[2] === '' ? (f.unit ? UNITS[f.unit] : null) : UNITS[p[2]]
  if (p[2] !== '' && (unit[0] !== DIMENSIONS[f.type] || (f.type === 'count' && f.unit && f.unit !== p[2]))) return undefined
  const v = unit ? ratio(n[0] * BigInt(unit[1]), n[1] * BigInt(unit[2])) : n
  if ((f.type === 'area' || f.type === 'count') && v[0] < 0n) return undefined
  return f.type === 'count' && v[1] !== 1n ? undefined : v
}
function digits(v) {
  const size = abs(v[0]), whole = size / v[1]
  let rest = size % v[1], out = ''
  while (rest !== 0n && out.length < 10) { rest *= 10n; out += String(rest / v[1]); rest %= v[1] }
  return (v[0] < 0n ? '-' : '') + whole + (out ? '.' + out + (rest ? '…' : '') : rest ? '.…' : '')
}
function print(f, v) {
  if (v === NA) return '不适用'
  if (v === Y || v === N) return v === Y ? '是' : '否'
  if (Array.isArray(v)) {
    const u = f.unit ? UNITS[f.unit] : null
    return u ? digits(ratio(v[0] * BigInt(u[2]), v[1] * BigInt(u[1]))) + f.unit : digits(v)
  }
  const title = (o) => f.options.find((one) => one.value === o)?.title.zh ?? o
  return v?.options ? v.options.map(title).join('、') : f.type === 'choice' ? title(v) : v
}
function say(out, about, t, saw, missing) {
  const { name, kind, title, cite, of } = about
  return { condition: name, kind, title, answer: ANSWERS.get(t), cite, saw, missing, of }
}
function group(out, about, members) {
  const at = out.length
  out.push(null)
  const t = members()
  out[at] = say(out, about, t, [], [])
  return t
}
function computed(out, about, v0, names, g, table) {
  const t = truthful(v0), saw = [], missing = []
  for (const name of names) {
    const f = table[name], v = fact(g, name)
    if (lacking(v)) lacking(t) && missing.push({ fact: name, title: f.title, from: v === X ? 'register' : f.from })
    else saw.push({ fact: name, title: f.title, value: print(f, v) })
  }
  out.push(say(out, about, t, saw, missing))
  return t
}
function evidenced(out, about, g, paper) {
  const t = truth(g, paper.fact)
  out.push(say(out, about, t, t === Y ? [{ ...paper, value: '已提交' }] : [], lacking(t) ? [{ ...paper, from: 'applicant' }] : []))
  return t
}
function judged(out, about, g, by) {
  const t = truth(g, about.name)
  out.push(say(out, about, t, [], lacking(t) ? [{ fact: about.name, title: about.title, from: by }] : []))
  return t
}`
