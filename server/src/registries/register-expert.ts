import { type PersonId, type Post, record, refusal, type WriteTx } from '../kernel/index.ts'
import type { Expert, NewExpert } from './expert.ts'
import {
  type ExpertChange,
  insertExpert,
  selectExperts,
  setRetired,
  updateExpert,
} from './expert-store.ts'

/** By which post, where a person does it. */
type By = { readonly as?: Post | null }

/** Enters a person into the expert pool with the employer their conflicts come from. */
export async function registerExpert(
  tx: WriteTx,
  { as = null, ...input }: NewExpert & By,
): Promise<Expert> {
  if (!(await insertExpert(tx, input))) refusal('registries.expert-already', { name: input.name })
  await record(tx, {
    act: 'expert.register',
    subject: { kind: 'expert', id: input.person },
    as,
    detail: { employer: input.employer, fields: [...input.fields] },
    readers: [input.person],
  })
  return getExpert(tx, input.person)
}

/** Title, employer, fields and limit as they are from today. Refuses `registries.expert-not-found`. */
export async function changeExpert(
  tx: WriteTx,
  { as = null, ...change }: ExpertChange & By,
): Promise<Expert> {
  if (!(await updateExpert(tx, change))) refusal('registries.expert-not-found')
  const { person, employer, fields, mostOpen, title } = change
  await record(tx, {
    act: 'expert.change',
    subject: { kind: 'expert', id: person },
    as,
    detail: { title, employer, fields: [...fields], mostOpen },
  })
  return getExpert(tx, person)
}

export type Retiring = By & {
  readonly person: PersonId
  readonly reason: string
  /** Into the pool again. */
  readonly back: boolean
}

/**
 * From today no case is given to the expert (出库), or cases are again; those assigned stay theirs.
 * Refuses `registries.expert-not-found`.
 */
export async function retireExpert(
  tx: WriteTx,
  { as = null, person, reason, back }: Retiring,
): Promise<void> {
  if (!(await setRetired(tx, person, back ? null : tx.today))) {
    refusal('registries.expert-not-found')
  }
  const act = back ? 'expert.return' : 'expert.retire'
  await record(tx, { act, subject: { kind: 'expert', id: person }, as, reason })
}

async function getExpert(tx: WriteTx, person: PersonId): Promise<Expert> {
  const [expert] = await selectExperts(tx, person)
  return expert ?? refusal('registries.expert-not-found')
}
