/** How an emitted module says what it found: the same findings as the interpreter's. */
export const RUNTIME_FINDINGS = `
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
// What a formula saw (its own names) and what it waits for (everything behind it).
function reasons(c, { own, behind }, open) {
  const saw = [], missing = []
  const seen = (f, v) => lacking(v) || saw.push({ fact: f.name, title: f.title, value: print(f, v) })
  for (const name of own.facts) seen(FACTS[name], fact(c, name))
  for (const name of own.scores) seen(SCORES[name], fact(c, name))
  for (const name of own.records) { const rows = c.records.get(name) ?? U; lacking(rows) || saw.push({ fact: name, title: RECORDS[name].title, value: rows.length + '条' }) }
  for (const name of own.values) seen(VALUES[name].about, value(c, name))
  if (!open) return { saw, missing }
  const ask = (f, v) => missing.push(v === X ? { fact: f.name, title: f.title, from: 'register', ...register(c, f.name) } : { fact: f.name, title: f.title, from: f.from })
  for (const name of behind.facts) lacking(fact(c, name)) && ask(FACTS[name], fact(c, name))
  for (const name of behind.scores) lacking(fact(c, name)) && missing.push({ fact: name, title: SCORES[name].title, from: SCORES[name].from })
  for (const name of behind.records) {
    const rows = c.records.get(name) ?? U, table = RECORDS[name]
    if (lacking(rows)) { ask(table, rows); continue }
    for (const f of Object.values(table.fields)) {
      if (behind.fields.includes(f.name) && rows.some((row) => !row.has(f.name))) missing.push({ fact: name, title: { zh: table.title.zh + '·' + f.title.zh, en: table.title.en + ': ' + f.title.en }, from: table.from })
    }
  }
  return { saw, missing }
}
const register = (c, name) => (c.registers.get(name) ? { register: c.registers.get(name) } : {})
function computed(out, about, v0, names, c) {
  const t = truthful(v0), { saw, missing } = reasons(c, names, lacking(t))
  out.push(say(out, about, t, saw, missing))
  return t
}
function variant(out, about, cases, names, c) {
  const at = out.length
  out.push(null)
  let t = N
  for (const [when, member] of cases) {
    const applies = truthful(when())
    if (applies === N) continue
    t = applies === Y ? member() : applies
    break
  }
  const { saw, missing } = reasons(c, names, lacking(t))
  out[at] = say(out, about, t, saw, missing)
  return t
}
function evidenced(out, about, c, paper) {
  const t = truth(c, paper.fact)
  out.push(say(out, about, t, t === Y ? [{ ...paper, value: '已提交' }] : [], lacking(t) ? [{ ...paper, from: 'applicant', ...register(c, paper.fact) }] : []))
  return t
}
function judged(out, about, c, by) {
  const t = truth(c, about.name)
  out.push(say(out, about, t, [], lacking(t) ? [{ fact: about.name, title: about.title, from: by, ...register(c, about.name) }] : []))
  return t
}
function workedValues(c) {
  return Object.values(VALUES).map(({ about, names, rows }) => {
    const v = value(c, about.name), { saw, missing } = reasons(c, names, lacking(v))
    let row = null
    for (const [printed, when] of rows ?? []) {
      const t = truthful(when(c, null))
      if (t === N) continue
      if (t === Y) row = printed
      break
    }
    return { value: about.name, title: about.title, cite: about.cite, gives: lacking(v) ? null : print(about, v), lacks: v === U ? 'unknown' : v === X ? 'unavailable' : null, row, saw, missing, of: about.parts }
  })
}
function payable(c, pays) {
  const yuan = (name) => { const v = value(c, name); return Array.isArray(v) ? v : null }
  const amount = yuan(pays.amount), due = yuan(pays.payable)
  const parts = due === null ? [] : pays.split.map(({ by, share }) => ({ by, part: rounded('half-up', ratio(due[0] * BigInt(share.over), due[1] * BigInt(share.under)), [1n, 100n]) }))
  const given = parts.reduce((sum, { part }) => calculate('+', sum, part), plain(0))
  return {
    cite: pays.cite,
    amount: amount && digits(amount),
    payable: due && digits(due),
    split: parts.map(({ by, part }, i) => ({ by, yuan: digits(i === 0 ? calculate('+', part, calculate('-', due, given)) : part) })),
    ...(pays.fairReview && { review: { ...pays.fairReview, held: pays.fairReview.until !== null && c.on > pays.fairReview.until } }),
  }
}
`
