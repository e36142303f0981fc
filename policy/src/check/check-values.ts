import { type Known, mustBeAnArticle, mustBeKnown } from './known.ts'

/** Values cite an article, are scored by an office there is, and records have the key they name. */
export function checkValues(known: Known): void {
  const { values, records } = known.source
  for (const { value, cite, at, body } of values) {
    mustBeAnArticle(known, cite, at)
    if (body.kind === 'scored')
      mustBeKnown(known, {
        name: body.is.by,
        among: known.offices,
        at,
        cite,
        of: { zh: '机构', en: 'office' },
      })
    if (known.values.get(value)?.type === 'text')
      known.complaints.add({
        at,
        cite,
        code: 'value.text',
        zh: `数值 ${value} 得出的是文字；等次请用 options 列出选项`,
        en: `the value ${value} gives text; list the options of a grade under options`,
      })
  }
  for (const [name, { key, fields, at }] of Object.entries(records)) {
    if (key === undefined || fields[key]?.type === 'number') continue
    known.complaints.add({
      at,
      code: 'records.key',
      zh: `${name} 的 key 应为它的一个 number 字段（如年度）`,
      en: `the key of ${name} must be one of its fields of type number, such as the year`,
    })
  }
  checkTitles(known)
}

/** What goes by its Chinese title in a formula must have it alone. */
function checkTitles(known: Known): void {
  const { vocabulary, records, values } = known.source
  const titled = [...Object.values(vocabulary), ...Object.values(records), ...values]
  const seen = new Map<string, { readonly file: string; readonly line: number }>()
  for (const { title, at } of titled) {
    const first = seen.get(title.zh)
    if (first)
      known.complaints.add({
        at,
        code: 'title.twice',
        zh: `“${title.zh}”已在 ${first.file} 第${first.line}行用过，公式分不清是哪一个`,
        en: `“${title.zh}” is already the title in ${first.file}, line ${first.line}; a formula cannot tell them apart`,
      })
    else seen.set(title.zh, at)
  }
}
