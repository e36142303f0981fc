import type { ReadTx } from '../kernel/index.ts'

export async function officialText(
  tx: ReadTx,
  of: { pack: string; version: string; article: string },
): Promise<string | null> {
  throw new Error(`not built yet: ${String([tx, of])}`)
}
