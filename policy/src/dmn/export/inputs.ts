import type { Condition } from '../../program/condition.ts'
import type { Fact } from '../../program/fact.ts'
import type { Program } from '../../program/program.ts'
import type { Records } from '../../program/records.ts'
import type { Service } from '../../program/service.ts'
import type { ValueDefinition } from '../../program/value-definition.ts'
import { UNITS } from '../../values/unit.ts'
import { feelTypeOf } from '../feel/kind.ts'
import type { FeelNames } from '../feel/names.ts'
import { quoted } from '../feel/piece.ts'
import type { Item, ItemType, TypeName } from './model.ts'

export type Unit = { readonly type: Fact['type']; readonly unit: string | null }

const BASE = { amount: '元', area: '平方米', share: '1', number: '1' } as const

/** The unit a number of the file is in: always the base unit, never the one the pack prints. */
export function baseUnit({ type, unit }: Unit): string | null {
  if (type === 'count') return unit
  return type in BASE ? BASE[type as keyof typeof BASE] : null
}

export function dayAskedInput(names: FeelNames): Item {
  return {
    id: 'day-asked',
    name: names.dayAsked,
    type: 'date',
    title: { zh: '申报日', en: 'Day asked for' },
    cite: null,
    says: '申报日：以哪一天为准 · the day the question is asked for; always supplied',
    of: { kind: 'day-asked', key: 'day-asked' },
    requires: [],
    logic: null,
  }
}

type Input = Pick<Item, 'id' | 'name' | 'type' | 'title' | 'of'> & { readonly says: string }

function input(about: Input): Item {
  return { ...about, cite: null, requires: [], logic: null }
}

export function factInput(fact: Fact, names: FeelNames): Item {
  const name = names.fact(fact.name)
  return input({
    id: `fact-${fact.name}`,
    name,
    type: typeOf(fact, name),
    title: fact.title,
    says: `${titled(fact)}${inUnit(fact)}${optionsOf(fact)}${MISSING}`,
    of: { kind: 'fact', key: fact.name, ...(fact.unit && { unit: baseUnit(fact) ?? '' }) },
  })
}

const MISSING =
  '；缺失为 null，不适用为 "不适用" · null while it is missing, "不适用" where it does not apply'

function titled({ title }: Pick<Fact, 'title'>): string {
  return `${title.zh} · ${title.en}`
}

/** The unit in words, for a description; plain numbers need none. */
export function inUnit(fact: Unit): string {
  const unit = baseUnit(fact)
  if (unit === null || unit === '1') return ''
  return `；单位 ${unit} · in ${UNITS.get(unit)?.en.many || unit}`
}

function optionsOf({ options }: Pick<Fact, 'options'>): string {
  const list = options.map(({ value, title }) => `"${value}" ${title.zh}`).join('，')
  return list === '' ? '' : `；${list}`
}

/** A choice has a type of its own, which lists what it may be. */
function typeOf({ type, options }: Pick<Fact, 'type' | 'options'>, name: string): TypeName {
  if (options.length > 0) return `${name}_类型`
  const feel = feelTypeOf(type)
  return feel === 'list' ? 'Any' : feel
}

export function typeOfValue(value: ValueDefinition, name: string): TypeName {
  return typeOf(value, name)
}

/** The item definition of a choice; null where a built-in type will do. */
export function optionsType(
  { type, options }: Pick<Fact, 'type' | 'options'>,
  name: string,
): ItemType | null {
  if (options.length === 0) return null
  const allowed = options.map(({ value }) => quoted(value).text)
  return { name: `${name}_类型`, of: 'string', list: type === 'choices', allowed, fields: [] }
}

export function recordsInput(records: Records, names: FeelNames): Item {
  const name = names.records(records.name)
  const fields = Object.values(records.fields)
  const told = fields.map((one) => `${titled(one)}${inUnit(one)}${optionsOf(one)}`)
  return input({
    id: `records-${records.name}`,
    name,
    type: `${name}_类型`,
    title: records.title,
    says: `${titled(records)}（${told.join('。')}）${MISSING}`,
    of: { kind: 'records', key: records.name },
  })
}

export function recordsType(records: Records, names: FeelNames): ItemType {
  const fields = Object.values(records.fields).map((field): ItemType => {
    const name = names.field(records.name, field.name)
    const listed = optionsType(field, name)
    const plain = feelTypeOf(field.type)
    return listed
      ? { ...listed, name }
      : { name, of: plain === 'list' ? 'Any' : plain, list: false, allowed: [], fields: [] }
  })
  const name = `${names.records(records.name)}_类型`
  return { name, of: 'Any', list: true, allowed: [], fields }
}

export function paperInput(paper: string, service: Service, names: FeelNames): Item {
  const title = service.papers.find(({ name }) => name === paper)?.title ?? { zh: paper, en: paper }
  return input({
    id: `paper-${paper}`,
    name: names.paper(paper),
    type: 'boolean',
    title,
    says: `材料：${title.zh} · paper: ${title.en}；true 已提交，false 被退回，null 未提交 · handed in, refused, missing`,
    of: { kind: 'paper', key: paper },
  })
}

type Judged = Extract<Condition, { kind: 'judged' }>

export function judgementInput(condition: Judged, names: FeelNames, program: Program): Item {
  const by = program.offices[condition.by]?.title ?? { zh: condition.by, en: condition.by }
  const { question, title, name, cite } = condition
  return {
    ...input({
      id: `condition-${name}`,
      name: names.condition(name),
      type: 'boolean',
      title,
      says: `${by.zh}认定：${question.zh} · judged by ${by.en}: ${question.en}；尚未认定为 null · null while open`,
      of: { kind: 'judgement', key: name },
    }),
    cite,
  }
}

export function personInput(value: ValueDefinition, names: FeelNames): Item {
  const asks = value.scoredBy?.question ?? value.title
  return input({
    id: `score-${value.name}`,
    name: names.score(value.name),
    type: 'number',
    title: value.title,
    says: `评分：${asks.zh} · score: ${asks.en}；尚未评分为 null · null while open`,
    of: { kind: 'score', key: value.name },
  })
}
