import { numberOf } from '../structure/numeral.ts'
import type { Question, QuestionKind, Sign } from './question.ts'

const BEFORE =
  '不少于|不低于|不高于|不超过|不多于|不小于|不大于|至少|最多|最高|最低|超过|多于|高于|低于|不足|少于|不满|未满|达到|突破|增长|[满达逾约近]'
const AFTER = '及以上|以上|以下|以内|之内|左右|起|内|前'
const MONEY = '亿元|万元|千元|元'
const TIME = '个工作日|工作日|个月|周年|年|日|天|小时'
const THINGS =
  '平方米|平方公里|公顷|亩|公里|米|吨|％|%|个百分点|倍|家|人次|人|名|个|次|项|件|场|套|台|辆|户|所|期|条|种|类'
const ARABIC = '[0-9０-９]+(?:[,，][0-9]{3})*(?:[.．][0-9０-９]+)?'
const CHINESE = '[一二两三四五六七八九十百]{1,4}'

/** Digits with any unit; Chinese numerals only where they certainly count: time, or a comparison. */
const FIGURE = new RegExp(
  `(${BEFORE})?\\s*(${ARABIC}(?:\\s*[-－—~～至]\\s*${ARABIC})?)\\s*(余|多)?(万|亿)?\\s*(${MONEY}|${TIME}|${THINGS})(${AFTER})?`,
  'gu',
)
const IN_WORDS = new RegExp(
  `(?:(${BEFORE}|连续)(${CHINESE})(${TIME}|${THINGS})(${AFTER})?|(${CHINESE})(个工作日|工作日|个月|年|日|天)(${AFTER})|(${CHINESE})(家|人|名|个|次|项|倍)(及以上|以上|以下|以内))`,
  'gu',
)

/** Not quantities: document numbers, ordinals, citations, years and days. */
const NO_FIGURE =
  /〔\d{4}〕\s*\d+号|第\s*[0-9０-９一二三四五六七八九十百]+\s*[条章节款项次届批期号页]|\d{4}\s*[-—－]\s*\d{4}\s*年|(?:19|20)\d{2}\s*年(?:\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?)?/gu
const DAY =
  /(?:19|20)\d{2}\s*[-—－]\s*(?:19|20)\d{2}\s*年|(?:19|20)\d{2}\s*年(?:\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?)?/gu

const SIGNS: readonly (readonly [RegExp, Sign])[] = [
  [/不超过|不高于|不多于|不大于|最多|最高|以下|以内|之内|^内$/u, '<='],
  [/不少于|不低于|不小于|至少|最低|满$|达到|达$|以上|起/u, '>='],
  [/不足|不满|未满|低于|少于/u, '<'],
  [/超过|多于|高于|突破|逾/u, '>'],
]

/** Numbers with their units, how they compare, and the days a text names. */
export function figuresIn(text: string): Question[] {
  const bare = text.replaceAll(NO_FIGURE, (words) => '\u0000'.repeat(words.length))
  const days = [...text.matchAll(DAY)].map(
    ([printed]): Question => ({ kind: 'day', printed: printed.replaceAll(/\s/gu, '') }),
  )
  return [...digits(bare), ...inWords(bare), ...days]
}

function digits(text: string): Question[] {
  return [...text.matchAll(FIGURE)].map(
    ([printed, before = '', value = '', , scale = '', unit = '', after = '']) => ({
      kind: kindOf(unit),
      printed: printed.trim(),
      value: value.normalize('NFKC').replaceAll(/[\s,，]/gu, ''),
      unit: scale + unit,
      sign: signOf(before, after),
    }),
  )
}

function inWords(text: string): Question[] {
  return [...text.matchAll(IN_WORDS)].map((found) => {
    const [printed, before = '', ...groups] = found
    const [value = '', unit = '', after = ''] = groups.filter((group) => group !== undefined)
    return {
      kind: kindOf(unit),
      printed,
      value: String(numberOf(value)),
      unit,
      sign: signOf(before, after),
    }
  })
}

function kindOf(unit: string): QuestionKind {
  if (unit.endsWith('元')) return 'amount'
  return new RegExp(`^(${TIME})$`, 'u').test(unit) ? 'time' : 'number'
}

/** 不满 ends in 满: the longer words are asked first. */
function signOf(before: string, after: string): Sign {
  const negative = /^不(足|满)$|^未满$/u.test(before)
  if (negative) return '<'
  const said =
    SIGNS.find(([words]) => words.test(before)) ?? SIGNS.find(([words]) => words.test(after))
  return said?.[1] ?? null
}
