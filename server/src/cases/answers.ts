import { asks, type Fact, type Program, readSupplied, type Service } from '@banfa/policy/run'
import { canonicalJson, type Json, refusal } from '../kernel/index.ts'
import type { FactRecord } from '../registries/index.ts'
import type { FiledFact } from './sealing.ts'

type Answers = Readonly<Record<string, Json>>

const BY_APPLICANT = { zh: '申报单位填报', en: 'Stated by the applicant' }

/** The facts of the vocabulary a service asks for, in the order the articles print them. */
export function factsAsked(program: Program, service: Service): Fact[] {
  return asks(program, service.name).flatMap((ask) => (ask.kind === 'fact' ? [ask.fact] : []))
}

/**
 * What is known for a filing: a verified value of the register before what was typed, what was
 * typed before an unverified older one. A fact is asked once; the rest is filled in.
 */
export function gatherFacts(
  facts: readonly Fact[],
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
  facts: readonly Fact[],
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

function refuseBadValue(fact: Fact, value: Json, record: FactRecord | undefined): void {
  const read = value === null ? null : readSupplied(fact, value)
  if (read && 'misfit' in read) {
    const about = { field: fact.name, next: read.misfit.says }
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

function findRecord(fact: Fact, known: readonly FactRecord[]): FactRecord | undefined {
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
