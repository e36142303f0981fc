import type { WriteTx } from '../kernel/index.ts'
import type { InstalledText, TextInput } from './measure.ts'

export async function installText(tx: WriteTx, input: TextInput): Promise<InstalledText> {
  throw new Error(`not built yet: ${String([tx, input])}`)
}
