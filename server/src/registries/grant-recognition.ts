import type { WriteTx } from '../kernel/index.ts'
import type { NewRecognition, Recognition } from './recognition.ts'

export async function grantRecognition(tx: WriteTx, input: NewRecognition): Promise<Recognition> {
  throw new Error(`not built yet: ${String([tx, input])}`)
}
