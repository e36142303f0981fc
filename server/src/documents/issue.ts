import type { WriteTx } from '../kernel/index.ts'
import type { Issued, NewLetter } from './letter.ts'

export async function issue(tx: WriteTx, letter: NewLetter): Promise<Issued> {
  throw new Error(`not built yet: ${String([tx, letter])}`)
}
