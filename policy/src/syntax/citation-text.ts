const NUMERAL = '[一二三四五六七八九十]{1,4}'
const ARTICLE = `第[1-9]\\d{0,2}条(?:\\(${NUMERAL}\\))?`
const HEADING = `${NUMERAL}(?:\\(${NUMERAL}\\)(?:[1-9]\\d?)?)?`
const ANNEX = `附件[1-9]?\\d?(?:\\((?:${NUMERAL}|[1-9]\\d{0,2})\\))?`

/**
 * A citation's spelling: an article `第7条(四)`, a heading of a numbered plan `三(一)2`, an annex
 * `附件1(12)`. Whether it exists is checked against the gist.
 */
export const CITATION = new RegExp(`^(?:${ARTICLE}|${HEADING}|${ANNEX})$`)

/** Places that a citation lies under, itself first: 三(一)2 lies under 三(一) and 三. */
export function placesOver(cite: string): readonly string[] {
  if (!CITATION.test(cite)) return []
  const withoutLast = cite.replace(/\d+$/, '')
  const head = cite.replace(/\(.*$/, '')
  const inner = cite.includes(')') ? [withoutLast] : []
  return [...new Set([cite, ...inner, head])]
}
