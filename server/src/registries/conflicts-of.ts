import { type PartyId, type ReadTx, refusal, type Words } from '../kernel/index.ts'
import type { TieKind } from './enter-tie.ts'
import type { Conflict, ConflictQuestion, Expert } from './expert.ts'
import { type Declared, selectDeclared, selectExperts } from './expert-store.ts'
import { carriersOf, selectTies } from './tie-store.ts'

/** Every reason why an expert must not review a case; empty when there is none. */
export async function conflictsOf(tx: ReadTx, question: ConflictQuestion): Promise<Conflict[]> {
  const [expert] = await selectExperts(tx, question.expert)
  if (!expert) return refusal('registries.expert-not-found')
  const declared = await selectDeclared(tx, {
    expert: question.expert,
    parties: partiesOf(question),
  })
  const ties = await selectTies(tx, { expert: question.expert, parties: partiesOf(question) })
  return [
    ...employerConflicts(expert, question),
    ...memberConflicts(question),
    ...ties.map(tieConflict),
    ...(await carrierConflicts(tx, expert, question)),
    ...declared.map(declaredConflict),
  ]
}

function partiesOf(question: ConflictQuestion): PartyId[] {
  const partner = question.partner ? [question.partner] : []
  return [question.party, ...partner, ...(question.preparers ?? [])]
}

/** What the employer has to do with the case: it applies, partners, or prepared the file. */
export function employerConflicts(expert: Expert, question: ConflictQuestion): Conflict[] {
  const { employer, employerName } = expert
  if (!employer) return []
  const parts: readonly [Conflict['kind'], boolean, Words][] = [
    [
      'employer-applies',
      employer === question.party,
      {
        zh: `所在单位${employerName}是申报单位`,
        en: `The employer, ${employerName}, is the applicant`,
      },
    ],
    [
      'employer-partners',
      employer === question.partner,
      {
        zh: `所在单位${employerName}是合作申报单位`,
        en: `The employer, ${employerName}, is the applicant's partner`,
      },
    ],
    [
      'employer-prepared',
      question.preparers?.includes(employer) ?? false,
      {
        zh: `所在单位${employerName}辅导或代理了本次申报`,
        en: `The employer, ${employerName}, helped to prepare the file`,
      },
    ],
  ]
  return parts
    .filter(([, holds]) => holds)
    .map(([kind, , says]) => ({ kind, party: employer, says }))
}

/** The expert acts for a party to the case, or did while it was written. */
function memberConflicts(question: ConflictQuestion): Conflict[] {
  const says = {
    zh: '本人是申报单位、合作单位或者代办单位的办事人员',
    en: 'Acts for a party to the case, or for who prepared the file',
  }
  return partiesOf(question)
    .filter((party) => question.actsFor?.includes(party))
    .map((party) => ({ kind: 'member', party, says }))
}

const TIES: Readonly<Record<TieKind, Words>> = {
  shareholder: { zh: '持有申报单位或者合作单位的股份', en: 'Holds shares in a party to the case' },
  mentor: { zh: '是申报单位或者合作单位的创业导师', en: 'Mentors a party to the case' },
  employee: {
    zh: '在申报单位或者合作单位任职或者兼职',
    en: 'Holds a position with a party to the case',
  },
  adviser: { zh: '担任申报单位或者合作单位的顾问', en: 'Advises a party to the case' },
  relative: { zh: '与申报单位或者合作单位有亲属关系', en: 'Is related to a party to the case' },
}

function tieConflict({ party, kind }: { party: PartyId; kind: TieKind }): Conflict {
  return { kind: 'tie', party, says: TIES[kind] }
}

/** The employer and a party to the case sit in one carrier, or one runs the other's. */
async function carrierConflicts(
  tx: ReadTx,
  { employer, employerName }: Expert,
  question: ConflictQuestion,
): Promise<Conflict[]> {
  if (!employer) return []
  const theirs = await carriersOf(tx, [employer])
  const carriers = await carriersOf(tx, partiesOf(question))
  return carriers
    .filter(({ id, party }) => party !== employer && theirs.some((one) => one.id === id))
    .map(({ name, party }) => ({
      kind: 'same-carrier',
      party,
      says: {
        zh: `所在单位${employerName}与申报单位同在载体“${name}”`,
        en: `The employer, ${employerName}, shares the carrier ${name} with a party to the case`,
      },
    }))
}

function declaredConflict({ party, reason }: Declared): Conflict {
  const says = {
    zh: `专家本人申请回避：${reason}`,
    en: `The expert asked to stand aside: ${reason}`,
  }
  return { kind: 'declared', party, says }
}
