import {
  asks,
  type Fact,
  type Facts,
  type Misfit,
  misfitsOf,
  type Program,
  type Records,
  readSupplied,
  type Service,
} from '@banfa/policy/run'
import { canonicalJson, type Json, refusal, type Words } from '../kernel/index.ts'
import type { FactRecord } from '../registries/index.ts'
import type { FiledFact } from './sealing.ts'

type Answers = Readonly<Record<string, Json>>

const BY_APPLICANT = { zh: '申报单位填报', en: 'Stated by the applicant' }

/** What the vocabulary holds under one name: a fact, or a list of like records. */
export type AskedFact = Fact | Records

/** The facts and records a service asks for, in the order the articles print them. */
export function factsAsked(program: Program, service: Service): AskedFact[] {
  return asks(program, service.name).flatMap((ask): AskedFact[] => {
    if (ask.kind === 'records') return [ask.records]
    return ask.kind === 'fact' ? [ask.fact] : []
  })
}

export const isRecords = (asked: AskedFact): asked is Records => 'fields' in asked

/**
 * What is known for a filing: a verified value of the register before what was typed, what was
 * typed before an unverified older one. A fact is asked once; the rest is filled in.
 */
export function gatherFacts(
  facts: readonly AskedFact[],
  typed: Answers,
  known: readonly FactRecord[],
): FiledFact[] {
  return facts.flatMap((fact) => {
    const record = findRecord(fact, known)
    const value = typed[fact.name]
    if (record && (record.locked || value === undefined || value === null))
      return [fromRegister(record)]
    return value === undefined || value === null ? [] : [fromApplicant(fact.name, value)]
  })
}

export function valuesOf(facts: readonly FiledFact[]): Record<string, Json> {
  return Object.fromEntries(facts.map((fact) => [fact.name, fact.value]))
}

/**
 * Refuses `case.unknown-fact` for a name nobody asks, `case.value-malformed` for a value that is no
 * value of its type, `case.fact-locked` for one that contradicts a verified value.
 */
export function refuseBadAnswers(
  facts: readonly AskedFact[],
  answers: Answers,
  known: readonly FactRecord[],
): void {
  const byName = new Map(facts.map((fact) => [fact.name, fact]))
  for (const [name, value] of Object.entries(answers)) {
    const fact = byName.get(name)
    if (!fact) refusal('case.unknown-fact', { name }, { field: name })
    else refuseBadValue(fact, value, findRecord(fact, known))
  }
}

function refuseBadValue(fact: AskedFact, value: Json, record: FactRecord | undefined): void {
  const [misfit] = value === null ? [] : misfitsIn(fact, value)
  if (misfit) {
    const about = { field: fact.name, next: placed(misfit) }
    refusal('case.value-malformed', { title: fact.title.zh }, about)
  }
  if (record?.locked && canonicalJson(record.value) !== canonicalJson(value)) {
    const params = {
      title: fact.title.zh,
      by: record.verifiedBy ?? '',
      on: record.verifiedOn ?? '',
    }
    refusal('case.fact-locked', params, { field: fact.name })
  }
}

function misfitsIn(asked: AskedFact, value: Json): readonly Misfit[] {
  if (isRecords(asked)) return misfitsOf(asked, value as NonNullable<Facts[string]>)
  const read = readSupplied(asked, value)
  return 'misfit' in read ? [read.misfit] : []
}

/** Of a list of records, which one is wrong, counted from one as people count. */
function placed({ row, says }: Misfit): Words {
  if (row === undefined) return says
  return { zh: `第${row + 1}条 ${says.zh}`, en: `Record ${row + 1}: ${says.en}` }
}

function findRecord(fact: AskedFact, known: readonly FactRecord[]): FactRecord | undefined {
  return known.find((one) => one.subject === fact.subject && one.name === fact.name)
}

function fromRegister(record: FactRecord): FiledFact {
  const { name, value, source, recordedOn, verifiedOn, verifiedBy } = record
  return { name, value, source: source.title, recordedOn, verifiedOn, verifiedBy }
}

function fromApplicant(name: string, value: Json): FiledFact {
  const unverified = { recordedOn: null, verifiedOn: null, verifiedBy: null }
  return { name, value, source: BY_APPLICANT, ...unverified }
}
