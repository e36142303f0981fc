import type { Comparison, Expression } from '../program/expression.ts'
import type { Program } from '../program/program.ts'
import type { Language } from '../program/words.ts'
import { inEnglish, printValue } from '../values/print.ts'

const WORDS: Readonly<Record<Comparison, { readonly zh: string; readonly en: string }>> = {
  '>=': { zh: '不少于', en: 'at least ' },
  '>': { zh: '多于', en: 'more than ' },
  '<=': { zh: '不超过', en: 'at most ' },
  '<': { zh: '少于', en: 'less than ' },
  '=': { zh: '为', en: '' },
  '!=': { zh: '不为', en: 'other than ' },
}
const DAY_WORDS: Readonly<
  Partial<Record<Comparison, { readonly zh: string; readonly en: string }>>
> = {
  '>=': { zh: '不早于', en: 'not before ' },
  '>': { zh: '晚于', en: 'after ' },
  '<=': { zh: '不晚于', en: 'not after ' },
  '<': { zh: '早于', en: 'before ' },
}

/**
 * What a formula asks for, in words: `不少于 5 人`. Null for shapes that have no short saying; the
 * page then shows the formula as printed.
 */
export function requirement(program: Program, test: Expression, language: Language): string | null {
  if (test.kind === 'compare') return compared(program, test, language)
  if (test.kind !== 'within' || test.of.kind !== 'fact') return null
  const fact = program.facts[test.of.name]
  if (!fact) return null
  const options = test.among.map((value) => printValue(fact, value, language))
  return language === 'zh' ? `为${options.join('、')}之一` : `one of ${options.join(', ')}`
}

type Compare = Extract<Expression, { kind: 'compare' }>

function compared(program: Program, test: Compare, language: Language): string | null {
  const { left, right, is } = test
  if (right.kind === 'literal' && left.kind === 'fact') {
    return `${WORDS[is][language]}${literal(program, { name: left.name, right }, language)}`
  }
  const lasting = lastingFor(test, language)
  if (lasting) return lasting
  if (right.kind !== 'day-asked') return null
  const word = DAY_WORDS[is] ?? WORDS[is]
  return language === 'zh' ? `${word.zh}申报日` : `${word.en}the day of application`
}

/** since + 1 year <= the day asked: `至申报日满 1 年`. */
function lastingFor({ left, right, is }: Compare, language: Language): string | null {
  if (left.kind !== 'move-day' || left.day.kind !== 'fact' || right.kind !== 'day-asked')
    return null
  if (is !== '<=' && is !== '<') return null
  const length = stretch(left.by, left.unit, language)
  return language === 'zh' ? `至申报日满${length}` : `${length} by the day of application`
}

function stretch(by: number, unit: 'months' | 'days', language: Language): string {
  const years = unit === 'months' && by % 12 === 0
  const count = years ? by / 12 : by
  if (language === 'zh') return `${count} ${years ? '年' : unit === 'months' ? '个月' : '天'}`
  const word = years ? 'year' : unit === 'months' ? 'month' : 'day'
  return `${count} ${word}${count === 1 ? '' : 's'}`
}

type Right = { readonly name: string; readonly right: Extract<Expression, { kind: 'literal' }> }

function literal(program: Program, { name, right }: Right, language: Language): string {
  const fact = program.facts[name]
  if (!fact || right.value.kind === 'quantity') {
    return language === 'zh' ? right.printed : inEnglish(right.printed)
  }
  return printValue(fact, right.value, language)
}
