import type { WriteTx } from '../kernel/index.ts'
import type { RecognitionId } from './recognition.ts'

export async function revokeRecognition(
  tx: WriteTx,
  input: { id: RecognitionId; cite: string; reason: string },
): Promise<void> {
  throw new Error(`not built yet: ${String([tx, input])}`)
}
