import type { WriteTx } from '../kernel/index.ts'
import { insertPerson } from './documents-store.ts'
import type { LetIn } from './folder.ts'

/** Lets a person read a folder, as an expert who is assigned does. Twice changes nothing. */
export async function letIn(tx: WriteTx, input: LetIn): Promise<void> {
  await insertPerson(tx, input.subject, input.person)
}
