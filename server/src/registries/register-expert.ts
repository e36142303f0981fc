import { record, refusal, type WriteTx } from '../kernel/index.ts'
import type { Expert, NewExpert } from './expert.ts'
import { insertExpert, selectExperts } from './registries-store.ts'

/** Enters a person into the expert pool with the employer their conflicts come from. */
export async function registerExpert(tx: WriteTx, input: NewExpert): Promise<Expert> {
  if (!(await insertExpert(tx, input))) refusal('registries.expert-already', { name: input.name })
  const [expert] = await selectExperts(tx, input.person)
  await record(tx, {
    act: 'expert.register',
    subject: { kind: 'expert', id: input.person },
    detail: { employer: input.employer, fields: [...input.fields] },
    readers: [input.person],
  })
  return expert ?? refusal('registries.expert-not-found')
}
