import { formulasWithin } from '../evaluate/facts-of.ts'
import { formulasOf } from '../evaluate/worked-values.ts'
import { numberOf } from '../explain/citation-in-words.ts'
import { conditionsIn } from '../program/conditions-in.ts'
import type { Expression } from '../program/expression.ts'
import type { Program } from '../program/program.ts'
import { placesOver } from '../syntax/citation-text.ts'
import type { Complaint, Position } from '../text/complaint.ts'
import { compareRationals, type Rational, ratio, rationalOf, times } from '../values/rational.ts'
import { DURATIONS, UNIT_NAMES, UNITS } from '../values/unit.ts'

/** A number as printed or as a formula has it: what it measures, in base units. */
type Figure = { readonly of: string; readonly amount: Rational; readonly printed: string }

/** The official text by citation: `第7条`, `第7条(四)`, `三(一)`. */
export type OfficialText = ReadonlyMap<string, string>

/**
 * Numbers of conditions and values that the cited article, as installed, does not print: most often
 * a slip of the pen, or a citation of the wrong article. Articles that are not there say nothing.
 */
export function printedNumbers(
  program: Pick<Program, 'conditions' | 'values'>,
  official: OfficialText,
  places: ReadonlyMap<string, Position> = new Map(),
): readonly Complaint[] {
  const cited = [
    ...Object.values(program.conditions)
      .flatMap(conditionsIn)
      .flatMap((one) => formulasOf(one).map((of) => ({ name: one.name, cite: one.cite, of }))),
    ...Object.values(program.values).map(({ name, cite, of }) => ({ name, cite, of })),
  ]
  return cited.flatMap(({ name, cite, of }) => {
    const text = textUnder(official, cite)
    if (text === null) return []
    const printed = figuresIn(text)
    return figuresOf(of)
      .filter((one) => !printed.some((other) => sameFigure(one, other)))
      .map((one) => complaint({ name, cite, figure: one }, places.get(name)))
  })
}

/** The text of the place cited, or of the nearest above it that the document has. */
function textUnder(official: OfficialText, cite: string): string | null {
  const place = placesOver(cite).find((one) => official.has(one))
  return place === undefined ? null : (official.get(place) ?? null)
}

function sameFigure(a: Figure, b: Figure): boolean {
  const comparable = a.of === b.of || b.of === 'plain' || a.of === 'plain'
  return comparable && compareRationals(a.amount, b.amount) === 0
}

/** Numbers of a formula that an article would print; 0 and 1 without a unit are mere arithmetic. */
function figuresOf(formula: Expression): readonly Figure[] {
  return formulasWithin(formula).flatMap((node): readonly Figure[] => {
    if (node.kind === 'move-day')
      return [
        { of: node.unit, amount: whole(Math.abs(node.by)), printed: `${node.by} ${node.unit}` },
      ]
    if (node.kind !== 'literal' || node.value.kind !== 'quantity') return []
    const { amount, dimension } = node.value
    const plain = dimension === 'number'
    if (plain && (amount.over === '0' || (amount.over === '1' && amount.under === '1'))) return []
    return [{ of: plain ? 'plain' : dimension, amount, printed: node.printed }]
  })
}

const whole = (n: number): Rational => ratio(BigInt(n), 1n)

const NUMBER =
  /(\d+(?:\.\d+)?)|([一二三四五六七八九十]{1,3}|两)(?=[年个家人名项次件亿万元]|个月|以上|倍)/gu
const PERCENT = /百分之([一二三四五六七八九十]{1,3})/gu

/** Every number an article prints, with its unit where one follows. */
export function figuresIn(text: string): readonly Figure[] {
  const flat = text.replaceAll(/[,，](?=\d{3})/g, '').replaceAll('％', '%')
  const numbers = [...flat.matchAll(NUMBER)].map(({ 0: printed, 1: digits, index }) => {
    const amount = digits ? rationalOf(digits) : whole(spoken(printed))
    const rest = flat.slice(index + printed.length).trimStart()
    return figureOf(amount ?? whole(0), rest, printed)
  })
  const percents = [...flat.matchAll(PERCENT)].map(({ 0: printed, 1: said = '' }) => ({
    of: 'share',
    amount: ratio(BigInt(spoken(said)), 100n),
    printed,
  }))
  return [...numbers, ...percents]
}

function spoken(text: string): number {
  return text === '两' ? 2 : numberOf(text)
}

function figureOf(amount: Rational, rest: string, printed: string): Figure {
  const duration = [...DURATIONS].find(([name]) => rest.startsWith(name))
  if (duration) {
    const [, { unit, by }] = duration
    return { of: unit, amount: times(amount, whole(by)), printed }
  }
  const unit = UNITS.get(UNIT_NAMES.find((name) => rest.startsWith(name)) ?? '')
  if (!unit) return { of: 'plain', amount, printed }
  return { of: unit.dimension, amount: times(amount, unit.factor), printed }
}

const NOWHERE: Position = { file: 'conditions/', line: 1, column: 1 }

type Wrong = { readonly name: string; readonly cite: string; readonly figure: Figure }

function complaint({ name, cite, figure }: Wrong, at: Position = NOWHERE): Complaint {
  return {
    ...{ file: at.file, line: at.line, column: at.column },
    level: 'warning',
    cite,
    code: 'number.not-printed',
    says: {
      zh: `${name} 用到 ${figure.printed}，而所装正文的${cite}没有印这个数`,
      en: `${name} uses ${figure.printed}, which ${cite} of the installed text does not print`,
    },
    suggestion: {
      zh: '核对条文；若由别的规则得出，请引那一条或写成解释',
      en: 'check the article; cite the rule it comes from, or record a reading',
    },
  }
}
