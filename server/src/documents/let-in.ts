import type { WriteTx } from '../kernel/index.ts'
import type { LetIn } from './folder.ts'
import { insertPerson, markLetOut } from './folder-people-store.ts'

/** Lets a person read a folder, as an expert who is assigned does. Twice changes nothing. */
export async function letIn(tx: WriteTx, input: LetIn): Promise<void> {
  await insertPerson(tx, input.subject, input.person)
}

/** Takes a folder out of a person's sight, as of an expert who stands aside. */
export async function letOut(tx: WriteTx, input: LetIn): Promise<void> {
  await markLetOut(tx, input.subject, input.person)
}
