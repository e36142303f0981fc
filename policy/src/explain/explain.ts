import type { Finding, Outcome } from '../evaluate/outcome.ts'
import type { Condition } from '../program/condition.ts'
import { conditionNamed } from '../program/conditions-in.ts'
import type { Program } from '../program/program.ts'
import type { Language, Words } from '../program/words.ts'
import { citationInWords } from './citation-in-words.ts'
import { explainPayable, explainReview } from './explain-payable.ts'
import { explainValue } from './explain-value.ts'
import { requirement } from './requirement.ts'
import { seenInWords } from './seen.ts'
import { SIGNS } from './signs.ts'
import { supplierInWords } from './supplier.ts'

/** A finding said in both languages: `不符合 第7条(四)：要求不少于 5 人，现有 4 人`. */
export function explainFinding(program: Program, finding: Finding): Words {
  return { zh: say(program, finding, 'zh'), en: say(program, finding, 'en') }
}

/** The outcome as prose, a line a finding, groups before their members. */
export function explain(program: Program, outcome: Outcome, language: Language = 'zh'): string[] {
  const service = program.services[outcome.service]
  const verdict = SIGNS[outcome.answer]
  const head = `${verdict.sign} ${service?.title[language] ?? outcome.service}：${verdict[language]}`
  return [
    language === 'zh' ? head : head.replace('：', ': '),
    ...outcome.findings.map((finding) => say(program, finding, language)),
    ...outcome.values.map((worked) => explainValue(program, worked)[language]),
    ...moneyIn(program, outcome.pays).map((words) => words[language]),
  ]
}

function moneyIn(program: Program, pays: Outcome['pays']): readonly Words[] {
  if (!pays) return []
  return [explainPayable(program, pays), ...(pays.review ? [explainReview(pays.review)] : [])]
}

function say(program: Program, finding: Finding, language: Language): string {
  const zh = language === 'zh'
  const word = verdictWord(finding)[language]
  const place = citationInWords(finding.cite, language)
  const reason = reasonFor(program, finding, language)
  return `${word} ${zh ? place : `(${place})`}${zh ? '：' : ': '}${reason}`
}

function verdictWord(finding: Finding): Words {
  const needsPerson = finding.kind === 'judged' && finding.answer === 'unknown'
  return needsPerson ? SIGNS['needs-a-person'] : SIGNS[finding.answer]
}

function reasonFor(program: Program, finding: Finding, language: Language): string {
  const condition = conditionNamed(program, finding.condition)
  if (finding.missing.length > 0) return lacking(program, finding, language)
  if (condition?.kind === 'computed' && finding.answer === 'unknown')
    return noValue(finding, language)
  if (condition?.kind === 'computed')
    return computedReason(program, { condition, finding }, language)
  return finding.title[language]
}

/** All facts are there and yet no answer: a division by zero, or a number outside every band. */
function noValue(finding: Finding, language: Language): string {
  return language === 'zh'
    ? `${finding.title.zh}，算不出结果：除数为零，或数值不在任何一档之内`
    : `${finding.title.en}: cannot be computed, a divisor is zero or a number lies outside every band`
}

function lacking(program: Program, finding: Finding, language: Language): string {
  const zh = language === 'zh'
  const names = finding.missing.map(({ title }) => title[language]).join(zh ? '、' : ', ')
  const who = [
    ...new Set(finding.missing.map(({ from }) => supplierInWords(program, from)[language])),
  ]
  if (finding.kind === 'judged') {
    return zh
      ? `${finding.title.zh}，由${who.join('、')}评判`
      : `${finding.title.en}, to be judged by ${who.join(', ')}`
  }
  if (finding.answer === 'unavailable') {
    return zh ? `${names}：登记系统暂未答复` : `${names}: the register did not answer`
  }
  return zh
    ? `${finding.title.zh}，缺${names}（由${who.join('、')}提供）`
    : `${finding.title.en}; missing ${names} (from ${who.join(', ')})`
}

type Computed = {
  readonly condition: Extract<Condition, { kind: 'computed' }>
  readonly finding: Finding
}

/** `海外高层次人才数要求不少于5人，现有4人`: what was asked for and what is there. */
function computedReason(program: Program, computed: Computed, language: Language): string {
  const { condition, finding } = computed
  const wanted = requirement(program, condition.test, language)
  const saw = finding.saw.map((seen) => seenInWords(program, seen, language))
  const [first] = finding.saw
  if (!wanted || !first || saw.length > 1) return loosely({ finding, wanted, saw }, language)
  const name = first.title[language]
  const counted = /\d/.test(saw[0] ?? '') ? '有' : '为'
  if (language === 'zh') return `${name}要求${wanted}，现${counted}${saw[0]}`
  return `${name}: requires ${wanted}, has ${saw[0]}`
}

type Loose = { finding: Finding; wanted: string | null; saw: readonly string[] }

function loosely({ finding, wanted, saw }: Loose, language: Language): string {
  const title = finding.title[language]
  if (language === 'zh') return `${title}，${wanted ? `要求${wanted}，` : ''}现为${saw.join('、')}`
  return `${title}: ${wanted ? `requires ${wanted}, ` : ''}has ${saw.join(', ')}`
}
