/** Facts and records of an emitted module: read once, then asked by name. */
export const RUNTIME_FACTS = `
const fact = (c, name) => c.values.get(name) ?? U
const truth = (c, name) => c.truths.get(name) ?? U
const field = (r, name) => r?.get(name) ?? U
const isObject = (v) => typeof v === 'object' && v !== null && !Array.isArray(v)
const own = (facts, name) => (Object.hasOwn(facts, name) ? (facts[name] ?? null) : null)
function given(facts) {
  const values = new Map(), records = new Map(), registers = new Map(), said = new Map(), wrong = []
  const away = (name, s) => { const is = isObject(s) && 'unavailable' in s; if (is) registers.set(name, s.unavailable); return is }
  const readOne = (f, s, into) => {
    if (s === null || s === '') return
    const v = away(f.name, s) ? X : isObject(s) && s.doesNotApply === true ? NA : read(f, s)
    if (v === undefined) wrong.push(f)
    else into.set(f.name, v)
  }
  for (const f of [...Object.values(FACTS), ...Object.values(SCORES)]) readOne(f, own(facts, f.name), values)
  for (const table of Object.values(RECORDS)) {
    const s = own(facts, table.name)
    if (s === null || s === '') continue
    if (away(table.name, s)) { records.set(table.name, X); continue }
    if (!Array.isArray(s) || !s.every((row) => typeof row === 'object' && row !== null)) { wrong.push(table); continue }
    const rows = s.map((row) => { const fields = new Map(); for (const f of Object.values(table.fields)) readOne(f, own(row, f.name), fields); return fields })
    records.set(table.name, rows)
    const keys = table.key === null ? [] : rows.map((row) => row.get(table.key))
    if (keys.some((k) => !Array.isArray(k) || k[1] !== 1n) || new Set(keys.map(String)).size < keys.length) wrong.push(table)
  }
  for (const name of TRUTHS) {
    const s = own(facts, name)
    const t = s === null || s === '' || s === 'unknown' || s === false ? U : away(name, s) ? X : s === true || s === 'met' ? Y : s === 'not-met' ? N : undefined
    if (t === undefined) wrong.push({ name, title: { zh: name, en: name } })
    else said.set(name, t)
  }
  if (wrong.length > 0) throw Object.assign(new Error('wrong facts: ' + wrong.map((f) => f.title.zh).join('、')), { code: 'policy.wrong-facts', facts: wrong.map((f) => f.name) })
  return { values, records, truths: said, registers }
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
const keyOf = (c, name) => (row) => row.get(RECORDS[name].key)?.[0] ?? 0n
// The rows of some records, or why there are none to look at.
function rowsOf(c, name, then) {
  const rows = c.records.get(name) ?? U
  return lacking(rows) ? rows : then(rows)
}
function heldOf(c, name, where, then) {
  return rowsOf(c, name, (rows) => {
    const truths = rows.map((row) => truthful(where(row)))
    return truths.includes(U) ? U : truths.includes(X) ? X : then(rows.filter((_, i) => truths[i] === Y), rows)
  })
}
const countOf = (c, name, where) => heldOf(c, name, where, (rows) => plain(rows.length))
function atLeastRecords(c, name, where, count) {
  return rowsOf(c, name, (rows) => {
    const truths = rows.map((row) => truthful(where(row)))
    const yes = truths.filter((t) => t === Y).length, no = truths.filter((t) => t === N).length
    return yes >= count ? Y : truths.length - no < count ? N : truths.includes(U) ? U : X
  })
}
// All that is lacking among truths and numbers counts at once, so that order never matters.
function numbersOf(c, name, where, of, then) {
  return rowsOf(c, name, (rows) => {
    const all = rows.map((row) => { const t = truthful(where(row)); return t === Y ? of(row) : t === N ? null : t })
    if (all.includes(U)) return U
    if (all.includes(X)) return X
    return then(all.filter((v) => v !== null))
  })
}
const sumOf = (c, name, where, of) => numbersOf(c, name, where, of, (values) => values.reduce((sum, v) => calculate('+', sum, v), plain(0)))
const mostOf = (c, name, where, of, is) => numbersOf(c, name, where, of, (values) => (values.length === 0 ? U : extreme(is, values)))
function pick(c, name, key, of) {
  if ((c.records.get(name) ?? U) === U) return U
  return rowsOf(c, name, (rows) => {
    if (lacking(key)) return key
    const row = rows.find((one) => same(key, [keyOf(c, name)(one), 1n]))
    return row ? of(row) : U
  })
}
function runOf(c, name, where, is) {
  return heldOf(c, name, where, (held, rows) => {
    const keys = held.map(keyOf(c, name)), all = rows.map(keyOf(c, name))
    const back = (k) => (keys.includes(k) ? 1n + back(k - 1n) : 0n)
    const last = all.reduce((a, b) => (a === null || b > a ? b : a), null)
    const runs = is === 'latest' ? (last === null ? [] : [back(last)]) : keys.map(back)
    return [runs.reduce((a, b) => (b > a ? b : a), 0n), 1n]
  })
}
function scored(c, name, from, to) {
  const lack = first(from, to)
  if (lack) return lack
  if (same(from, to)) return from
  const v = fact(c, name)
  return lacking(v) ? v : compare('>=', v, from) === Y && compare('<=', v, to) === Y ? v : U
}
function value(c, name) {
  const known = c.worked.get(name)
  if (known !== undefined) return known
  const v = VALUES[name] ? VALUES[name].work(c, null) : U
  c.worked.set(name, v)
  return v
}
`
